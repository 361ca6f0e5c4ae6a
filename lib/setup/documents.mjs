import { existsSync, readFileSync } from "node:fs";
import { root } from "./run.mjs";

const notPaths = /[<>{}*$ …]|^(https?:|mailto:|#|\/)|^[A-Z_]+$/;

/** What README.md names that does not exist: files by link or in backticks, and npm scripts. */
export function documentFaults() {
  if (!existsSync(`${root}README.md`)) return ["README.md is missing."];
  const text = readFileSync(`${root}README.md`, "utf8");
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((match) => match[1] ?? match[2]);
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]).filter(looksLikePath);
  const paths = [...linked, ...quoted]
    .filter((path) => !notPaths.test(path))
    .map((path) => path.replace(/[#?].*$/, ""));
  const named = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1]);
  return [
    ...[...new Set(paths)]
      .filter((path) => !existsSync(root + path))
      .map((path) => `README.md names ${path}, which does not exist.`),
    ...[...new Set(named)]
      .filter((name) => !scripts[name])
      .map((name) => `README.md names npm run ${name}, which does not exist.`),
  ];
}

const topLevel = /^(app|components|lib|db|drizzle|e2e|bench|public|docs|\.ci)\//;

function looksLikePath(text) {
  return topLevel.test(text);
}
