import { parseQuery, writeQuery } from "./query-rules";
import { actionWords, qualifiers, recordTypes, viaWords } from "./query-words";
import { recordWord } from "./words";

export type Suggestion = { text: string; hint: string };

export type Known = { people: string[]; operations: string[] };

const most = 8;

/** What the part of the query under the caret could become, and where it stands. */
export function suggestionsAt(
  text: string,
  caret: number,
  known: Known,
): { from: number; to: number; list: Suggestion[] } {
  const from = partStart(text, caret);
  const to = from + (/^(?:"[^"]*"?|[^\s"])*/.exec(text.slice(from))?.[0].length ?? 0);
  const typed = text.slice(from, caret);
  const minus = typed.startsWith("-") ? "-" : "";
  const rest = typed.slice(minus.length);
  const [, key, value = ""] = /^([a-z]+):(.*)$/i.exec(rest) ?? [];
  const list = key ? valuesFor(key.toLowerCase(), value, known) : keysFor(rest);
  return { from, to, list: list.slice(0, most).map(({ text: own, hint }) => ({ text: `${minus}${own}`, hint })) };
}

/** The query with one part in place of another; a value is ended by a space, a key waits for its value. */
export function completed(text: string, { from, to }: { from: number; to: number }, chosen: string): string {
  const end = chosen.endsWith(":") ? "" : " ";
  return `${text.slice(0, from)}${chosen}${end}${text.slice(to).trimStart()}`;
}

function keysFor(typed: string): Suggestion[] {
  return Object.entries(qualifiers)
    .filter(([key]) => key.startsWith(typed.toLowerCase()))
    .map(([key, hint]) => ({ text: `${key}:`, hint }));
}

function valuesFor(key: string, typed: string, { people, operations }: Known): Suggestion[] {
  const before = typed.slice(0, typed.lastIndexOf(",") + 1);
  const wanted = typed.slice(before.length).replaceAll('"', "").toLowerCase();
  const offered = (entries: [string, string][]) =>
    entries
      .filter(([value, hint]) => value.toLowerCase().includes(wanted) || hint.toLowerCase().includes(wanted))
      .map(([value, hint]) => ({ text: `${key}:${before}${writtenValue(value)}`, hint }));
  const labels = (words: Record<string, { label: string }>) =>
    Object.entries(words).map(([word, { label }]): [string, string] => [word, label]);
  switch (key) {
    case "actor":
      return offered([["me", "Yourself"], ...people.map((name): [string, string] => [name, "Member"])]);
    case "action":
      return offered([...labels(actionWords), ...operations.map((name): [string, string] => [name, "Operation"])]);
    case "record":
      return offered(Object.entries(recordTypes).map(([word, type]) => [word, `Every ${recordWord(type)}`]));
    case "via":
      return offered(labels(viaWords));
    case "created":
      return offered(days());
    default:
      return [];
  }
}

function days(): [string, string][] {
  const ago = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);
  return [
    [`>=${ago(0)}`, "Today"],
    [`>=${ago(7)}`, "The last seven days"],
    [`>=${ago(30)}`, "The last thirty days"],
    [`${ago(0).slice(0, 8)}01..${ago(0)}`, "This month"],
  ];
}

function partStart(text: string, caret: number): number {
  let start = 0;
  let open = false;
  for (let at = 0; at < caret; at += 1) {
    if (text[at] === '"') open = !open;
    if (/\s/.test(text[at] ?? "") && !open) start = at + 1;
  }
  return start;
}

function writtenValue(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** The query without the part at this place. */
export function without(text: string, place: number): string {
  return writeQuery(parseQuery(text).terms.filter((_, at) => at !== place));
}
