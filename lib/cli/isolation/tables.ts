import type postgres from "postgres";

export type Fenced = {
  name: string;
  /** The column that holds the organization. */
  column: string;
  /** A column that the application may update, if any. */
  writable: string | null;
  /** What an insert may name. */
  columns: string[];
};

/** Every table with an organization on which the application's login has any right. */
export function fencedTables(app: postgres.Sql): Promise<Fenced[]> {
  return app<Fenced[]>`
    select c.oid::regclass::text as name, a.attname as column,
      (select w.attname from pg_attribute w where w.attrelid = c.oid and w.attnum > 0 and not w.attisdropped
        and has_column_privilege(c.oid, w.attnum, 'UPDATE') order by w.attnum limit 1) as writable,
      (select array_agg(w.attname::text order by w.attnum) from pg_attribute w where w.attrelid = c.oid and w.attnum > 0
        and not w.attisdropped and w.attidentity = '' and w.attgenerated = '') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'audit')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and a.attname = case when c.relname = 'organizations' then 'id' else 'organization_id' end
    where c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE') or has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE'))
    order by 1`;
}

/** The wall's own tables, which the application's login must not even read. */
export async function secretTables(owner: postgres.Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('guard', 'worker', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm') order by 1`;
  return rows.map(({ name }) => name);
}
