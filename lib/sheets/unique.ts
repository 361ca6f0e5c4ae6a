import { and, eq, inArray, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { columnsIn } from "@/lib/resource/columns";
import type { Row } from "@/lib/resource/declaration";

const known = new Map<string, Promise<string[]>>();

/** Names in code of the columns that no two records of an organization share, as the database's keys say. */
export function uniqueColumns(db: Database, table: PgTable): Promise<string[]> {
  const { name } = getTableConfig(table);
  const found = known.get(name) ?? readKeys(db, table, name);
  known.set(name, found);
  found.catch(() => known.delete(name));
  return found;
}

async function readKeys(db: Database, table: PgTable, name: string): Promise<string[]> {
  const rows = await db.rows(
    sql`select a.attname as column from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[1] and a.attname <> 'id'
      left join pg_attribute m on m.attrelid = i.indrelid and m.attnum = i.indkey[2]
      where i.indrelid = ${`public.${name}`}::regclass and i.indisunique and not i.indisprimary
        and (i.indnkeyatts = 2 or i.indnkeyatts = 3 and m.attname = 'test_mode')`,
    z.object({ column: z.string() }),
  );
  const own = Object.entries(columnsIn(table));
  return rows.flatMap(({ column }) => own.filter(([, { name: each }]) => each === column).map(([key]) => key));
}

/** Which of these rows say what another record says already, or one before them, with the column. */
export async function takenBy(db: Database, table: PgTable, rows: Row[]): Promise<Map<Row, string>> {
  const taken = new Map<Row, string>();
  const columns = columnsIn(table);
  const { organizationId } = columns;
  for (const key of await uniqueColumns(db, table)) {
    const column = columns[key];
    const values = rows.map((row) => row[key]).filter((value) => value !== null && value !== undefined);
    if (!column || !organizationId || values.length === 0) continue;
    const present = await db.query
      .select({ value: column })
      .from(table)
      .where(and(eq(organizationId, db.organizationId), inArray(column, values)));
    const seen = new Set<unknown>(present.map(({ value }) => value));
    for (const row of rows) {
      if (row[key] === null || row[key] === undefined) continue;
      if (seen.has(row[key])) taken.set(row, key);
      seen.add(row[key]);
    }
  }
  return taken;
}
