import { type Field, inputName, type Shape, usesMeasures, usesMoney } from "@/lib/resource/field-schema";

/** What a column of a sheet holds. */
export type Part =
  | { of: "record" | "line"; name: string; field: Field; as: "value" | "id" }
  | { of: "standard"; name: "currency" | "weightUnit" | "dimensionUnit" }
  | { of: "fact"; name: "id" | "createdAt" | "updatedAt" };

export type Column = { label: string; names: string[]; part: Part };

/** Every column that a list knows, in the order of its export. */
export function columnsOf(shape: Shape): Column[] {
  const { fields, lines } = shape;
  return [
    column("ID", { of: "fact", name: "id" }),
    ...Object.entries(fields).flatMap(([name, field]) => fieldColumns("record", name, field)),
    ...Object.entries(lines?.fields ?? {}).flatMap(([name, field]) =>
      fieldColumns("line", name, { ...field, label: `${capitalized(lines?.one ?? "line")}: ${field.label}` }),
    ),
    ...(usesMoney(shape) ? [column("Currency", { of: "standard", name: "currency" })] : []),
    ...(usesMeasures(shape)
      ? [
          column("Weight unit", { of: "standard", name: "weightUnit" }),
          column("Size unit", { of: "standard", name: "dimensionUnit" }),
        ]
      : []),
    column("Created", { of: "fact", name: "createdAt" }),
    column("Updated", { of: "fact", name: "updatedAt" }),
  ];
}

/** Secrets never leave. */
export function exportedColumns(shape: Shape): Column[] {
  return columnsOf(shape).filter(({ part }) => !("field" in part && part.field.kind === "secret"));
}

/** What an import sets. Facts and what follows from rules may stand in the file and are passed over. */
export function isSet({ part }: Column): boolean {
  return part.of !== "fact" && !("field" in part && part.field.fixed);
}

/** What a file may set, for people. */
export function settableColumns(shape: Shape): { label: string; needed: boolean }[] {
  return columnsOf(shape)
    .filter(isSet)
    .map(({ label, part }) => ({
      label,
      needed: "field" in part && part.as === "value" && part.field.required === true,
    }));
}

/** "Customer ID", "customer_id" and "customerId" are one name. */
export function nameKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function fieldColumns(of: "record" | "line", name: string, field: Field): Column[] {
  const value = column(field.label, { of, name, field, as: "value" });
  if (field.kind !== "reference") return [value];
  return [value, column(`${field.label} ID`, { of, name, field, as: "id" }, inputName(name, field))];
}

function column(label: string, part: Part, alias: string = part.name): Column {
  return { label, part, names: [...new Set([nameKey(label), nameKey(alias)])] };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
