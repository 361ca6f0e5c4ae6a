import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packLibrary } from "./library.mjs";
import { root, runPackage, withProgress } from "./run.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "sdk/src",
  "sdk/package.json",
  "instrumentation-client.ts",
  "middleware.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const stamp = `${root}.next/berth-sources`;
const notBuilt = /\.(test|spec)\.tsx?$|^(lib\/(setup|testing)|db\/sql)(\/|$)|^public\/berth-sdk\.tgz$/;

/** Builds the application where the last build was made from other sources. Answers whether there is a build. */
export async function ensureBuild() {
  const hash = hashSources();
  if (existsSync(`${root}.next/BUILD_ID`) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { ok } = await withProgress("Building", () => runPackage("next/dist/bin/next", ["build"], { env }));
  const whole = ok && (await withProgress("Packing the client library", packLibrary));
  if (whole) writeFileSync(stamp, hash);
  return whole;
}

function hashSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn))
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(root + file))
      .update("\0");
  return hash.digest("hex");
}

function filesIn(place) {
  if (!existsSync(root + place) || notBuilt.test(place)) return [];
  let entries;
  try {
    entries = readdirSync(root + place, { withFileTypes: true });
  } catch {
    return [place];
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => filesIn(join(place, entry.name)));
}
