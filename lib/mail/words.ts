// Line breaks, control characters, bidirectional overrides and invisible separators: nothing that a name needs.
const unprintable = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+/gu;
const unprintableButBreaks = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const wordJoiner = "\u2060";

/** One line without control characters; what a header field or a name may hold. */
export function oneLine(text: string, longest = 200): string {
  const line = text.replace(unprintable, " ").replace(/ {2,}/g, " ").trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}

/** A name written by somebody else: one line in which mail programs find no address to turn into a link. */
export function inertName(text: string): string {
  return withoutLinks(oneLine(text, 120));
}

/** A message written by somebody else: keeps its line breaks, holds no address that becomes a link. */
export function inertMessage(text: string): string {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(unprintableButBreaks, " ")
    .replace(/\n{3,}/g, "\n\n");
  return withoutLinks(clean.trim().slice(0, 2000));
}

/** A subject: one line, without the joiners that keep names from becoming links in a body. */
export function subjectLine(text: string): string {
  return oneLine(text.replaceAll(wordJoiner, ""));
}

/** "21 November 2026, 04:15 CET": always with the zone that it is told in. */
export function timeInWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  })
    .format(at)
    .replace(" at ", ", ");
}

function withoutLinks(text: string): string {
  return text
    .replace(/:\/\//g, `:${wordJoiner}/${wordJoiner}/`)
    .replace(/(?<=[\p{L}\p{N}])([.@])(?=[\p{L}\p{N}])/gu, `${wordJoiner}$1${wordJoiner}`);
}
