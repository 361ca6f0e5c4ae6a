import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const places = ["app", "components", "db", "lib", "e2e", "bench"];

/** One sentence for each attack that SECURITY.md names and no test has in its title, and for each the other way round. */
export function catalogueFaults() {
  const promised = new Set(
    [...readFileSync(`${root}SECURITY.md`, "utf8").matchAll(/^\| (\d+) +\|/gm)].map((match) => match[1]),
  );
  const held = new Set(places.flatMap(tests).flatMap(numbersIn));
  if (promised.size === 0) return ["SECURITY.md names no attack."];
  return [
    ...[...promised].filter((number) => !held.has(number)).map((number) => `No test has [S${number}] in its title.`),
    ...[...held].filter((number) => !promised.has(number)).map((number) => `SECURITY.md does not name ${number}.`),
  ];
}

function numbersIn(file) {
  const text = readFileSync(root + file, "utf8");
  return [...text.matchAll(/\[(S\d+(?: S\d+)*)\]/g)].flatMap((match) =>
    (match[1] ?? "").split(" ").map((tag) => tag.slice(1)),
  );
}

function tests(place) {
  return readdirSync(root + place, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return tests(path);
    return /\.(test|spec)\.tsx?$/.test(entry.name) || path.startsWith("lib/testing/") || path.startsWith("lib/setup/")
      ? [path]
      : [];
  });
}
