import { invalidJson } from "./api-fault";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const mostLevels = 32;
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

/**
 * JSON as two readers would agree on it (RFC 8259, I-JSON of RFC 7493): no name twice, no number beyond a double, no
 * half of a surrogate pair, no NUL, at most 32 levels. Throws ApiFault 400.
 */
export function parseStrictJson(text: string): Json {
  checkStructure(text);
  const value = parse(text);
  checkValues(value);
  return value;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse makes nothing else
  } catch {
    throw invalidJson("The body is not valid JSON.");
  }
}

type Level = { names: Set<string> | undefined; atName: boolean };

/** One pass over the text without recursion: levels and names, which are gone once it is parsed. */
function checkStructure(text: string): void {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const level = levels.at(-1);
    if (character === "{" || character === "[") {
      if (levels.length === mostLevels) throw invalidJson(`The body nests deeper than ${mostLevels} levels.`);
      const object = character === "{";
      levels.push({ names: object ? new Set() : undefined, atName: object });
    } else if (character === "}" || character === "]") levels.pop();
    else if (character === "," && level) level.atName = true;
    else if (character === ":" && level) level.atName = false;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (level?.names && level.atName) noteName(level.names, text.slice(at, end + 1));
      at = end;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function noteName(names: Set<string>, quoted: string): void {
  const name = String(parse(quoted));
  if (dangerous.has(name)) throw invalidJson("The body has a field with a name that is not allowed.");
  if (names.has(name)) throw invalidJson("The body has a field twice.");
  names.add(name);
}

function checkValues(value: Json): void {
  if (typeof value === "string") checkText(value);
  else if (typeof value === "number" && !Number.isFinite(value))
    throw invalidJson("The body has a number that is too large.");
  else if (Array.isArray(value)) for (const each of value) checkValues(each);
  else if (value !== null && typeof value === "object")
    for (const [name, each] of Object.entries(value)) {
      checkText(name);
      checkValues(each);
    }
}

/** Text that the database can keep: no NUL, no half of a surrogate pair. */
export function checkText(text: string): void {
  if (text.includes("\0") || /\p{Surrogate}/u.test(text))
    throw invalidJson("The request has text that is not valid Unicode, or a NUL character.");
}
