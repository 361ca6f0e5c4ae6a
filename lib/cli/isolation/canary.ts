import { createHash, randomBytes } from "node:crypto";
import type postgres from "postgres";
import { asGuard } from "../database";
import { CommandError } from "../report";
import { makeSeedOrganization } from "../seed/organizations";

export type Canary = { id: string; slug: string; session: string };

/** An organization whose every free-text column carries `canary-SLUG`, and its owner's session on its host. */
export function makeCanary(owner: postgres.Sql, slug: string): Promise<Canary> {
  return asGuard(owner, async (sql) => {
    const id = await makeSeedOrganization(sql, slug, { rows: 3, canary: true });
    if (id === null) throw new CommandError(`${slug} is there already.`);
    const nonce = randomBytes(16).toString("hex");
    const hash = createHash("sha256").update(nonce).digest("hex");
    const [row] = await sql<{ session: string }[]>`
      with person as (select user_id from public.memberships where organization_id = ${id} and role_key = 'owner'),
      root as (select guard.create_session(user_id, 'operator', 'berth verify', '{}') as secret from person)
      select secret as session from root`;
    const root = row?.session ?? "";
    const [code] = await sql<{ code: string }[]>`select guard.create_handoff(${root}, ${slug}, ${hash}, '{}') as code`;
    const [host] = await sql<{ session: string }[]>`
      select guard.redeem_handoff(${code?.code ?? ""}, ${slug}, ${nonce}, '{}') as session`;
    return { id, slug, session: host?.session ?? "" };
  });
}

/** Removes its rows and its people. The audit keeps what happened to them. */
export function removeCanary(owner: postgres.Sql, { id }: Canary): Promise<void> {
  return asGuard(owner, async (sql) => {
    const people = await sql<
      { user_id: string }[]
    >`select user_id from public.memberships where organization_id = ${id}`;
    await sql`update public.organizations set state = 'deleted', founded_by = null where id = ${id}`;
    const tables = await sql<{ name: string }[]>`
      select a.attrelid::regclass::text as name from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'guard')
      where a.attname = 'organization_id' and a.attnum > 0`;
    await removeRows(
      sql,
      tables.map(({ name }) => name),
      id,
    );
    await sql`delete from public.organizations where id = ${id}`;
    await sql`delete from public.users where id = any (${people.map(({ user_id }) => user_id)}::uuid[])`;
  });
}

/** References between the tables decide the order; a table that is still referred to is tried again. */
async function removeRows(sql: postgres.TransactionSql, tables: string[], id: string): Promise<void> {
  const left: string[] = [];
  for (const table of tables) {
    const done = await sql
      .savepoint((inner) => inner`delete from ${inner.unsafe(table)} where organization_id = ${id}`)
      .then(() => true)
      .catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "23503") return false;
        throw error;
      });
    if (!done) left.push(table);
  }
  if (left.length > 0 && left.length < tables.length) await removeRows(sql, left, id);
  else if (left.length > 0) throw new CommandError(`Rows of the canary organization stayed in ${left.join(", ")}.`);
}
