/** Ends the process with a sentence where Node is too old for Berth. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  console.error(
    `Berth needs Node 20.20 or newer, and this is ${process.version}: install a newer one from nodejs.org.`,
  );
  process.exit(1);
}
