import { mkdirSync, renameSync } from "node:fs";
import { root, run } from "./run.mjs";

const packed = `${root}public/berth-sdk.tgz`;

/** Builds and packs the client library to where the installation serves it. Answers whether that worked. */
export async function packLibrary() {
  mkdirSync(`${root}.data`, { recursive: true });
  const args = ["pack", "./sdk", "--pack-destination", ".data", "--json", "--offline"];
  const { ok, output } = await run("npm", args, { quiet: true });
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(output)?.[1];
  if (ok && name) renameSync(`${root}.data/${name.replace(/^@/, "").replace("/", "-")}`, packed);
  else console.error(output);
  return ok && name !== undefined;
}

if (process.argv[1]?.endsWith("library.mjs")) process.exitCode = (await packLibrary()) ? 0 : 1;
