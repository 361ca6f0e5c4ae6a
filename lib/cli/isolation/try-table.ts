import type postgres from "postgres";
import { asGuard } from "../database";
import type { Canary } from "./canary";
import { isRefusal, openAs } from "./open";
import type { Fenced } from "./tables";

/** Without `fault` the try was held back, as it must be. */
export type Verdict = { fault?: string };

type Given = { app: postgres.Sql; owner: postgres.Sql; table: Fenced; own: Canary; other: Canary };
type Sql = postgres.TransactionSql;

class Undo extends Error {}

/** Every verb on one table, from inside `own`, aimed at `other`; then the same table without a proven context. */
export async function tryTable({ app, owner, table, own, other }: Given): Promise<Verdict[]> {
  const column = table.column;
  const name = table.name;
  const inside = (what: string, work: (sql: Sql) => Promise<number>) => tryOut(app, `${what} of ${name}`, own, work);
  const found = await inside("rows", async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql.unsafe(name)} t
      where ${sql(column)} <> ${own.id} or strpos(t::text, ${`canary-${other.slug}`}) > 0`;
    return row?.n ?? 0;
  });
  const updated = await inside("an update", async (sql) => {
    if (table.writable === null) return 0;
    const writable = sql(table.writable);
    const done = await sql`update ${sql.unsafe(name)} set ${writable} = ${writable} where ${sql(column)} = ${other.id}`;
    return done.count;
  });
  const removed = await inside("a removal", async (sql) => {
    const done = await sql`delete from ${sql.unsafe(name)} where ${sql(column)} = ${other.id}`;
    return done.count;
  });
  const foreign = await rowOf(owner, table, other);
  const added = await inside("an insert", async (sql) => {
    const done = await sql`insert into ${sql.unsafe(name)} (${sql(table.columns)})
      select ${sql(table.columns)} from jsonb_populate_record(null::${sql.unsafe(name)}, ${sql.json(foreign)})`;
    return done.count;
  });
  const bare = await tryOut(app, `rows without a context of ${name}`, null, (sql) => countRows(sql, name));
  const forged = await tryOut(app, `rows with a forged context of ${name}`, null, async (sql) => {
    await sql`select set_config('berth.context', ${"ab".repeat(204)}, true), set_config('berth.detail', '{}', true)`;
    return countRows(sql, name);
  });
  return [found, updated, removed, added, bare, forged, await seesItsOwn(app, table, own)];
}

/** A fence that hides everything would pass all of the above. */
async function seesItsOwn(app: postgres.Sql, { name }: Fenced, own: Canary): Promise<Verdict> {
  try {
    const seen = await app.begin(async (sql) => {
      await openAs(sql, own);
      return countRows(sql, name);
    });
    return seen > 0 || emptyByNature.has(name) ? {} : { fault: `${name} shows nothing even to its own organization.` };
  } catch (error) {
    return { fault: `${name} cannot be read by its own organization: ${String(error)}` };
  }
}

/** Nothing of these belongs to a new organization. */
const emptyByNature = new Set(["ownership_transfers"]);

async function tryOut(
  app: postgres.Sql,
  what: string,
  canary: Canary | null,
  work: (sql: Sql) => Promise<number>,
): Promise<Verdict> {
  let reached = 0;
  let begun = false;
  try {
    await app.begin(async (sql) => {
      if (canary) await openAs(sql, canary);
      begun = true;
      reached = await work(sql);
      throw new Undo();
    });
  } catch (error) {
    if (!begun) throw error;
    if (!(error instanceof Undo)) return isRefusal(error) ? {} : { fault: `${what}: ${String(error)}` };
  }
  return reached === 0 ? {} : { fault: `${what} got through the fence (${reached}).` };
}

async function countRows(sql: Sql, name: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql.unsafe(name)}`;
  return row?.n ?? 0;
}

/** The other organization's row as the wall sees it, or at least its organization. */
async function rowOf(owner: postgres.Sql, { name, column }: Fenced, other: Canary): Promise<postgres.JSONValue> {
  const [row] = await asGuard(
    owner,
    (sql) => sql<{ row: postgres.JSONValue }[]>`select to_jsonb(t) as row from ${sql.unsafe(name)} t
      where ${sql(column)} = ${other.id} limit 1`,
  );
  return row?.row ?? { [column]: other.id };
}
