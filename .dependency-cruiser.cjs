module.exports = require("./lib/setup/boundaries.cjs").configuration();
