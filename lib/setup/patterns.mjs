import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/*
 * An organization's data is never kept across requests [S37]. React's own cache() lives as long as one
 * request and is allowed.
 */
const kept = [/["']use cache/, /\b(unstable_cache|cacheLife|cacheTag)\b/, /export const (revalidate|fetchCache)\b/];
const prerendered = [/dynamic\s*=\s*["'](force-static|error)["']/, /\bgenerateStaticParams\b|next\/root-params/];
const moduleState = [/^(export )?(let|var) /m, /^(export )?const \w+ = new (Map|Set|WeakMap|WeakSet)(<.*>)?\(\);$/m];

/** Files that keep something in their module, and why no organization's data can get from there to another's. */
const exceptions = {
  "lib/limits/limits.ts": "counters' rules by name; the counts are rows",
  "lib/limits/calls.ts":
    "who is being counted at this moment, how many calls are counted ahead, and whose minute is full; the counts are rows",
  "lib/api/meter.ts": "whose calls a credential's digest counts as; the database proves each anew",
  "lib/api/call-note.ts": "of each operation whether its answers may have names of anybody's choice",
  "lib/api/turns.ts": "requests that wait for the same one, while it runs",
  "lib/api/openapi.ts": "the document is the same for everybody",
  "lib/api/json-schema.ts": "schemas of operations",
  "lib/api/schema-shape.ts": "what schemas say about names",
  "lib/access/conversation.ts": "each connection's own query builder, joined to one conversation at a time",
  "lib/access/opened.ts":
    "what each credential was answered last, by its hash; counts only where the database says it again",
  "lib/access/database.ts": "prepared questions by connection; their values come with each question",
  "lib/access/after.ts": "what is still to be written after answers, and when a credential was last noted",
  "lib/env.ts": "the environment",
  "lib/resource/targets.ts": "the declared tables that others may refer to; no rows",
  "lib/files/files.ts": "the disk; each key begins with its organization",
  "lib/sheets/unique.ts": "unique columns of each table, the same for everybody",
  "components/ui/catch-up.ts": "controls of this browser's page and what was done in them early; nothing on the server",
  "components/ui/toast.ts": "what this browser's page was asked to say and has not said yet; nothing on the server",
  "components/ui/time-text.ts": "formatters of times by zone and habit, never a time",
  "lib/seal.ts": "keys derived from the installation's secret",
};

/** One sentence for each fault in the sources. */
export function patternFaults() {
  const files = ["app", "components", "lib"].flatMap(sources);
  if (files.length < 100) return [`Only ${files.length} files were read.`];
  const stateful = new Set();
  const faults = files.flatMap((file) => {
    const text = readFileSync(root + file, "utf8");
    const any = (patterns) => patterns.some((pattern) => pattern.test(text));
    if (any(moduleState)) stateful.add(file);
    return [
      ...(any(kept) ? [`${file} keeps answers across requests.`] : []),
      ...(any(prerendered) ? [`${file} renders a page before there is a reader.`] : []),
      ...(stateful.has(file) && !Object.hasOwn(exceptions, file)
        ? [`${file} keeps state in its module, where every organization shares it.`]
        : []),
    ];
  });
  const idle = Object.keys(exceptions).filter((file) => !stateful.has(file));
  return [...faults, ...idle.map((file) => `${file} needs no exception in lib/setup/patterns.mjs any more.`)];
}

function sources(place) {
  return readdirSync(root + place, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return path === join("lib", "testing") ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
