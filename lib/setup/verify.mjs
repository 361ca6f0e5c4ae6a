import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { requireNode } from "./node-version.mjs";
import { root, run, runPackage } from "./run.mjs";

const { places } = createRequire(import.meta.url)("./boundaries.cjs");

const checks = [
  ["package-lock is complete", async () => list((await import("./lockfile.mjs")).lockfileFaults())],
  ["no known-bad dependency", knownBad],
  [
    "format and lint",
    () => runPackage("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."], { quiet: true }),
  ],
  ["import boundaries", boundaries],
  ["nothing kept across requests", async () => list((await import("./patterns.mjs")).patternFaults())],
  ["types", types],
  ["dead code", () => runPackage("knip/bin/knip.js", ["--no-progress"], { quiet: true })],
  ["attacks named and tested", async () => list((await import("./catalogue.mjs")).catalogueFaults())],
  [
    "the client library is as new as the API",
    () => run(process.execPath, ["--import", "tsx", "sdk/generate/main.ts", "--check"], { quiet: true }),
  ],
  ["references in README", async () => list((await import("./documents.mjs")).documentFaults())],
];

/** Runs every check, says what it finds, and counts. */
export async function verify() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, check] of checks) {
    const started = Date.now();
    const { ok, output, note } = await check().catch((error) => ({ ok: false, output: String(error?.stack ?? error) }));
    counts[ok ? "passed" : "failed"] += 1;
    console.log(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (note) console.log(`    ${note}`);
    if (!ok) console.log(output.replace(/^/gm, "    "));
  }
  return counts;
}

function list(faults) {
  return { ok: faults.length === 0, output: faults.join("\n") };
}

async function knownBad() {
  const { advisoryFaults, advisoryScope } = await import("./advisories.mjs");
  return { ...list(advisoryFaults()), note: advisoryScope() };
}

async function boundaries() {
  const found = places.filter((place) => existsSync(root + place));
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", ...found];
  const { output } = await runPackage("dependency-cruiser/bin/dependency-cruise.mjs", args, { quiet: true });
  const start = output.indexOf("{");
  if (start < 0) return { ok: false, output };
  const { totalCruised, violations } = JSON.parse(output.slice(start)).summary;
  if (totalCruised < found.length) return { ok: false, output: `Only ${totalCruised} modules were read.` };
  return list(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
}

async function types() {
  const prepared = await runPackage("next/dist/bin/next", ["typegen"], { quiet: true });
  return prepared.ok ? runPackage("typescript/bin/tsc", ["--noEmit", "-p", "."], { quiet: true }) : prepared;
}

if (process.argv[1]?.endsWith("verify.mjs")) {
  requireNode();
  const { passed, failed } = await verify();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
