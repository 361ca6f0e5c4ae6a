import type { Database } from "@/lib/access/database";
import type { Cell } from "@/lib/csv/cells";
import { encodeId } from "@/lib/ids";
import { organizationStandards } from "@/lib/measures/convert";
import { exactSize, exactWeight, majorText, type Standards } from "@/lib/measures/words";
import type { Row } from "@/lib/resource/declaration";
import type { Field } from "@/lib/resource/field-schema";
import { namesOf } from "@/lib/resource/targets";
import { exportedColumns, type Part } from "./columns";
import type { Held, Sheet } from "./sheet";

type Around = { sheet: Sheet; standards: Standards; names: Map<string, Map<string, string>> };

/** Records as rows of cells: one each, or one for each line that belongs to it. */
export async function cellsOf(db: Database, sheet: Sheet, records: Held[]): Promise<Cell[][]> {
  const parts = exportedColumns(sheet).map(({ part }) => part);
  const around = { sheet, standards: await organizationStandards(db), names: await namesIn(db, parts, records) };
  return records.flatMap(({ values, lines }) =>
    (lines.length > 0 ? lines : [{}]).map((line) => parts.map((part) => cellOf(part, { values, line }, around))),
  );
}

async function namesIn(db: Database, parts: Part[], records: Held[]): Promise<Around["names"]> {
  const names: Around["names"] = new Map();
  for (const part of parts) {
    if (!("field" in part) || part.field.kind !== "reference" || part.as === "id") continue;
    const rows = part.of === "record" ? records.map(({ values }) => values) : records.flatMap(({ lines }) => lines);
    const ids = rows.map((row) => row[part.name]).filter((id) => typeof id === "string");
    names.set(`${part.of} ${part.name}`, await namesOf(db, part.field.to, ids));
  }
  return names;
}

function cellOf(part: Part, { values, line }: { values: Row; line: Row }, around: Around): Cell {
  if (part.of === "fact")
    return part.name === "id" ? encodeId(around.sheet.prefix, String(values.id)) : moment(values[part.name]);
  if (part.of === "standard")
    return part.name === "currency"
      ? String(values.currency ?? around.standards.currency)
      : around.standards[part.name];
  const value = (part.of === "record" ? values : line)[part.name];
  if (value === null || value === undefined) return "";
  if (part.field.kind === "reference")
    return part.as === "id"
      ? encodeId(part.field.to.prefix, String(value))
      : (around.names.get(`${part.of} ${part.name}`)?.get(String(value)) ?? "");
  return valueCell(part.field, value, { ...around.standards, currency: String(values.currency ?? "") });
}

function valueCell(field: Field, value: unknown, standards: Standards): Cell {
  switch (field.kind) {
    case "integer":
      return Number(value);
    case "money":
      return amount(majorText(Number(value), standards.currency));
    case "weight":
      return exactWeight(Number(value), standards.weightUnit);
    case "size":
      return exactSize(Number(value), standards.dimensionUnit);
    case "flag":
      return value === true;
    case "choice":
      return field.options.find((option) => option.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}

function moment(value: unknown): Cell {
  return value instanceof Date ? value.toISOString() : "";
}

/** A number where a number holds every digit. */
function amount(text: string): Cell {
  const [, part = ""] = text.split(".");
  return Number(text).toFixed(part.length) === text ? Number(text) : text;
}
