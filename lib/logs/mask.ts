/** What stands where a secret stood. */
export const masked = "[masked]";
/** What ends a text that was longer. */
export const cutMark = "… [cut]";
/** Most characters of a body that are kept. */
export const longest = 16_000;
/** And of an answer that only told what was asked: whoever needs it whole asks again, and lists would fill the log. */
export const longestTold = 4000;
/** Of a query, in characters; the wall keeps no more either. */
export const longestQuery = 2000;

const words =
  "password|passphrase|secret|token|authorization|cookie|credential|private_?key|api_?key|recovery_?code|factor_?code|one_?time";
const secretName = new RegExp(words, "i");

/** No word goes on here. In JSON the letter of a line break or a tab is none. */
const begin = String.raw`(?<!(?<!\\|\\u[0-9a-f]{3})\w)`;
/** Forms of secrets of ours, and of those that others send along: keys, tokens, links that open something. */
const plainForms = [
  `${begin}(?:key_(?:test_)?|srv_|whsec_|at_|rt_|bs_|bp_|ls_|pv_|wi_|sk_|pk_|ghp_|xox[a-z]-)[0-9A-Za-z_~+/=-]{16,}`,
  String.raw`${begin}(?:[Bb]earer|[Bb]asic|[Tt]oken) +[\w~+/.=-]{8,}`,
  String.raw`(/(?:join|activate|verify|reset-password|invitation|invite|handoff|confirm|request|open)[/?](?:token=)?)[\w-]{16,}`,
].join("|");
/** What every signed token has in it. */
const tokenMark = "eyJ";
/** Signed tokens. From the beginning of a run alone, or a text of such beginnings is read once for each of them. */
const tokenForm = String.raw`(?<![\w-])(?=[\w-]*${tokenMark})[\w-]{11,}\.[\w-]{8,}\.[\w-]*`;
const plainSecrets = new RegExp(plainForms, "g");
const secrets = new RegExp(`${tokenForm}|${plainForms}`, "g");

/** Looking for signed tokens takes as long as all the rest, and few texts have any. */
function withoutSecrets(text: string): string {
  return text.replace(text.includes(tokenMark) ? secrets : plainSecrets, `$1${masked}`);
}

/** Names of fields whose values are secret beside those that are secret everywhere. */
export type Names = ReadonlySet<string>;

export const noNames: Names = new Set();

export function isSecretName(name: string, names: Names = noNames): boolean {
  return names.has(name) || secretName.test(name);
}

/** A text without what looks like a secret, wherever in it that stands. */
export function maskText(text: string): string {
  return text.length < 12 ? text : withoutSecrets(text);
}

/** A value as JSON for the log: secrets masked by name and by form, cut where it is long. Walks no further than it keeps. */
export function maskedJson(value: unknown, names: Names = noNames): string {
  const parts: string[] = [];
  const left = { characters: longest };
  write(value, { parts, left, names, depth: 0 });
  const text = parts.join("");
  return left.characters > 0 ? text : cut(text);
}

/**
 * The JSON that an answer is, for the log. Masked as text, since it is ours and long. `free`: it may have names that its
 * operation does not declare.
 */
export function maskedAnswer(
  text: string,
  { names, free, most = longest }: { names: Names; free: boolean; most?: number },
): string {
  const kept = text.slice(0, most + 400); // a secret at the cut is still whole
  const all = free && secretName.test(kept);
  const some = all || [...names].some((name) => kept.includes(`"${name}":`));
  return cut(withoutSecrets(some ? maskNamed(kept, names, all) : kept), most);
}

/** Masks what stands under secret names: under all of them, or under the given ones alone. */
function maskNamed(text: string, names: Names, all: boolean): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const end = endOfText(text, at);
    const name = text.slice(at + 1, end - 1);
    at = end;
    if (text[end] !== ":" || !(all ? isSecretName(name, names) : names.has(name))) continue;
    at = endOfValue(text, end + 1);
    if (at === end + 1) continue;
    parts.push(text.slice(kept, end + 1), `"${masked}"`);
    kept = at;
  }
  return parts.join("") + text.slice(kept);
}

/** Where a value ends that begins here, a list or record with all that it holds. Where it begins, for true, false and null. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === '"') at = endOfText(text, at) - 1;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    else if (depth === 0) return at + (/^-?[\d.eE+-]+/.exec(text.slice(at, at + 40))?.[0].length ?? 0);
    if (depth <= 0) return at + 1;
  }
  return text.length;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

export function cut(text: string, most = longest): string {
  return text.length <= most
    ? text
    : `${text.slice(0, most - cutMark.length).replace(/[\ud800-\udbff]$/, "")}${cutMark}`;
}

type Writing = { parts: string[]; left: { characters: number }; names: Names; depth: number };

function write(value: unknown, at: Writing): void {
  if (at.left.characters <= 0) return;
  const below = { ...at, depth: at.depth + 1 };
  if (typeof value === "string") put(at, JSON.stringify(maskText(value.slice(0, longest))));
  else if (value === null || typeof value !== "object") put(at, JSON.stringify(value) ?? "null");
  else if (at.depth > 60) put(at, '"[deep]"');
  else if (Array.isArray(value)) writeList(value, at, below);
  else writeFields(value, at, below);
}

function writeFields(value: object, at: Writing, below: Writing): void {
  put(at, "{");
  let comma = "";
  for (const [name, each] of Object.entries(value)) {
    if (at.left.characters <= 0) return;
    if (each === undefined) continue;
    put(at, `${comma}${JSON.stringify(maskText(name.slice(0, longest)))}:`);
    comma = ",";
    if (each !== null && typeof each !== "boolean" && isSecretName(name, at.names)) put(at, `"${masked}"`);
    else write(each, below);
  }
  put(at, "}");
}

function writeList(values: unknown[], at: Writing, below: Writing): void {
  put(at, "[");
  for (const [index, each] of values.entries()) {
    if (at.left.characters <= 0) return;
    if (index > 0) put(at, ",");
    write(each, below);
  }
  put(at, "]");
}

function put({ parts, left }: Writing, text: string): void {
  parts.push(text);
  left.characters -= text.length;
}
