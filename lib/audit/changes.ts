type Columns = Record<string, unknown> | null;

/** One value as it is shown: words, a moment, or an id with the name of what it stands for. */
export type Shown =
  | { kind: "text"; text: string }
  | { kind: "moment"; at: string }
  | { kind: "id"; id: string; name: string | undefined };

export type Difference = { field: string; before: Shown | null; after: Shown | null };

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

/** What the head of an entry says already. */
const said = new Set(["id", "organization_id"]);

/** What changed, field by field, in readable words; `names` are those of the ids in it. Empty fields of a new record are left out. */
export function differences(entry: { before: Columns; after: Columns; names?: Record<string, string> }): Difference[] {
  const { before, after, names = {} } = entry;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !said.has(field))
    .map((field) => ({
      field: fieldWords(field),
      before: shown(before?.[field], names),
      after: shown(after?.[field], names),
    }))
    .filter((change) => change.before !== null || change.after !== null);
}

function fieldWords(field: string): string {
  const words = field.replace(/_(id|key)$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown, names: Record<string, string>): Shown | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return { kind: "text", text: value ? "Yes" : "No" };
  if (typeof value !== "string") return { kind: "text", text: listText(value) };
  if (uuid.test(value)) return { kind: "id", id: value, name: names[value] };
  if (moment.test(value) && !Number.isNaN(Date.parse(value))) return { kind: "moment", at: value };
  return { kind: "text", text: value };
}

function listText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.map(String).join(", ");
  return JSON.stringify(value);
}
