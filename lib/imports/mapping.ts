import { type Column, columnsOf, isSet, nameKey } from "@/lib/sheets/columns";
import type { Sheet } from "@/lib/sheets/sheet";

/** The last column of a file of faulty rows; it may come back with them. */
export const faultsColumn = "Faults";

export type Mapping = {
  /** By place in the file; undefined where nothing is set from it. */
  columns: (Column | undefined)[];
  /** Heads that no column is called by. */
  unknown: string[];
  /** Labels of columns that must be there and are not. */
  missing: string[];
  /** Heads that stand there twice. */
  twice: string[];
};

/** Which column of a file sets what, by label or name. */
export function mappingOf(sheet: Sheet, header: string[]): Mapping {
  const all = columnsOf(sheet);
  const byName = new Map(all.flatMap((column) => column.names.map((name) => [name, column] as const)));
  const found = header.map((head) => byName.get(nameKey(head)));
  const columns = found.map((column) => (column && isSet(column) ? column : undefined));
  const known = new Set([nameKey(faultsColumn), ""]);
  return {
    columns,
    unknown: header.filter((head, at) => !found[at] && !known.has(nameKey(head))),
    missing: all.filter((column) => isMissing(column, columns)).map(({ label }) => label),
    twice: header.filter((_, at) => columns[at] && columns.indexOf(columns[at]) < at),
  };
}

function isMissing(column: Column, columns: (Column | undefined)[]): boolean {
  const { part } = column;
  if (!("field" in part) || part.as === "id" || !part.field.required || part.field.fixed) return false;
  return !columns.some(
    (each) => each && "field" in each.part && each.part.of === part.of && each.part.name === part.name,
  );
}
