import { actionWords, nearest, type Qualifier, qualifiers, viaWords } from "./query-words";

/** One part of a search: a qualifier with its values, any of which may hold, or a word of free text. */
export type Term = { key: Qualifier | "text"; not: boolean; values: string[] };

export type Query = { terms: Term[]; faults: string[] };

export const longestQuery = 500;
const mostTerms = 20;
const asTyped = new Set<Qualifier>(["actor", "record", "created"]);
const day = /^(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d)?$/;
const comparison = /^(>=|<=|>|<)?(.+)$/;

/**
 * Reads what somebody typed: `actor:maria -action:viewed created:>=2026-01-01 "two words"`. A minus turns a part
 * around, commas mean either, quotes hold spaces together. Every fault is a sentence; the rest is read all the same.
 */
export function parseQuery(text: string): Query {
  const query: Query = { terms: [], faults: [] };
  for (const token of tokensOf(text, query.faults)) addTerm(token, query);
  if (query.terms.length > mostTerms) query.faults.push(`Look for at most ${mostTerms} things at once.`);
  return query;
}

/** The query as text again: what the form writes. */
export function writeQuery(terms: Term[]): string {
  return terms
    .map(({ key, not, values }) => {
      const written = values.map(quoted).join(",");
      return `${not ? "-" : ""}${key === "text" ? written : `${key}:${written}`}`;
    })
    .join(" ");
}

/** A created: value in its parts, each a day or a minute; `until` is exclusive after its own day or minute. */
export function momentsOf(value: string): { from?: string; after?: string; until?: string; before?: string } | null {
  const [from, to, more] = value.split("..");
  if (to !== undefined)
    return from && to && more === undefined && isMoment(from) && isMoment(to) ? { from, until: to } : null;
  const [, sign, moment = ""] = comparison.exec(value) ?? [];
  if (!isMoment(moment)) return null;
  if (sign === ">=") return { from: moment };
  if (sign === ">") return { after: moment };
  if (sign === "<=") return { until: moment };
  if (sign === "<") return { before: moment };
  return { from: moment, until: moment };
}

function* tokensOf(text: string, faults: string[]): Generator<string> {
  let token = "";
  let open = false;
  for (const mark of text.replaceAll(/[“”]/g, '"')) {
    if (mark === '"') open = !open;
    if (/\s/.test(mark) && !open) {
      if (token) yield token;
      token = "";
    } else token += mark;
  }
  if (open) faults.push("A quotation mark is left open.");
  if (token) yield token;
}

function addTerm(token: string, { terms, faults }: Query): void {
  const not = token.length > 1 && token.startsWith("-");
  const rest = not ? token.slice(1) : token;
  const [, key = "", value = ""] = /^([A-Za-z_]+):(.*)$/s.exec(rest) ?? [];
  if (!key || value.startsWith("//")) {
    const plain = rest.replaceAll('"', "").trim();
    if (plain) terms.push({ key: "text", not, values: [plain] });
    return;
  }
  const known = key.toLowerCase();
  if (!isQualifier(known)) {
    const meant = nearest(known, Object.keys(qualifiers));
    faults.push(
      `There is no “${key}:”.${meant ? ` Did you mean “${meant}:”?` : ` Use ${listed(Object.keys(qualifiers))}.`}`,
    );
    return;
  }
  const values = valuesOf(value);
  if (values.length === 0) {
    faults.push(`Say what follows “${known}:”. ${qualifiers[known]}.`);
    return;
  }
  const wrong = values.map((each) => faultOf(known, each)).filter((fault) => fault !== undefined);
  if (known === "created" && values.length > 1) wrong.push("Give one time or range after “created:”.");
  faults.push(...wrong);
  if (wrong.length === 0) terms.push({ key: known, not, values: asTyped.has(known) ? values : values.map(lower) });
}

function valuesOf(text: string): string[] {
  return (text.match(/(?:"[^"]*"?|[^",])+/g) ?? []).map((each) => each.replaceAll('"', "").trim()).filter(Boolean);
}

function faultOf(key: Qualifier, value: string): string | undefined {
  if (key === "created" && momentsOf(value) === null)
    return `“${value}” is no day. Write 2026-01-31, >=2026-01-31, or 2026-01-01..2026-01-31.`;
  if (key === "ip" && !/^[0-9a-f.:]{1,45}\*?$/i.test(value))
    return `“${value}” is no address. Write 192.0.2.7, or 192.0.2.* for all that begin so.`;
  if (key === "request" && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    return `“${value}” is no request id. Copy one from an entry.`;
  if (key === "via" && !Object.hasOwn(viaWords, value.toLowerCase()))
    return unknown(value, "via", Object.keys(viaWords));
  if (
    key === "action" &&
    !Object.hasOwn(actionWords, value.toLowerCase()) &&
    !/^[a-z_]+\.([a-z_]+\*?|\*)$/i.test(value)
  )
    return unknown(value, "action", Object.keys(actionWords));
  return undefined;
}

function unknown(value: string, key: Qualifier, known: string[]): string {
  const meant = nearest(value, known);
  return `“${key}:” does not know “${value}”.${meant ? ` Did you mean “${meant}”?` : ` It knows ${listed(known)}.`}`;
}

function isQualifier(key: string): key is Qualifier {
  return Object.hasOwn(qualifiers, key);
}

function isMoment(text: string): boolean {
  return (
    day.test(text) &&
    !Number.isNaN(Date.parse(text.length === 10 ? text : `${text}:00Z`)) &&
    text.slice(8, 10) <= lastDay(text)
  );
}

/** The month's last day, as two digits: Date.parse takes 31 February for March. */
function lastDay(text: string): string {
  return String(new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate());
}

function quoted(value: string): string {
  return /[\s,:]|^-/.test(value) ? `"${value}"` : value;
}

function listed(words: string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function lower(text: string): string {
  return text.toLowerCase();
}
