const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..", "..");
const platform = [
  "access",
  "api",
  "auth",
  "cli",
  "graphql",
  "health",
  "jobs",
  "limits",
  "mail",
  "server",
  "setup",
  "testing",
];
const tests = "\\.test\\.tsx?$|^(e2e|bench|lib/testing|sdk/(test|generate))/";

function folders(place) {
  try {
    return readdirSync(join(root, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function forbid(name, from, to) {
  return { name, severity: "error", from, to };
}

/** The import rules of the house (README "Rooms"), made from the folders that exist. */
function rules() {
  const features = folders("lib").filter((name) => !platform.includes(name));
  const pieces = ["ui", "data-table", "form", "shell"];
  const featureComponents = folders("components").filter((name) => !pieces.includes(name));
  const anyFeature = features.length > 0 ? `^lib/(${features.join("|")})/` : "^$";
  return [
    forbid("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    forbid("resolvable", { pathNot: "\\.(mjs|cjs)$" }, { couldNotResolve: true, pathNot: "^(next|react)" }),
    forbid(
      "middleware-decides-nothing",
      { path: "^middleware\\.ts$" },
      {
        path: "^(app|components|db|lib)/",
        pathNot: "^lib/(env|hosts|origin|plain-page|posted-form|security-headers)\\.ts$",
      },
    ),
    forbid(
      "db-stands-alone",
      { path: "^db/", pathNot: `${tests}|^db/migrate-main\\.ts$` },
      { path: "^(app|components|lib)/", pathNot: "^lib/(env|errors|shutdown)\\.ts$" },
    ),
    forbid("lib-knows-no-pages", { path: "^lib/", pathNot: `^lib/server/|${tests}` }, { path: "^app/" }),
    forbid("lib-knows-no-components", { path: "^lib/", pathNot: tests }, { path: "^components/" }),
    forbid("components-know-no-pages", { path: "^components/" }, { path: "^app/" }),
    forbid(
      "components-know-no-database",
      { path: "^components/" },
      { path: "^db/", dependencyTypesNot: ["type-only"] },
    ),
    forbid("ui-stands-alone", { path: "^components/ui/" }, { path: "^components/(?!ui/)|^lib/[^/]+/" }),
    forbid(
      "table-uses-ui",
      { path: "^components/data-table/" },
      { path: "^components/(?!ui/|data-table/)|^lib/[^/]+/" },
    ),
    forbid("form-uses-ui", { path: "^components/form/" }, { path: "^components/(?!ui/|form/)|^lib/[^/]+/" }),
    forbid(
      "feature-components-see-no-repository",
      { path: `^components/(${featureComponents.join("|") || "-"})/`, pathNot: tests },
      {
        path: "^lib/[^/]+/",
        pathNot: "^lib/[^/]+/(schema|rules|actions|words|choices|changes|[a-z-]+-(schema|rules|actions|words))\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "access-knows-no-feature",
      { path: "^lib/access/", pathNot: tests },
      { path: `${anyFeature}|^lib/(api|graphql|cli|server|jobs|mail)/` },
    ),
    ...features.map((feature) =>
      forbid(
        `${feature}-stays-behind-its-doors`,
        { path: `^lib/${feature}/`, pathNot: tests },
        { path: "^lib/(api|graphql|cli|server|setup)/" },
      ),
    ),
    forbid(
      "raw-connection",
      { path: "^(app|components|lib)/", pathNot: `${tests}|^lib/(access|auth|jobs|mail|limits|health|cli|server)/` },
      {
        path: "^db/(connection|pool|client)\\.ts$|(^|/)node_modules/(pg|postgres)/",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid("the-library-stands-alone", { path: "^sdk/src/" }, { pathNot: "^sdk/src/" }),
    forbid("nothing-uses-the-library", { path: "^(app|components|db|lib)/", pathNot: tests }, { path: "^sdk/" }),
    forbid(
      "tests-stay-tests",
      { path: "^(app|components|db|lib)/", pathNot: tests },
      { path: "^(lib/testing|e2e|bench)/" },
    ),
  ];
}

/** Configuration for dependency-cruiser. */
function configuration() {
  return {
    forbidden: rules(),
    options: {
      tsPreCompilationDeps: true,
      tsConfig: { fileName: "tsconfig.json" },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^(\\.next|\\.data|sdk/dist)/" },
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "require", "node", "default", "types"],
      },
    },
  };
}

module.exports = {
  configuration,
  places: ["app", "components", "lib", "db", "e2e", "bench", "sdk", "middleware.ts", "instrumentation-client.ts"],
};
