import type postgres from "postgres";
import { branchBound, notBranchBound, scopeExpressions, scopes } from "./branch-bound";
import { definers } from "./definers";
import { exemptions } from "./exemptions";
import { inBothModes, modePolicy } from "./modes";

export type Violation = { rule: string; subject: string; detail: string };
type Rule = { name: string; find: (sql: postgres.ISql) => Promise<{ subject: string; detail: string }[]> };

/** The fence as the catalogue prints it. Anything else, however alike, is no fence. */
const fences = [
  "(organization_id = guard.organization_id())",
  "(id = guard.organization_id())",
  "(id = guard.user_id())",
];

/**
 * Everything that a policy may say: bare columns compared with a STABLE function of the wall, no sub-select, nothing
 * VOLATILE. What a permissive policy admits is bounded by the fence.
 */
const policyExpressions = [
  ...fences,
  "(organization_id IS NOT NULL)",
  "(id IS NOT NULL)",
  "(user_id = guard.user_id())",
  "true",
  ...scopeExpressions,
  modePolicy,
];

const views = Object.fromEntries(Object.entries(branchBound).map(([table, { view }]) => [table, view]));

const ours = ["public", "guard", "audit", "worker", "berth_migrations"];

const rules: Rule[] = [
  {
    name: "tenant-column",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'no organization_id uuid not null as first column' as detail
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull
          and a.atttypid = 'uuid'::regtype and a.attnum = 1)`,
  },
  {
    name: "primary-key",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'the primary key is not (organization_id, id)' as detail
      from pg_class c join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id' and o.attnum = 1
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
          and pg_get_constraintdef(k.oid) = 'PRIMARY KEY (organization_id, id)')`,
  },
  {
    name: "row-security",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'row level security is not both enabled and forced' as detail
      from pg_class c where c.relkind in ('r', 'p')
        and (c.relnamespace = 'public'::regnamespace or c.oid = 'audit.entries'::regclass)
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    name: "fence",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'no restrictive fence for all commands of berth_app' as detail
      from pg_class c where c.relkind in ('r', 'p')
        and (c.relnamespace = 'public'::regnamespace or c.oid = 'audit.entries'::regclass)
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'fence' and not p.polpermissive
          and p.polcmd = '*' and p.polroles = array['berth_app'::regrole::oid]
          and pg_get_expr(p.polqual, c.oid) = any (${fences})
          and (p.polwithcheck is null or pg_get_expr(p.polwithcheck, c.oid) = any (${fences})))`,
  },
  {
    name: "policy-true",
    find: (sql) => sql`
      select c.oid::regclass || '/' || p.polname as subject, 'a policy that is always true' as detail
      from pg_policy p join pg_class c on c.oid = p.polrelid
      where ('true' in (pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)))
        and p.polroles <> array['berth_guard'::regrole::oid]
        and c.relnamespace::regnamespace::text = any (${ours})`,
  },
  {
    name: "policy-roles",
    find: (sql) => sql`
      select c.oid::regclass || '/' || p.polname as subject, 'a policy for other roles than berth_app or berth_guard' as detail
      from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace::regnamespace::text = any (${ours})
        and p.polroles not in (array['berth_app'::regrole::oid], array['berth_guard'::regrole::oid])`,
  },
  {
    name: "policy-expression",
    find: (sql) => sql`
      select c.oid::regclass || '/' || p.polname as subject, 'an expression that was not reviewed: ' || e.expression as detail
      from pg_policy p join pg_class c on c.oid = p.polrelid
      cross join lateral unnest(array[pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)]) e (expression)
      where c.relnamespace::regnamespace::text = any (${ours}) and e.expression <> all (${policyExpressions})`,
  },
  {
    name: "branch-scope",
    find: async (sql) => {
      const tables = await sql<{ name: string }[]>`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'branch_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped`;
      const policies = await sql<{ name: string; command: string; reads: string | null; writes: string | null }[]>`
        select c.relname as name, p.polcmd::text as command, pg_get_expr(p.polqual, c.oid) as reads,
          pg_get_expr(p.polwithcheck, c.oid) as writes
        from pg_policy p join pg_class c on c.oid = p.polrelid
        where p.polpermissive and p.polroles = array['berth_app'::regrole::oid]`;
      const unknown = tables.filter(({ name }) => !(name in branchBound) && !(name in notBranchBound));
      const wrong = policies.filter(({ name, command, reads, writes }) => {
        const table = scopes[name];
        const [mayRead, mayWrite] = table ? (table[command] ?? ["no other command"]) : [reads, writes];
        return reads !== mayRead || (writes ?? null) !== (mayWrite ?? null);
      });
      return [
        ...unknown.map(({ name }) => ({ subject: name, detail: "names a branch and is not judged by it" })),
        ...wrong.map(({ name, command }) => ({ subject: `${name}/${command}`, detail: "does not ask for the branch" })),
      ];
    },
  },
  {
    name: "mode",
    find: async (sql) => {
      const shared = Object.keys(inBothModes);
      const found = await sql<{ subject: string; detail: string }[]>`
        with apart as (select c.oid, c.relname, a.attnum from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'test_mode' and a.attnotnull and not a.attisdropped
          where (c.relnamespace = 'public'::regnamespace or c.oid = 'audit.entries'::regclass) and c.relkind in ('r', 'p'))
        select c.oid::regclass::text as subject, 'neither test nor live, and nobody said why' as detail from pg_class c
        where (c.relnamespace = 'public'::regnamespace or c.oid = 'audit.entries'::regclass) and c.relkind in ('r', 'p')
          and c.oid not in (select oid from apart)
          and c.relname <> all (${shared})
        union all
        select name, 'said to be the same in both modes, and is not' from unnest(${shared}::text[]) name
        where not exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = name
          and c.oid not in (select oid from apart))
        union all
        select t.oid::regclass::text, 'no restrictive policy keeps its test and live rows apart' from apart t
        where not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'mode' and not p.polpermissive
          and p.polcmd = '*' and p.polroles = array['berth_app'::regrole::oid]
          and pg_get_expr(p.polqual, t.oid) = ${modePolicy}
          and coalesce(pg_get_expr(p.polwithcheck, t.oid), ${modePolicy}) = ${modePolicy})
        union all
        select t.oid::regclass::text, 'a row may change its mode' from apart t
        where has_column_privilege('berth_app', t.oid, t.attnum, 'update')
        union all
        select k.conrelid::regclass || '/' || k.conname, 'a reference that leads from one mode to the other' from pg_constraint k
        join apart own on own.oid = k.conrelid join apart theirs on theirs.oid = k.confrelid
        where k.contype = 'f' and not (own.attnum = any (k.conkey) and theirs.attnum = any (k.confkey))
        union all
        select i.indexrelid::regclass::text, 'a key over both modes' from pg_index i join apart t on t.oid = i.indrelid
        where i.indisunique and not i.indisprimary and t.attnum <> all (i.indkey) and not exists (
          select from pg_constraint k join apart theirs on theirs.oid = k.confrelid
          where k.conrelid = t.oid and k.contype = 'f' and t.attnum = any (k.conkey)
            and array_remove(k.conkey, t.attnum) <@ string_to_array(i.indkey::text, ' ')::int2[])`;
      return found;
    },
  },
  {
    name: "policy-for-grant",
    find: (sql) => sql`
      select c.oid::regclass || ' ' || a.privilege_type as subject, 'granted to berth_app without a permissive policy of its own' as detail
      from pg_class c cross join lateral aclexplode(c.relacl) a
      where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and a.grantee = 'berth_app'::regrole
        and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and not exists (
          select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polroles = array['berth_app'::regrole::oid]
            and p.polcmd::text = case a.privilege_type when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end)`,
  },
  {
    name: "foreign-key",
    find: (sql) => sql`
      select k.conrelid::regclass || '/' || k.conname as subject, 'a key between tenant tables that does not carry organization_id on both sides' as detail
      from pg_constraint k
      join pg_attribute own on own.attrelid = k.conrelid and own.attname = 'organization_id'
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'organization_id'
      join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and t.relnamespace = 'public'::regnamespace
        and c.relnamespace::regnamespace::text in ('public', 'guard')
        and not (k.conkey[1] = own.attnum and k.confkey[1] = theirs.attnum)
      union all
      select k.conrelid::regclass || '/' || k.conname, 'a shared table that points at a tenant table'
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and t.relnamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id')
        and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id')
      union all
      select k.conrelid::regclass || '/' || k.conname, 'SET NULL or SET DEFAULT on a composite key'
      from pg_constraint k where k.contype = 'f' and cardinality(k.conkey) > 1 and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd'))
      union all
      select k.conrelid::regclass || '/' || k.conname, 'a tenant row that goes with a shared one'
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.confdeltype = 'c'
        and not exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id')`,
  },
  {
    name: "index-led",
    find: (sql) => sql`
      select i.indexrelid::regclass::text as subject, 'an index of a tenant table that organization_id does not lead' as detail
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id'
      where c.relnamespace in ('public'::regnamespace, 'audit'::regnamespace) and i.indkey[0] <> o.attnum
        and i.indexrelid::regclass::text <> 'audit.entries_refused'`,
  },
  {
    name: "table-grant",
    find: (sql) => sql`
      select c.oid::regclass || ' ' || a.privilege_type || ' to ' || coalesce(r.rolname, 'PUBLIC') as subject, 'a grant that nobody should hold' as detail
      from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where c.relnamespace::regnamespace::text = any (${[...ours, "graphile_worker"]}) and a.grantee <> c.relowner and (
        r.rolname is null
        or r.rolname not in ('berth_app', 'berth_guard', 'berth_owner', 'berth_auth', 'berth_worker')
        or r.rolname in ('berth_auth', 'berth_worker')
        or r.rolname = 'berth_app' and c.relnamespace::regnamespace::text in ('guard', 'worker', 'graphile_worker')
        or r.rolname = 'berth_app' and c.relnamespace::regnamespace::text in ('audit', 'berth_migrations') and a.privilege_type <> 'SELECT'
        or r.rolname = 'berth_app' and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        or r.rolname = 'berth_app' and a.privilege_type = 'UPDATE' and c.relrowsecurity
        or r.rolname = 'berth_owner' and c.relnamespace::regnamespace::text in ('guard', 'audit'))
      union all
      select t.attrelid::regclass || '.' || t.attname || ' ' || a.privilege_type, 'a column grant that nobody should hold'
      from pg_attribute t join pg_class c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) a
      where c.relnamespace::regnamespace::text = any (${ours})
        and (a.grantee <> 'berth_app'::regrole or c.relnamespace <> 'public'::regnamespace
          or a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE') or t.attname in ('organization_id', 'id', 'user_id', 'slug', 'state'))`,
  },
  {
    name: "guard-tables",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'not owned by berth_guard' as detail
      from pg_class c where c.relnamespace in ('guard'::regnamespace, 'audit'::regnamespace)
        and c.relkind in ('r', 'p', 'v', 'S') and c.relowner <> 'berth_guard'::regrole
      union all
      select c.oid::regclass::text, 'not owned by berth_owner'
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relowner <> 'berth_owner'::regrole`,
  },
  {
    name: "definer",
    find: async (sql) => {
      const found = await sql<{ signature: string; owner: string; config: string[] | null; definer: boolean }[]>`
        select p.oid::regprocedure::text as signature, r.rolname as owner, p.proconfig as config, p.prosecdef as definer
        from pg_proc p join pg_roles r on r.oid = p.proowner
        where p.pronamespace::regnamespace::text = any (${ours})
          and (p.prosecdef or has_function_privilege('berth_app', p.oid, 'execute'))`;
      const reviewed = new Set(definers);
      const violations = found.flatMap(({ signature, owner, config, definer }) => [
        ...(reviewed.delete(signature) ? [] : [{ subject: signature, detail: "is not on the reviewed list" }]),
        ...(config?.includes("search_path=pg_catalog, pg_temp") || !definer
          ? []
          : [{ subject: signature, detail: "search_path is not pinned" }]),
        ...(owner === "berth_guard" || owner === "berth_worker" || !definer
          ? []
          : [{ subject: signature, detail: `is owned by ${owner}` }]),
      ]);
      return [
        ...violations,
        ...[...reviewed].map((signature) => ({ subject: signature, detail: "is reviewed but does not exist" })),
      ];
    },
  },
  {
    name: "function-grant",
    find: (sql) => sql`
      select p.oid::regprocedure::text as subject, 'executable by PUBLIC' as detail from pg_proc p
      where p.pronamespace::regnamespace::text = any (${ours}) and has_function_privilege('public', p.oid, 'execute')
      union all
      select p.oid::regprocedure::text, 'executable by berth_auth' from pg_proc p
      where p.pronamespace::regnamespace::text = any (${ours}) and has_function_privilege('berth_auth', p.oid, 'execute')
        and p.proname not in ('issue_session') and p.proname !~ '^identity_'`,
  },
  {
    name: "fence-function",
    find: (sql) => sql`
      select p.oid::regprocedure::text as subject, 'must be STABLE, PARALLEL RESTRICTED and SECURITY DEFINER' as detail
      from pg_proc p where p.oid in ('guard.organization_id()'::regprocedure, 'guard.user_id()'::regprocedure,
        'guard.test_mode()'::regprocedure,
        'guard.in_branch(uuid,text)'::regprocedure, 'guard.in_branch_or_shared(uuid,text)'::regprocedure,
        'guard.may_act_in_branch(uuid,text)'::regprocedure, 'guard.is_of_branch(uuid)'::regprocedure,
        'guard.sees_entry(text,uuid)'::regprocedure, 'guard.is_own(uuid)'::regprocedure,
        'guard.is_own_import(uuid)'::regprocedure)
        and not (p.provolatile = 's' and p.proparallel = 'r' and p.prosecdef)`,
  },
  {
    name: "trail-kind",
    find: (sql) => sql`
      select distinct t.tgrelid::regclass::text as subject, 'is on the record, and guard.trail_kind does not know whose its entries are' as detail
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgfoid = 'audit.record()'::regprocedure and guard.trail_kind(c.relname) is null
      union all
      select b.key, 'is owned by branches, and its entries are not' from jsonb_each_text(${sql.json(views)}) b
      where guard.trail_kind(b.key) is distinct from b.value`,
  },
  {
    name: "views",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'a view without security_invoker, or a kind of relation that has no fence' as detail
      from pg_class c where c.relnamespace::regnamespace::text = any (${ours}) and (
        c.relkind in ('m', 'f')
        or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
        or c.relispartition and not c.relrowsecurity)`,
  },
  {
    name: "logins",
    find: (sql) => sql`
      select rolname as subject, 'is stronger than it may be' as detail from pg_roles
      where rolname in ('berth_owner', 'berth_guard', 'berth_app', 'berth_auth', 'berth_worker')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit
          or rolname = 'berth_guard' and rolcanlogin)
      union all
      select m.member::regrole || ' in ' || m.roleid::regrole, 'a membership that should not be' from pg_auth_members m
      where m.member::regrole::text like 'berth%' and (m.member, m.roleid) <> ('berth_owner'::regrole, 'berth_guard'::regrole)
      union all
      select r.rolname || ' on the database', 'may create or make temporary tables' from pg_roles r
      where r.rolname in ('berth_app', 'berth_auth', 'berth_worker') and (
        has_database_privilege(r.rolname, current_database(), 'temp') or has_database_privilege(r.rolname, current_database(), 'create'))
      union all
      select r.rolname || ' in ' || n.nspname, 'may create in a schema' from pg_roles r, pg_namespace n
      where r.rolname in ('berth_app', 'berth_auth') and has_schema_privilege(r.rolname, n.oid, 'create')
      union all
      select 'berth_app owns ' || c.oid::regclass, 'owns something' from pg_class c
      where c.relowner in ('berth_app'::regrole, 'berth_auth'::regrole)`,
  },
  {
    name: "audit-trigger",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'no audit trigger for insert, update and delete' as detail
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'audit.record()'::regprocedure and t.tgenabled = 'O'
          and t.tgtype & 28 = 28 and t.tgtype & 1 = 1 and t.tgqual is null)
      union all
      select name, 'no audit trigger on this table of the wall' from unnest(array['guard.super_admins', 'guard.sessions',
        'guard.invitations', 'guard.api_keys']) name
      where not exists (select from pg_trigger t where t.tgrelid = name::regclass and t.tgfoid = 'audit.record()'::regprocedure
        and t.tgenabled = 'O')
      union all
      select 'audit.entries', 'entries can be changed' where (select count(*) from pg_trigger t
        where t.tgrelid = 'audit.entries'::regclass and t.tgfoid = 'audit.refuse_change()'::regprocedure and t.tgenabled = 'O') < 2`,
  },
  {
    name: "event-trigger",
    find: (sql) => sql`
      select c.oid::regclass::text as subject, 'on the record, and no event tells of its changes' as detail
      from pg_trigger a join pg_class c on c.oid = a.tgrelid
      where a.tgfoid = 'audit.record()'::regprocedure and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'guard.tell_event()'::regprocedure and t.tgenabled = 'O'
          and t.tgtype & 28 = 28 and t.tgtype & 1 = 1 and t.tgqual is null)
      union all
      select 'audit.entries', 'no event tells of acts that change no record' where not exists (select from pg_trigger t
        where t.tgrelid = 'audit.entries'::regclass and t.tgfoid = 'guard.tell_audit_event()'::regprocedure and t.tgenabled = 'O')
      union all
      select c.oid::regclass::text, 'its events carry a column that its audit entries leave out'
      from pg_trigger a join pg_trigger t on t.tgrelid = a.tgrelid and t.tgfoid = 'guard.tell_event()'::regprocedure
      join pg_class c on c.oid = a.tgrelid
      where a.tgfoid = 'audit.record()'::regprocedure
        and not string_to_array(encode(t.tgargs, 'escape'), '\\000') @> string_to_array(encode(a.tgargs, 'escape'), '\\000')`,
  },
  {
    name: "plan-limit",
    find: (sql) => sql`
      select l.name::regclass::text as subject, 'rows come in past the plan: no trigger takes room of ' || l.most as detail
      from (values ('public.memberships', 'max_users'), ('guard.api_keys', 'keys'), ('guard.webhook_endpoints', 'webhooks'),
        ('public.branches', 'branches'), ('public.roles', 'roles')) l (name, most)
      where not exists (select from pg_trigger t where t.tgrelid = l.name::regclass and t.tgenabled = 'O'
        and t.tgfoid = 'guard.take_room()'::regprocedure and t.tgtype & 4 = 4 and t.tgtype & 1 = 1
        and encode(t.tgargs, 'escape') = l.most || '\\000')
      union all
      select c.oid::regclass::text, 'comes back past the plan: no trigger takes room when ' || a.attname || ' changes'
      from (values ('public.memberships', 'status'), ('public.branches', 'archived_at')) l (name, again)
      join pg_class c on c.oid = l.name::regclass join pg_attribute a on a.attrelid = c.oid and a.attname = l.again
      where not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O'
        and t.tgfoid = 'guard.take_room()'::regprocedure and t.tgtype & 16 = 16 and t.tgtype & 1 = 1
        and a.attnum = any (t.tgattr::int2[]))`,
  },
  {
    name: "constraints",
    find: (sql) => sql`
      select name as subject, 'a promise without its constraint' as detail
      from unnest(array['memberships_one_owner']) name
      where not exists (select from pg_constraint k where k.conname = name and k.contype = 'x' and k.condeferred)
      union all
      select t.name, 'a trigger that carries a promise is missing' from (values
        ('owner_remains', 'public.memberships'), ('owner_remains', 'public.organizations'), ('check_change', 'public.memberships'),
        ('check_change', 'public.roles'), ('check_change', 'public.role_inheritance'), ('refresh_rights', 'public.memberships'),
        ('refresh_rights', 'public.roles'), ('refresh_rights', 'public.role_inheritance'),
        ('refresh_rights_without', 'public.role_inheritance'), ('refresh_rights', 'public.organizations'),
        ('refresh_branch_rights', 'public.memberships'), ('refresh_rights', 'public.membership_branches'),
        ('refresh_rights_insert', 'public.branches'), ('refresh_rights_update', 'public.branches'),
        ('refresh_rights_delete', 'public.branches'), ('follow_parent', 'public.shipment_parcels'),
        ('follow_parent', 'public.shipment_events'), ('follow_parent', 'public.order_lines'), ('follow_parent', 'public.addresses'),
        ('follow_parent', 'public.pieces'), ('lead_children', 'public.shipments'), ('lead_children', 'public.orders'),
        ('lead_children', 'public.customers'), ('check_customer', 'public.orders'),
        ('check_branch', 'public.shipments'), ('check_branch', 'public.orders'), ('check_branch', 'public.assets'),
        ('check_branch', 'public.customers'),
        ('end_hosts', 'guard.sessions'), ('live_root', 'guard.sessions'), ('demands', 'guard.rights'),
        ('refresh_demands', 'public.organizations'), ('copy_factor', 'public.memberships'),
        ('settle_keys', 'public.memberships')) t (name, relation)
      where not exists (select from pg_trigger g where g.tgname = t.name and g.tgrelid = t.relation::regclass and g.tgenabled = 'O')`,
  },
];

/**
 * Every breach of the wall's rules in a live database, read as any login that may read the catalogue. An exemption that
 * covers nothing any more is a breach too, so the list can only shrink.
 */
export async function wallViolations(sql: postgres.ISql): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { name, find } of rules) {
    for (const { subject, detail } of await find(sql)) found.push({ rule: name, subject, detail });
  }
  const matches = (violation: Violation) =>
    exemptions.find(({ rule, subject }) => rule === violation.rule && qualified(violation.subject) === subject);
  const used = new Set(found.map(matches));
  return [
    ...found.filter((violation) => !matches(violation)),
    ...exemptions
      .filter((exemption) => !used.has(exemption))
      .map(({ rule, subject }) => ({ rule, subject, detail: "an exemption that is no longer needed" })),
  ];
}

/** regclass leaves out a schema that is on the search path. */
function qualified(subject: string): string {
  return subject.includes(".") ? subject : `public.${subject}`;
}
