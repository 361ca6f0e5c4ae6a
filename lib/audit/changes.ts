type Columns = Record<string, unknown> | null;

/** One value as it is shown: words, a moment, or an id with the name of what it stands for. */
export type Shown =
  | { kind: "text"; text: string }
  | { kind: "moment"; at: string }
  | { kind: "id"; id: string; name: string | undefined };

export type Difference = { field: string; before: Shown | null; after: Shown | null };

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const prefixed = /^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

/** Columns that are a bundle of settings: each is known by its own name. */
const wholes = new Set(["workspace", "preferences"]);

/** What the head of an entry says already. */
const said = new Set(["id", "organization_id"]);

/** What changed, field by field, in readable words; `names` are those of the ids in it. Empty fields of a new record are left out. */
export function differences(entry: { before: Columns; after: Columns; names?: Record<string, string> }): Difference[] {
  const { names = {} } = entry;
  const [before, after] = [opened(entry.before), opened(entry.after)];
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !said.has(field) && !(field.includes(".") && same(before?.[field], after?.[field])))
    .map((field) => ({
      field: fieldWords(field),
      before: shown(before?.[field], names),
      after: shown(after?.[field], names),
    }))
    .filter((change) => change.before !== null || change.after !== null);
}

/** Settings that are kept as one JSON value change field by field too. */
function opened(columns: Columns): Columns {
  if (columns === null) return null;
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) =>
      isRecord(value) ? Object.entries(value).map(([inner, each]) => [`${name}.${inner}`, each]) : [[name, value]],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldWords(field: string): string {
  const [outer = "", inner] = field.split(".");
  const words = (inner === undefined ? outer : wholes.has(outer) ? inner : `${outer}: ${inner}`)
    .replace(/_(id|key)$/, "")
    .replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown, names: Record<string, string>): Shown | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return { kind: "text", text: value ? "Yes" : "No" };
  if (typeof value !== "string") return { kind: "text", text: listText(value) };
  if (uuid.test(value) || prefixed.test(value)) return { kind: "id", id: value, name: names[value] };
  if (moment.test(value) && !Number.isNaN(Date.parse(value))) return { kind: "moment", at: value };
  return { kind: "text", text: value };
}

function listText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.map(String).join(", ");
  return JSON.stringify(value);
}
