/**
 * Where a spreadsheet could begin a formula: at the start of a cell, and after a quote or a separator inside of it, for
 * programs that split there (SECURITY 92). An apostrophe in front makes text of it; `'=` becomes `''=`, so that taking
 * one away gives back exactly what was there.
 */
const starts = /^(?='*[=+\-@＝＋－＠\t\r\n])|(?<=[,;|"\t\r\n])(?='*[=+\-@＝＋－＠])/g;
const marks = /^'(?='*[=+\-@＝＋－＠\t\r\n])|(?<=[,;|"\t\r\n])'(?='*[=+\-@＝＋－＠])/g;

/** Text that no spreadsheet takes for a formula. */
export function inertText(text: string): string {
  return text.replace(starts, "'");
}

/** What {@link inertText} was made from. */
export function plainText(text: string): string {
  return text.replace(marks, "");
}
