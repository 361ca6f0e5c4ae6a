/** What a table keeps in the address, beside its search and filters. */
export const tableKeys: string[] = ["sort", "cursor", "trail", "hide", "density", "limit", "tab", "view", "open"];

export type Changes = Record<string, string | null>;

/** A change of order or filter begins at the first page. */
export const atFirstPage = { cursor: null, trail: null };

const firstPage = "first";
const keptPages = 20;

type Query = { toString(): string };

export function addressWith(query: Query, changes: Changes): string {
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
  return addressWith(query, { sort, ...atFirstPage });
}

/** Several values of one name, joined by a comma or a sign of their own; undefined where the address has no such name. */
export function listedIn(query: URLSearchParams, key: string, sign = ","): string[] | undefined {
  return query.get(key)?.split(sign).filter(Boolean);
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
