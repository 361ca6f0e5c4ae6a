import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { scratchDatabase } from "@/lib/testing/database";
import { wallViolations } from "./wall/rules";

const { superuser } = await scratchDatabase();
const sql = postgres(superuser, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

class Undo extends Error {}

/** Breaks the wall inside a transaction that is undone, and answers which rules noticed. */
async function rulesBrokenBy(mutation: string): Promise<string[]> {
  let broken: string[] = [];
  const work = sql.begin(async (transaction) => {
    await transaction.unsafe(mutation);
    broken = (await wallViolations(transaction)).map(({ rule }) => rule);
    throw new Undo();
  });
  await expect(work).rejects.toThrow(Undo);
  return broken;
}

const mutations: [string, rule: string, statement: string][] = [
  ["drop a fence", "fence", "drop policy fence on memberships"],
  [
    "make a fence permissive",
    "fence",
    "drop policy fence on roles; create policy fence on roles for all to berth_app using (organization_id = guard.organization_id())",
  ],
  [
    "widen a fence",
    "fence",
    "alter policy fence on roles using (organization_id = guard.organization_id() or built_in)",
  ],
  [
    "fence one command only",
    "fence",
    "drop policy fence on roles; create policy fence on roles as restrictive for select to berth_app using (organization_id = guard.organization_id())",
  ],
  ["widen what may be written", "fence", "alter policy fence on roles with check (organization_id is not null)"],
  ["drop FORCE", "row-security", "alter table memberships no force row level security"],
  ["disable row level security", "row-security", "alter table memberships disable row level security"],
  ["unforce the audit trail", "row-security", "alter table audit.entries no force row level security"],
  ["drop a command's policy", "policy-for-grant", "drop policy app_select on memberships"],
  ["add USING (true)", "policy-true", "create policy careless on memberships for select to berth_app using (true)"],
  [
    "add WITH CHECK (true)",
    "policy-true",
    "create policy careless on memberships for insert to berth_app with check (true)",
  ],
  [
    "a policy for PUBLIC",
    "policy-roles",
    "create policy everybody on memberships for select using (organization_id is not null)",
  ],
  [
    "a sub-select in a policy",
    "policy-expression",
    "create policy slow on memberships for select to berth_app using (exists (select from roles))",
  ],
  [
    "a VOLATILE function in a policy",
    "policy-expression",
    "create policy slow on memberships for select to berth_app using (gen_random_uuid() is not null)",
  ],
  [
    "a table that branches own without their scope",
    "branch-scope",
    "alter policy app_select on shipments using (organization_id is not null)",
  ],
  [
    "a scope that asks for another permission",
    "branch-scope",
    "alter policy app_select on orders using (num_nonnulls(pg_current_xact_id_if_assigned()) <> 1 or guard.in_branch(branch_id, 'shipments.view'))",
  ],
  [
    "a scope for reading where one for writing belongs",
    "branch-scope",
    "alter policy app_update on assets with check (num_nonnulls(pg_current_xact_id_if_assigned()) <> 1 or guard.in_branch(branch_id, 'assets.view'))",
  ],
  [
    "a scope that nobody is under",
    "policy-expression",
    "alter policy app_select on pieces using (num_nonnulls(pg_current_xact_id_if_assigned()) <> 2 or guard.in_branch(branch_id, 'pieces.view'))",
  ],
  [
    "a second, wider policy",
    "branch-scope",
    "create policy wide on shipments for select to berth_app using (organization_id is not null)",
  ],
  [
    "figures of the whole organization for who is of some branches",
    "branch-scope",
    "alter policy app_select on usage_days using (organization_id is not null)",
  ],
  [
    "sums of all branches for who is of some",
    "branch-scope",
    "alter policy app_select on record_days using (organization_id is not null)",
  ],
  [
    "calls of others for who is of some branches",
    "branch-scope",
    "alter policy app_select on api_calls using (organization_id is not null)",
  ],
  ["a new table with branches that nobody reviewed", "branch-scope", "alter table products add column branch_id uuid"],
  [
    "branches that everybody finds",
    "branch-scope",
    "alter policy app_select on branches using (organization_id is not null)",
  ],
  ["a VOLATILE scope", "fence-function", "alter function guard.in_branch(uuid, text) volatile"],
  ["rows that do not follow their record's branch", "constraints", "drop trigger follow_parent on shipment_parcels"],
  ["branches that no right follows", "constraints", "drop trigger refresh_rights on membership_branches"],
  ["a VOLATILE fence function", "fence-function", "alter function guard.organization_id() volatile"],
  ["a parallel-safe fence function", "fence-function", "alter function guard.organization_id() parallel safe"],
  ["a table without organization", "tenant-column", "create table crates (id uuid primary key)"],
  [
    "a nullable organization",
    "tenant-column",
    "alter table notices drop constraint notices_pkey; alter table notices alter organization_id drop not null",
  ],
  [
    "a new table without anything",
    "fence",
    "create table crates (organization_id uuid not null, id uuid not null, primary key (organization_id, id))",
  ],
  [
    "a new table without audit",
    "audit-trigger",
    "create table crates (organization_id uuid not null, id uuid not null, primary key (organization_id, id)); select berth_migrations.protect('crates', '{select}', 'organization_id', false)",
  ],
  [
    "a primary key by id alone",
    "primary-key",
    "create table crates (organization_id uuid not null, id uuid primary key)",
  ],
  [
    "a plain foreign key between tenant tables",
    "foreign-key",
    "alter table roles add unique (id); alter table notices add column role_id uuid references roles (id)",
  ],
  [
    "a shared table that points at a tenant's",
    "foreign-key",
    "alter table roles add unique (id); alter table users add column role_id uuid references roles (id)",
  ],
  [
    "SET NULL on a composite key",
    "foreign-key",
    "alter table notices add column role_id uuid, add foreign key (organization_id, role_id) references roles (organization_id, id) on delete set null",
  ],
  [
    "a tenant row that goes with a shared one",
    "foreign-key",
    "alter table notices add column other uuid references users (id) on delete cascade",
  ],
  ["an index that does not begin with the organization", "index-led", "create index careless on memberships (email)"],
  ["a global unique index", "index-led", "create unique index careless on memberships (email)"],
  ["an extra grant on a secret", "table-grant", "grant select on guard.sessions to berth_app"],
  ["a grant to write the audit trail", "table-grant", "grant insert on audit.entries to berth_app"],
  ["TRUNCATE for the application", "table-grant", "grant truncate on memberships to berth_app"],
  ["a grant to PUBLIC", "table-grant", "grant select on memberships to public"],
  ["a table for berth_auth", "table-grant", "grant select on users to berth_auth"],
  ["a table of the queue for the application", "table-grant", "grant select on guard.jobs to berth_app"],
  ["a writable organization column", "table-grant", "grant update (organization_id) on memberships to berth_app"],
  ["every column writable", "table-grant", "grant update on memberships to berth_app"],
  ["a writable slug", "table-grant", "grant update (slug) on organizations to berth_app"],
  ["a secret table of another owner", "guard-tables", "alter table guard.sessions owner to berth_owner"],
  [
    "an unreviewed definer function",
    "definer",
    "create function guard.backdoor() returns int language sql security definer set search_path = pg_catalog, pg_temp as 'select 1'",
  ],
  ["a definer without pinned search_path", "definer", "alter function guard.organization_id() reset search_path"],
  ["a definer of the superuser", "definer", "alter function guard.organization_id() owner to current_user"],
  [
    "an internal function for the application",
    "definer",
    "grant execute on function guard.random_secret(text) to berth_app",
  ],
  ["a function for PUBLIC", "function-grant", "grant execute on function guard.my_permissions() to public"],
  ["more power for berth_auth", "function-grant", "grant execute on function guard.keys() to berth_auth"],
  [
    "a kind of record on the trail that nobody judged",
    "trail-kind",
    "create trigger audit after insert on notices for each row execute function audit.record()",
  ],
  [
    "a branch's record on the trail shown to all branches",
    "trail-kind",
    "create or replace function guard.trail_kind(p_type text) returns text language sql immutable as $$ select 'everybody' $$",
  ],
  ["a view that runs as its owner", "views", "create view people as select * from users"],
  ["a materialized view", "views", "create materialized view people as select * from users"],
  ["BYPASSRLS for the application", "logins", "alter role berth_app bypassrls"],
  ["a login for the guard", "logins", "alter role berth_guard login"],
  ["an owner who inherits the guard", "logins", "alter role berth_owner inherit"],
  ["the application in the guard's role", "logins", "grant berth_guard to berth_app"],
  [
    "TEMP for the application",
    "logins",
    "do $$ begin execute format('grant temp on database %I to berth_app', current_database()); end $$",
  ],
  ["CREATE for the application", "logins", "grant create on schema public to berth_app"],
  [
    "something owned by the application",
    "logins",
    "grant create on schema public to berth_app; alter table limits owner to berth_app",
  ],
  ["a disabled audit trigger", "audit-trigger", "alter table memberships disable trigger audit"],
  ["sessions without audit", "audit-trigger", "drop trigger audit on guard.sessions"],
  ["audit entries that can be changed", "audit-trigger", "drop trigger sealed on audit.entries"],
  ["records that no event tells of", "event-trigger", "drop trigger events on shipments"],
  ["acts that no event tells of", "event-trigger", "drop trigger events on audit.entries"],
  [
    "an event with a secret column",
    "event-trigger",
    "drop trigger events on carrier_connections; create trigger events after insert or update or delete on carrier_connections for each row execute function guard.tell_event('carrier_connection')",
  ],
  [
    "a new table that is neither test nor live",
    "mode",
    "create table crates (organization_id uuid not null, id uuid not null, primary key (organization_id, id)); select berth_migrations.protect('crates', '{select}')",
  ],
  ["records of both modes side by side", "mode", "drop policy mode on shipments"],
  [
    "a wider policy of modes",
    "mode",
    "alter policy mode on orders using (num_nonnulls(pg_current_xact_id_if_assigned()) <> 1 or test_mode = guard.test_mode())",
  ],
  [
    "a mode that is only asked for where rows are read",
    "mode",
    "alter policy mode on orders with check (organization_id is not null)",
  ],
  [
    "a permissive policy of modes",
    "mode",
    "drop policy mode on imports; create policy mode on imports for all to berth_app using (test_mode = guard.test_mode())",
  ],
  ["a trail that tells of both modes", "mode", "drop policy mode on audit.entries"],
  ["a record that may change its mode", "mode", "grant update (test_mode) on customers to berth_app"],
  ["a mode that may be unknown", "mode", "alter table events alter test_mode drop not null"],
  [
    "a reference across modes",
    "mode",
    "alter table pieces add column customer_id uuid, add foreign key (organization_id, customer_id) references customers (organization_id, id)",
  ],
  ["a number that test records take away", "mode", "alter table customers add unique (organization_id, name)"],
  ["a shared table that became one of records", "mode", "select berth_migrations.separate_modes('saved_views')"],
  ["a VOLATILE mode", "fence-function", "alter function guard.test_mode() volatile"],
  ["members who take no seat", "plan-limit", "drop trigger take_room on memberships"],
  ["members who come back past the seats", "plan-limit", "drop trigger take_room_again on memberships"],
  ["keys past the plan", "plan-limit", "alter table guard.api_keys disable trigger take_room"],
  [
    "webhooks that count as keys",
    "plan-limit",
    "drop trigger take_room on guard.webhook_endpoints; create trigger take_room after insert on guard.webhook_endpoints for each row execute function guard.take_room('keys')",
  ],
  ["two owners allowed", "constraints", "alter table memberships drop constraint memberships_one_owner"],
  ["no owner allowed", "constraints", "drop trigger owner_remains on memberships"],
  ["memberships unchecked", "constraints", "alter table memberships disable trigger check_change"],
  ["rights that do not follow", "constraints", "drop trigger refresh_rights on memberships"],
];

describe("the wall [S1 S8 S9 S11 S23]", () => {
  it("stands", async () => {
    expect(await wallViolations(sql)).toEqual([]);
  });

  it.each(mutations)("turns red: %s", async (_name, rule, statement) => {
    expect(await rulesBrokenBy(statement)).toContain(rule);
  });

  it("turns red where an exemption is no longer needed", async () => {
    expect(
      await rulesBrokenBy("alter table limits enable row level security; alter table limits force row level security"),
    ).toContain("row-security");
  });
});
