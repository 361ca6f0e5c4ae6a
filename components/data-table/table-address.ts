import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";

/** What a table keeps in the address. A change of order or filter begins at the first page. */
export const tableParsers = {
  sort: parseAsString,
  cursor: parseAsString,
  trail: parseAsArrayOf(parseAsString, "~"),
  hide: parseAsArrayOf(parseAsString),
  density: parseAsStringLiteral(["cozy", "compact"]),
};

export const tableKeys: string[] = [...Object.keys(tableParsers), "limit", "tab", "view", "open"];

const firstPage = "first";
const keptPages = 20;

type Query = { toString(): string };

export function addressWith(query: Query, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query.toString());
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text ? `?${text}` : "?";
}

export function sortedBy(query: Query, column: string, current: string | undefined): string {
  const sort = current === column ? `-${column}` : column;
  return addressWith(query, { sort, cursor: null, trail: null });
}

/** Cursors only lead on, so the way back is a trail of the cursors that led here. */
export function nextPage(query: Query, cursor: string | null, trail: string[], next: string): string {
  const steps = [...trail, cursor ?? firstPage].slice(-keptPages);
  return addressWith(query, { cursor: next, trail: steps.join("~") });
}

export function previousPage(query: Query, trail: string[]): string {
  const back = trail.at(-1) ?? firstPage;
  const rest = trail.slice(0, -1);
  return addressWith(query, { cursor: back === firstPage ? null : back, trail: rest.length ? rest.join("~") : null });
}
