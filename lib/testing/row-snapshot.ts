import { guard } from "./world";

/** A table with the audit trigger: what it leaves out, and the columns whose change alone it tells, where it names any. */
type Audited = { name: string; leftOut: string[]; only: string[] };
export type Row = { table: string; id: string; digest: string; whole: string };
export type Change = { table: string; id: string; action: "insert" | "update" | "delete"; audited: boolean };

/** Every table of the application and of the wall, as the audit trigger sees it. */
export async function auditedTables(): Promise<{ audited: Audited[]; others: string[] }> {
  const rows = await guard<{ name: string; leftOut: string[] | null; only: string[] | null; triggered: boolean }[]>`
    select n.nspname || '.' || c.relname as name, t.oid is not null as triggered,
      array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as "leftOut",
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (t.tgattr)) as only
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'guard')
    left join pg_trigger t on t.tgrelid = c.oid and t.tgfoid = 'audit.record()'::regprocedure
    where c.relkind = 'r' and has_table_privilege(c.oid, 'select') order by 1`;
  return {
    audited: rows
      .filter(({ triggered }) => triggered)
      .map(({ name, leftOut, only }) => ({ name, leftOut: leftOut ?? [], only: only ?? [] })),
    others: rows.filter(({ triggered }) => !triggered).map(({ name }) => name),
  };
}

/** Each row of these tables by its id, with a digest of what the audit trail tells of it. */
export async function snapshot({ audited, others }: Awaited<ReturnType<typeof auditedTables>>): Promise<Row[]> {
  const idOf = "coalesce(j ->> 'id', j ->> 'user_id', md5(j::text))";
  const parts = [
    ...audited.map(({ name, leftOut, only }) => {
      const told = only.length > 0 ? only.map((column) => `j -> '${column}'`).join(" || '|' || ") : null;
      const rest = `(j - array[${[...leftOut, "updated_at"].map((column) => `'${column}'`).join(",")}])::text`;
      return `select '${name}' as "table", ${idOf} as id, md5(${told ? `concat(${told.replaceAll(" || '|' || ", ", ")})` : rest}) as digest,
        md5(j::text) as whole from (select to_jsonb(x) as j from ${name} x) y`;
    }),
    ...others.map(
      (name) => `select '${name}', ${idOf}, md5(j::text), md5(j::text) from (select to_jsonb(x) as j from ${name} x) y`,
    ),
  ];
  return guard.unsafe<Row[]>(parts.join(" union all "));
}

/** What differs between two snapshots. */
export function changesBetween(before: Row[], after: Row[], audited: Set<string>): Change[] {
  const keyed = (rows: Row[]) => new Map(rows.map((row) => [`${row.table} ${row.id}`, row]));
  const [had, has] = [keyed(before), keyed(after)];
  const changes: Change[] = [];
  for (const [key, { table, id, digest }] of has) {
    const old = had.get(key);
    const action = old ? "update" : "insert";
    if (old?.digest !== digest) changes.push({ table, id, action, audited: audited.has(table) });
  }
  for (const [key, { table, id }] of had)
    if (!has.has(key)) changes.push({ table, id, action: "delete", audited: audited.has(table) });
  return changes;
}
