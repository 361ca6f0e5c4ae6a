import postgres from "postgres";
import { loginRoles } from "./bootstrap";

type Login = "app" | "auth" | "worker";

/**
 * Connects with a login and says, one sentence each, where it is stronger than it may be: then the wall would stand
 * on the application's good will. An empty list is well.
 */
export async function checkLogins(url: string, expected: Login): Promise<string[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [state] = await sql<{ name: string; faults: string[] }[]>`
      with me as (select * from pg_roles where rolname = current_user),
      allowed as (select oid from pg_namespace where ${expected} = 'worker' and nspname = 'graphile_worker')
      select current_user as name, array_remove(array[
        (select 'is a superuser' from me where rolsuper),
        (select 'may bypass row-level security' from me where rolbypassrls),
        (select 'may create roles' from me where rolcreaterole),
        (select 'may create databases' from me where rolcreatedb),
        (select 'may replicate' from me where rolreplication),
        (select 'is a member of ' || string_agg(r.rolname, ', ' order by r.rolname)
          from pg_auth_members m join me on m.member = me.oid join pg_roles r on r.oid = m.roleid having count(*) > 0),
        (select 'owns the database' from pg_database d join me on d.datdba = me.oid where datname = current_database()),
        (select 'owns ' || count(*) || ' tables, views or indexes' from pg_class c join me on c.relowner = me.oid
          where c.relnamespace not in (table allowed) and c.relpersistence <> 't' and c.relnamespace <> 'pg_toast'::regnamespace
          having count(*) > 0),
        (select 'owns ' || count(*) || ' functions' from pg_proc p join me on p.proowner = me.oid
          where p.pronamespace not in (table allowed) having count(*) > 0),
        (select 'owns the schema ' || string_agg(nspname, ', ') from pg_namespace n join me on n.nspowner = me.oid
          where n.oid not in (table allowed) having count(*) > 0),
        (select 'may create schemas in the database'
          where has_database_privilege(current_database(), 'CREATE')),
        (select 'may make temporary tables' where has_database_privilege(current_database(), 'TEMP')),
        (select 'may create in the schema ' || string_agg(nspname, ', ' order by nspname) from pg_namespace n
          where n.oid not in (table allowed) and has_schema_privilege(n.oid, 'CREATE') having count(*) > 0),
        (select 'may read the server''s files' where has_function_privilege('pg_read_file(text)', 'EXECUTE')),
        (select 'may make large objects' where has_function_privilege('lo_create(oid)', 'EXECUTE'))
      ], null) as faults`;
    if (!state) return [];
    const wrongName = state.name === loginRoles[expected] ? [] : [`is not ${loginRoles[expected]}`];
    return [...wrongName, ...state.faults].map((fault) => `The database login ${state.name} ${fault}.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
