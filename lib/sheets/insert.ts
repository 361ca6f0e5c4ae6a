import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/access/database";
import { isConnectionLoss, isRetryable } from "@/lib/access/database-errors";
import type { Row } from "@/lib/resource/declaration";

type Batch = { table: PgTable; linesTable: PgTable | undefined; records: { row: Row; lines: Row[] }[] };

/**
 * Writes rows in one statement each for records and lines. Where the database refuses something of it, record by record,
 * so that only the refused one is left out. Answers those.
 */
export async function insertMany(db: Database, { table, linesTable, records }: Batch): Promise<Set<Row>> {
  if (records.length === 0) return new Set();
  if (await inserted(db, { table, linesTable, records })) return new Set();
  const refused = new Set<Row>();
  if (records.length === 1) for (const { row } of records) refused.add(row);
  const half = Math.ceil(records.length / 2);
  if (records.length > 1)
    for (const part of [records.slice(0, half), records.slice(half)])
      for (const row of await insertMany(db, { table, linesTable, records: part })) refused.add(row);
  return refused;
}

async function inserted(db: Database, { table, linesTable, records }: Batch): Promise<boolean> {
  await db.query.execute(sql`savepoint batch`);
  try {
    await db.query.insert(table).values(records.map(({ row }) => row) as never); // names of the table's own columns
    const lines = records.flatMap((record) => record.lines);
    if (linesTable && lines.length > 0) await db.query.insert(linesTable).values(lines as never); // likewise
    await db.query.execute(sql`release savepoint batch`);
    return true;
  } catch (error) {
    if (isConnectionLoss(error) || isRetryable(error)) throw error;
    await db.query.execute(sql`rollback to savepoint batch`);
    return false;
  }
}
