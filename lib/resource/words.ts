import { majorText } from "@/lib/measures/words";
import { emptyPostal } from "@/lib/postal/words";
import { type Field, type Fields, inputName, type Shape, usesMoney } from "./field-schema";

type Row = Record<string, unknown>;
type Value = string | boolean | Record<string, string>;

/** "parcel preset" as a title: "Parcel preset". */
export function asTitle(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "a customer", "an order". */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

/** What a form begins with: a record's values as text, or nothing yet. */
export function formDefaults(
  shape: Shape,
  record: Row | undefined,
  currency: string,
): Record<string, Value | Record<string, Value>[]> {
  const of = String(record?.currency ?? currency);
  const { lines } = shape;
  const rows = lines && Array.isArray(record?.[lines.name]) ? (record[lines.name] as Row[]) : [undefined]; // as its output declares
  return {
    ...(record ? { id: String(record.id) } : {}),
    ...fieldDefaults(shape.fields, record, of),
    ...(lines ? { [lines.name]: rows.map((row) => fieldDefaults(lines.fields, row, of)) } : {}),
    ...(usesMoney(shape) ? { currency: of } : {}),
  };
}

export function fieldDefaults(fields: Fields, record: Row | undefined, currency: string): Record<string, Value> {
  const shown = Object.entries(fields).filter(([, { fixed, once }]) => !fixed && !(record && once));
  return Object.fromEntries(
    shown.map(([name, field]) => [inputName(name, field), textOf(field, record?.[name], currency)]),
  );
}

function textOf(field: Field, value: unknown, currency: string): Value {
  if (field.kind === "postal") return { ...emptyPostal, ...(value as Record<string, string> | null | undefined) }; // as its output declares
  if (field.kind === "flag") return value === undefined || value === true;
  if (value === null || value === undefined || field.kind === "secret")
    return field.kind === "choice" && field.required && value === undefined ? (field.options[0]?.value ?? "") : "";
  if (field.kind === "money") return majorText(Number(value), currency);
  if (field.kind === "reference") return String((value as { id: string }).id); // as its output declares
  return String(value);
}
