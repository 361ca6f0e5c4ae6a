const seen = new Map<string, number | string>();
const most = 300;
const often = 3;
let named = 0;

/**
 * A name for a statement that keeps coming back, so that each connection parses and plans it once; undefined for one
 * that does not, or when there are enough: every name holds a plan on every connection.
 */
export function statementName(text: string): string | undefined {
  const known = seen.get(text);
  if (typeof known === "string") return known;
  if (named >= most) return undefined;
  const count = (known ?? 0) + 1;
  if (count < often) {
    if (seen.size > 5000) seen.clear();
    seen.set(text, count);
    return undefined;
  }
  named += 1;
  const name = `s${named}`;
  seen.set(text, name);
  return name;
}
