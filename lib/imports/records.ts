import type { Line } from "@/lib/csv/read";
import { BerthError } from "@/lib/errors";
import type { Sheet } from "@/lib/sheets/sheet";
import type { Mapping } from "./mapping";
import { mostRecords, type TakeInput } from "./schema";

type TakenRecord = TakeInput["records"][number];

/** Rows as records: where records have lines, following rows of one name belong together. Notes values that repeat. */
export async function* recordsOf(
  lines: AsyncIterable<Line>,
  { sheet, mapping, unique }: { sheet: Sheet; mapping: Mapping; unique: string[] },
): AsyncGenerator<TakenRecord> {
  const placeOf = (name: string) =>
    mapping.columns.findIndex(
      (column) => column?.part.of === "record" && column.part.name === name && column.part.as === "value",
    );
  const title = sheet.lines ? placeOf(sheet.title) : -1;
  const seen = new Map(unique.map((name) => [name, { at: placeOf(name), values: new Map<string, number>() }]));
  const nameOf = ({ cells }: Line) => (title < 0 ? "" : (cells[title] ?? "").trim());
  let rows: Line[] = [];
  let count = 0;
  for await (const line of lines) {
    const [first] = rows;
    if (first && (nameOf(line) === "" || nameOf(line) !== nameOf(first))) {
      yield finished();
      rows = [];
    }
    rows.push(line);
    if (rows.length > 1000)
      throw new BerthError("invalid", `More than 1,000 rows from line ${rows[0]?.line} on are one ${sheet.words.one}.`);
  }
  if (rows.length > 0) yield finished();

  function finished(): TakenRecord {
    count += 1;
    if (count > mostRecords)
      throw new BerthError(
        "invalid",
        `This file has more than ${mostRecords.toLocaleString("en")} ${sheet.words.many}. Split it and try again.`,
      );
    const repeats: Record<string, number> = {};
    const [first] = rows;
    for (const [name, { at, values }] of seen) {
      const value = (first?.cells[at] ?? "").trim();
      if (at < 0 || value === "" || !first) continue;
      const before = values.get(value);
      if (before !== undefined) repeats[name] = before;
      else values.set(value, first.line);
    }
    return { rows, repeats };
  }
}
