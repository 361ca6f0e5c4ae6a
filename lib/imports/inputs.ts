import type { Database } from "@/lib/access/database";
import type { Row } from "@/lib/resource/declaration";
import { inputName } from "@/lib/resource/field-schema";
import type { Column } from "@/lib/sheets/columns";
import type { Sheet } from "@/lib/sheets/sheet";
import type { Mapping } from "./mapping";
import { idsByName, type Names, referenceOf } from "./references";
import type { FaultyRow, TakeInput } from "./schema";
import { put, typedValue } from "./values";

type Cells = TakeInput["records"][number]["rows"][number];
export type Fault = FaultyRow["faults"][number];
/** What creating takes, and what is wrong already, by the line it stands on. */
export type Given = { input: Row; faults: { line: number; fault: Fault }[] };

/** Records of a file as inputs of creating one: names of other records become their ids, empty cells are left out. */
export async function inputsOf(db: Database, sheet: Sheet, { columns }: Mapping, records: Cells[][]): Promise<Given[]> {
  const names = await idsByName(db, referencesIn(columns, records.flat()));
  return records.map((rows) => inputOf(sheet, columns, rows, names));
}

function referencesIn(columns: Mapping["columns"], rows: Cells[]) {
  return columns.flatMap((column, at) => {
    if (!column || !("field" in column.part) || column.part.field.kind !== "reference") return [];
    const { to: link } = column.part.field;
    return rows.map(({ cells }) => ({ link, name: (cells[at] ?? "").trim() })).filter(({ name }) => name !== "");
  });
}

function inputOf(sheet: Sheet, columns: Mapping["columns"], rows: Cells[], names: Names): Given {
  const given: Given = { input: {}, faults: [] };
  const lines: Row[] = [];
  for (const [place, row] of rows.entries()) {
    const line: Row = {};
    if (row.cells.length > columns.length)
      tell(given, row, "", "This row has more cells than the first line has columns.");
    for (const [at, column] of columns.entries())
      if (column && (place === 0 || inLine(column)))
        set(inLine(column) ? line : given.input, column, { row, at, given, names, columns });
    lines.push(line);
  }
  if (sheet.lines) given.input[sheet.lines.name] = lines;
  return given;
}

type At = { row: Cells; at: number; given: Given; names: Names; columns: Mapping["columns"] };

function set(into: Row, { part, label }: Column, { row, at, given, names, columns }: At): void {
  const cell = (row.cells[at] ?? "").trim();
  if (part.of === "fact") return;
  if (part.of === "standard") {
    if (cell !== "") into[part.name] = part.name === "currency" ? cell.toUpperCase() : cell.toLowerCase();
    return;
  }
  const { field, name } = part;
  if (field.kind !== "reference") {
    if (cell !== "") put(into, name, typedValue(field, cell));
    return;
  }
  const key = inputName(name, field);
  // An ID says more than a name: where both stand, the name is only there to be read.
  if (cell === "" || (part.as === "value" && hasId(columns, part, row))) return;
  const found = referenceOf(field.to, cell, names);
  if ("fault" in found) tell(given, row, label, found.fault);
  else into[key] = found.id;
}

/** Whether the row gives this reference by its ID too. */
function hasId(columns: Mapping["columns"], { name }: { name: string }, row: Cells): boolean {
  const place = columns.findIndex(
    (each) => each && "as" in each.part && each.part.as === "id" && each.part.name === name,
  );
  return place >= 0 && (row.cells[place] ?? "").trim() !== "";
}

function tell(given: Given, { line }: Cells, column: string, message: string): void {
  given.faults.push({ line, fault: { column, message } });
}

function inLine({ part }: Column): boolean {
  return part.of === "line";
}
