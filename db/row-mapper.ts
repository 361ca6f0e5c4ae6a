import { Column, getTableName, is, SQL } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { PgTimestamp } from "drizzle-orm/pg-core";
import { Subquery } from "drizzle-orm/subquery";
import { readMoment } from "./moment";

type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Field = { path: string[]; field: unknown };
type Nullable = Record<string, boolean> | undefined;
type Decode = ((value: unknown) => unknown) | undefined;
type Cell = { path: string[]; decode: Decode; table: string | undefined };

type Prepared = { joinsNotNullableMap: Nullable };
type Mapper = (rows: unknown[][]) => unknown[];
type Session = {
  prepareQuery(
    query: unknown,
    fields: Field[] | undefined,
    name: string | undefined,
    arrays: boolean,
    mapper: Mapper | undefined,
    ...rest: unknown[]
  ): Prepared;
};

/**
 * Rows of this drizzle's queries are mapped by what was found out once for a query: drizzle's own mapping asks for each
 * cell anew what kind of field it is, which was most of what a page of fifty costs in Node.
 */
export function mapRowsAtOnce(drizzle: NodePgDatabase): NodePgDatabase {
  const { session } = drizzle as unknown as { session: Session }; // not in its types
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, name, arrays, mapper, ...rest) => {
    if (!fields || mapper) return prepare(query, fields, name, arrays, mapper, ...rest);
    let known: Mapper | undefined;
    const prepared = prepare(
      query,
      fields,
      name,
      arrays,
      (rows) => {
        known ??= rowMapper(fields, prepared.joinsNotNullableMap);
        return known(rows);
      },
      ...rest,
    );
    return prepared;
  };
  return drizzle;
}

/** What drizzle's `mapResultRow` makes of rows: nested by path; of a joined table that was not found, null. */
export function rowMapper(fields: Field[], nullable: Nullable): Mapper {
  const cells = fields.map(
    ({ path, field }): Cell => ({
      path,
      decode: decodeOf(field),
      table: nullable && path.length === 2 && is(field, Column) ? getTableName(field.table) : undefined,
    }),
  );
  const joined = nullable ? joinedObjects(cells, nullable) : [];
  const plan = planOf(cells);
  return (rows) => rows.map((row) => withoutMissing(objectOf(plan, row), joined));
}

/** Undefined where a value is taken as it comes. */
function decodeOf(field: unknown): Decode {
  const decoder = decoderOf(field);
  const { mapFromDriverValue } = decoder; // a column of a subquery answers this anew each time it is asked
  if (mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  if (is(decoder, PgTimestamp) && decoder.withTimezone)
    return (value) => (typeof value === "string" ? readMoment(value) : value);
  return (value) => mapFromDriverValue.call(decoder, value);
}

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  if (is(field, Subquery)) return (field._.sql as unknown as { decoder: Decoder }).decoder;
  return (field as { sql: { decoder: Decoder } }).sql.decoder;
}

/** Each nested object by the one that holds it, the row's own first, and which of them holds which cell. */
type Plan = { holders: { parent: number; name: string }[]; cells: { holder: number; name: string; decode: Decode }[] };

function planOf(cells: Cell[]): Plan {
  const holders = [{ parent: -1, name: "" }];
  const holderAt = (parent: number, name: string) => {
    const known = holders.findIndex((each) => each.parent === parent && each.name === name);
    return known >= 0 ? known : holders.push({ parent, name }) - 1;
  };
  return {
    holders,
    cells: cells.map(({ path, decode }) => ({
      holder: path.slice(0, -1).reduce(holderAt, 0),
      name: path[path.length - 1] as string, // no path is empty
      decode,
    })),
  };
}

function objectOf({ holders, cells }: Plan, row: unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const objects = [object];
  for (let at = 1; at < holders.length; at += 1) {
    const { parent, name } = holders[at] as Plan["holders"][number]; // within its length
    const made: Record<string, unknown> = {};
    (objects[parent] as Record<string, unknown>)[name] = made; // made before what it holds
    objects.push(made);
  }
  for (let at = 0; at < cells.length; at += 1) {
    const { holder, name, decode } = cells[at] as Plan["cells"][number]; // within its length
    const value = row[at];
    (objects[holder] as Record<string, unknown>)[name] = decode === undefined || value === null ? value : decode(value);
  }
  return object;
}

/** Objects of one outer-joined table each, by the names of the table's columns in them. */
function joinedObjects(cells: Cell[], nullable: Record<string, boolean>): { name: string; columns: string[] }[] {
  const objects = new Map<string, { tables: Set<string>; columns: string[] }>();
  for (const { path, table } of cells) {
    const [name, column] = path;
    if (table === undefined || name === undefined || column === undefined) continue;
    const found = objects.get(name) ?? { tables: new Set(), columns: [] };
    found.tables.add(table);
    found.columns.push(column);
    objects.set(name, found);
  }
  return [...objects]
    .filter(([, { tables }]) => tables.size === 1 && [...tables].every((table) => !nullable[table]))
    .map(([name, { columns }]) => ({ name, columns }));
}

function withoutMissing(object: Record<string, unknown>, joined: { name: string; columns: string[] }[]) {
  for (const { name, columns } of joined) {
    const found = object[name] as Record<string, unknown>;
    if (columns.every((column) => found[column] === null)) object[name] = null;
  }
  return object;
}
