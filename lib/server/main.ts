const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 20)) {
  console.error(
    `Berth needs Node 20.20 or newer, and this is ${process.version}: install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

const apiOnly = process.argv.includes("--api");
// Parts of Next that others import refuse to load before Next itself.
if (!apiOnly) await import("next");

const { runServer } = await import("./run");
await runServer({ development: process.argv.includes("--dev"), apiOnly });

export {};
