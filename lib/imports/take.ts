import { v7 as uuidv7 } from "uuid";
import type { Database } from "@/lib/access/database";
import type { Row } from "@/lib/resource/declaration";
import type { Ready, Sheet } from "@/lib/sheets/sheet";
import { takenFault } from "@/lib/sheets/take-resource";
import { faultyRows, issuesOf, placed } from "./faults";
import { inputsOf } from "./inputs";
import { mappingOf } from "./mapping";
import type { FaultyRow, TakeInput } from "./schema";

type Taking = { db: Database; sheet: Sheet; header: string[]; records: TakeInput["records"]; keep: boolean };

/** Takes some records of a file: by the input, rules and keys of creating each by hand. Writes the good ones where `keep`. */
export async function takeBatch({
  db,
  sheet,
  header,
  records,
  keep,
}: Taking): Promise<{ good: number; bad: FaultyRow[]; faulty: number }> {
  const mapping = mappingOf(sheet, header);
  const given = await inputsOf(
    db,
    sheet,
    mapping,
    records.map(({ rows }) => rows),
  );
  const found = given.map(({ faults }, at) =>
    faults.map(({ line, fault }) => ({ place: records[at]?.rows.findIndex((row) => row.line === line) ?? 0, fault })),
  );
  const ready: Ready[] = [];
  const at = new Map<string, number>();
  for (const [index, { input }] of given.entries()) {
    const repeats = Object.entries(records[index]?.repeats ?? {});
    for (const [key, line] of repeats) {
      const [first] = placed(sheet, takenFault(sheet, key));
      if (first)
        found[index]?.push({ ...first, fault: { ...first.fault, message: `Line ${line} says the same. No two can.` } });
    }
    const parsed = sheet.createInput.safeParse(input);
    if (!parsed.success) found[index]?.push(...placed(sheet, issuesOf(parsed.error)).filter(unsaid(found[index])));
    else if (found[index]?.length === 0) {
      const id = uuidv7();
      at.set(id, index);
      ready.push({ id, input: parsed.data as Row }); // every input of creating is an object
    }
  }
  for (const [id, errors] of await sheet.take(db, ready, keep)) found[at.get(id) ?? 0]?.push(...placed(sheet, errors));
  const bad = records.flatMap(({ rows }, index) =>
    found[index]?.length ? faultyRows(rows, mapping, found[index]) : [],
  );
  const faulty = found.filter((each) => each.length > 0).length;
  return { good: records.length - faulty, bad, faulty };
}

type Placed = ReturnType<typeof placed>;

/** A reference that was not found is told once, not as missing too. */
function unsaid(said: Placed) {
  const columns = new Set(said.map(({ place, fault }) => `${place} ${fault.column}`));
  return ({ place, fault }: Placed[number]) => !columns.has(`${place} ${fault.column}`);
}
