import { existsSync, readFileSync } from "node:fs";
import { root, run, withProgress } from "./run.mjs";

/** Installs what package-lock.json names where node_modules lacks it or has another version. */
export async function ensurePackages() {
  if (areInstalled()) return;
  const args = ["ci", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"];
  const { ok } = await withProgress("Installing packages", () =>
    run("npm", args, { env: { NODE_ENV: "development" } }),
  );
  if (ok) return;
  console.error(
    "The packages could not be installed: see what npm says above, and whether this machine reaches its registry.",
  );
  process.exit(1);
}

function areInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  const wanted = packagesOf("package-lock.json");
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === "" || optional || installed[place]?.version === version,
  );
}

function packagesOf(file) {
  return existsSync(root + file) ? JSON.parse(readFileSync(root + file, "utf8")).packages : {};
}
