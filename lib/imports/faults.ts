import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";
import { type Fields, inputName } from "@/lib/resource/field-schema";
import { columnsOf } from "@/lib/sheets/columns";
import type { Sheet } from "@/lib/sheets/sheet";
import type { Fault } from "./inputs";
import type { Mapping } from "./mapping";
import type { FaultyRow, TakeInput } from "./schema";

type Placed = { place: number; fault: Fault };
type Cells = TakeInput["records"][number]["rows"];

/** What an input's schema says, by field of the input. */
export function issuesOf(error: z.ZodError): FieldErrors {
  const found: FieldErrors = {};
  for (const { path, message } of error.issues) {
    const says = message.includes("received undefined") ? "This is missing." : message;
    const name = path.join(".");
    found[name] = [...(found[name] ?? []), says];
  }
  return found;
}

/** Sentences by field as sentences by row and column. */
export function placed(sheet: Sheet, errors: FieldErrors): Placed[] {
  return Object.entries(errors).flatMap(([path, messages]) => {
    const { place, column } = placeOf(sheet, path);
    return messages.map((message) => ({ place, fault: { column, message } }));
  });
}

function placeOf(sheet: Sheet, path: string): { place: number; column: string } {
  const [first = "", at = "", ...rest] = path.split(".");
  if (sheet.lines && first === sheet.lines.name) {
    const name = rest.join(".");
    return { place: Number(at) || 0, column: labelIn(sheet, "line", sheet.lines.fields, name) };
  }
  return { place: 0, column: labelIn(sheet, "record", sheet.fields, path) };
}

function labelIn(sheet: Sheet, of: "record" | "line", fields: Fields, path: string): string {
  const name = Object.entries(fields).find(
    ([key, field]) => key === path || inputName(key, field) === path || (path !== "" && key.startsWith(`${path}.`)),
  )?.[0];
  const all = columnsOf(sheet);
  const own = all.find(({ part }) => part.of === of && part.name === name);
  return (own ?? all.find(({ part }) => part.of === "standard" && part.name === path))?.label ?? "";
}

const elsewhere: Fault = { column: "", message: "Another row of the same record has a fault." };

/** The rows of one refused record as they are kept: no secret of the file among them. */
export function faultyRows(rows: Cells, { columns }: Mapping, found: Placed[]): FaultyRow[] {
  const isSecret = (at: number) => {
    const part = columns[at]?.part;
    return part !== undefined && "field" in part && part.field.kind === "secret";
  };
  return rows.map(({ line, cells }, place) => {
    const faults = found.filter((each) => each.place === place).map(({ fault }) => fault);
    return {
      line,
      faults: faults.length > 0 ? faults : [elsewhere],
      cells: cells.map((cell, at) => (isSecret(at) ? "" : cell.replaceAll("\0", ""))),
    };
  });
}
