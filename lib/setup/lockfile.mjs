import { readFileSync, writeFileSync } from "node:fs";
import { root } from "./run.mjs";

/*
 * A registry that lists only some platforms' binaries makes npm leave the others out of package-lock.json, and npm ci
 * then fails on those platforms. What is missing follows from the packages' own optionalDependencies.
 */
const file = `${root}package-lock.json`;
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "windows",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "ppc64le",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];

/** Faults of package-lock.json, one sentence each. */
export function lockfileFaults() {
  const lock = read();
  const addresses = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  return [
    ...missingEntries(lock).map(([place]) => `${place} is missing: run node lib/setup/lockfile.mjs.`),
    ...addresses.map(([place]) => `${place} names a registry: run node lib/setup/lockfile.mjs.`),
  ];
}

function read() {
  return JSON.parse(readFileSync(file, "utf8"));
}

function missingEntries(lock) {
  const missing = new Map();
  for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(optionalDependencies))
      if (!isPlaced(lock, place, name)) missing.set(`node_modules/${name}`, entryFor(name, range));
  return [...missing];
}

function isPlaced(lock, place, name) {
  for (let folder = place; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

function entryFor(name, range) {
  const parts = name.split(/[/-]/);
  const system = systems.find((part) => parts.includes(part));
  const processor = processors.find((part) => parts.includes(part));
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(processor ? { cpu: [processor] } : {}),
    ...(name.endsWith("-musl")
      ? { libc: ["musl"] }
      : name.endsWith("-gnu") && system === "linux"
        ? { libc: ["glibc"] }
        : {}),
    optional: true,
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
  };
}

function complete() {
  const lock = read();
  for (const entry of Object.values(lock.packages)) delete entry.resolved;
  const missing = missingEntries(lock);
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} entries added.`);
}

if (process.argv[1]?.endsWith("lockfile.mjs")) complete();
