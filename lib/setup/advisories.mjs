import { readFileSync } from "node:fs";
import { root } from "./run.mjs";

/*
 * Versions below which a published fault matters here. Kept by hand and read offline, so that a machine without a
 * network refuses a known-bad lockfile too. What was published after `reviewed` is not known to it.
 */
const reviewed = "2026-11-21";

/** Package -> lowest good version of each major line, and why. Lines below the lowest named one are refused. */
const floors = {
  next: { lines: ["16.4.6"], why: "bypasses of middleware (CVE-2025-29927 and later) and the React flight faults" },
  react: { lines: ["19.2.4"], why: "remote code execution and leaks in server functions (CVE-2025-55182 and later)" },
  "react-dom": { lines: ["19.2.4"], why: "as react" },
  "next-auth": { lines: ["4.24.15"], why: "mail addresses with quotes (GHSA-5jpx-9hw9-2fx4) and provider cookies" },
  nodemailer: { lines: ["7.0.11"], why: "wrong recipient by quoted addresses (GHSA-mm7p-fcc7-pg87), slow addresses" },
  postcss: { lines: ["8.4.31"], why: "line returns in parsed CSS (CVE-2023-44270)" },
  jose: { lines: ["4.15.9", "5.9.0", "6.0.0"], why: "compressed tokens that exhaust memory (CVE-2024-28176)" },
  cookie: { lines: ["0.7.0", "1.0.0"], why: "names and paths that smuggle other fields (CVE-2024-47764)" },
  semver: { lines: ["5.7.2", "6.3.1", "7.5.2"], why: "slow expressions (CVE-2022-25883)" },
  "cross-spawn": { lines: ["6.0.6", "7.0.5"], why: "slow expressions (CVE-2024-21538)" },
  "brace-expansion": { lines: ["1.1.12", "2.0.2", "3.0.1", "4.0.1", "5.0.0"], why: "slow expressions (CVE-2025-5889)" },
  "js-yaml": { lines: ["3.14.2", "4.1.1"], why: "prototype pollution by merge keys (CVE-2025-64718)" },
  ws: { lines: ["7.5.10", "8.17.1"], why: "many headers end the process (CVE-2024-37890)" },
  undici: { lines: ["5.29.0", "6.21.2", "7.5.0"], why: "weak multipart boundaries and slow certificates" },
  sharp: { lines: ["0.32.6"], why: "libwebp overflow (CVE-2023-4863)" },
  tar: { lines: ["6.2.1", "7.5.4"], why: "paths that leave the folder" },
  vite: { lines: ["6.4.1", "7.1.11", "8.0.0"], why: "files outside the root that a development server gave" },
  esbuild: { lines: ["0.25.0"], why: "any page could read its development server" },
  "preact-render-to-string": { lines: ["5.2.6", "6.0.0"], why: "unescaped attributes" },
};

/** Sentences about installed versions that are known to be bad, from package-lock.json alone. */
export function advisoryFaults(lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"))) {
  return Object.entries(lock.packages).flatMap(([place, { version }]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
    const floor = name && Object.hasOwn(floors, name) ? floors[name] : undefined;
    if (!floor || !version || isGood(version, floor.lines)) return [];
    return [`${place} is ${version}; good are ${floor.lines.join(", ")} and later in each line: ${floor.why}.`];
  });
}

/** What this check can and cannot say, for whoever reads its result. */
export function advisoryScope(lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"))) {
  const places = Object.keys(lock.packages).filter((place) => place !== "");
  return `${Object.keys(floors).length} packages of ${places.length} have a floor; faults published after ${reviewed} are not known to it: run npm audit where there is a network.`;
}

function isGood(version, lines) {
  const given = parts(version);
  const own = lines.filter((line) => sameLine(parts(line), given));
  if (own.length > 0) return own.some((line) => compare(given, parts(line)) >= 0);
  return compare(given, parts(lines.at(-1))) >= 0;
}

/** Versions below 1 break by their second number, others by their first. */
function sameLine(a, b) {
  return a[0] === b[0] && (a[0] !== 0 || a[1] === b[1]);
}

function compare(a, b) {
  for (let i = 0; i < 3; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

function parts(version) {
  return version.split(/[.+-]/, 3).map(Number);
}
