const unprintable = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** What somebody wrote, as one line that moves no cursor, ends no line and reverses no text: each such character is named. */
export function inert(text: string): string {
  return text.replace(unprintable, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

export function inertColumns(columns: Record<string, unknown> | null): Record<string, unknown> | null {
  return columns === null
    ? null
    : Object.fromEntries(Object.entries(columns).map(([key, value]) => [inert(key), calm(value)]));
}

function calm(value: unknown): unknown {
  if (typeof value === "string") return inert(value);
  if (Array.isArray(value)) return value.map(calm);
  if (typeof value === "object" && value !== null) return inertColumns(value as Record<string, unknown>); // an object of JSON
  return value;
}
