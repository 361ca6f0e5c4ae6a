import { describe, expect, it } from "vitest";
import { a, inside, open, refusal, sql, type Transaction } from "@/lib/testing/raw-context";
import { addMember, guard } from "@/lib/testing/world";

describe("a weaker permission", () => {
  it("cannot be named: the database knows what each operation needs", async () => {
    const staff = await addMember(a, { role: "staff" });
    expect(await refusal(sql.begin((transaction) => open(transaction, staff, a, "members.list")))).toBe("BE003");
    expect(await refusal(sql.begin((transaction) => open(transaction, staff, a, "no.such_operation")))).toBe("42501");
    expect(await refusal(sql.begin((transaction) => open(transaction, staff, a, "account.sign_in")))).toBe("42501");
  });

  it("does not carry further than its own operation", async () => {
    const staff = await addMember(a, { role: "staff" });
    const opened = (work: (transaction: Transaction) => Promise<unknown>) =>
      refusal(
        sql.begin(async (transaction) => {
          await open(transaction, staff, a, "shell.view");
          return work(transaction);
        }),
      );
    expect(await opened((t) => t`select guard.create_key('mine', ${`key_${"a".repeat(70)}`}, null, null)`)).toBe(
      "BE003",
    );
    expect(await opened((t) => t`select * from guard.keys()`)).toBe("BE003");
    expect(await opened((t) => t`select guard.change_slug('stolen-slug')`)).toBe("BE003");
    expect(await opened((t) => t`select guard.delete_organization()`)).toBe("BE003");
    expect(await opened((t) => t`select guard.offer_ownership(${staff.membershipId})`)).toBe("BE003");
    expect(await opened((t) => t`update memberships set role_key = 'admin' where id = ${staff.membershipId}`)).toBe(
      "BE022",
    );
    expect(await opened((t) => t`update memberships set role_key = 'staff' where role_key = 'owner'`)).toBe("BE022");
    expect(
      await opened(
        (t) =>
          t`insert into roles (id, key, name, permissions) values (gen_random_uuid(), 'god', 'God', '{keys.manage}')`,
      ),
    ).toBe("BE003");
  });
});

const secretTables = [
  "credentials",
  "sessions",
  "handoffs",
  "tokens",
  "invitations",
  "api_keys",
  "jobs",
  "mailbox",
  "secrets",
  "rights",
  "super_admins",
  "slug_reservations",
  "operations",
  "permissions",
  "built_in_roles",
];

describe("secrets [S62 S73]", () => {
  it.each(secretTables)("guard.%s can be neither read nor written", async (table) => {
    for (const statement of [
      `select * from guard.${table}`,
      `insert into guard.${table} default values`,
      `delete from guard.${table}`,
      `truncate guard.${table}`,
    ])
      expect(await refusal(inside(a, (transaction) => transaction.unsafe(statement))), statement).toBe("42501");
  });

  it("the wall's inner functions are out of reach", async () => {
    const inner = await guard<{ call: string }[]>`
      select format('select %s(%s)', p.oid::regproc, (select string_agg('null::' || format_type(t, null), ', ') from unnest(p.proargtypes) t)) as call
      from pg_proc p where p.pronamespace in ('guard'::regnamespace, 'audit'::regnamespace, 'worker'::regnamespace)
        and not has_function_privilege('berth_app', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype`;
    expect(inner.length).toBeGreaterThan(20);
    for (const { call } of inner) expect(await refusal(inside(a, (t) => t.unsafe(call))), call).toBe("42501");
  });

  it("no session, key, token, invitation or job can be minted", async () => {
    for (const call of [
      "guard.create_session(null, 'x', 'x', '{}')",
      "guard.issue_session(null, 'x', 'x', '{}')",
      "guard.set_context(1, null, null, null, null, null, null, 'x', 'x', '{}', now())",
      "guard.join(null, null, 'owner', 'seed', null)",
      "guard.insert_key(null, null, 'x', 'x', null, null)",
      "guard.queue(null, 'x', '{}')",
      "guard.lease(null, 1)",
      "worker.wake(null)",
    ])
      expect(await refusal(inside(a, (transaction) => transaction.unsafe(`select ${call}`))), call).toBe("42501");
  });
});

const attacks = [
  "set role berth_guard",
  "set role berth_owner",
  "set session authorization postgres",
  "set session_replication_role = replica",
  "truncate memberships",
  "copy memberships from stdin",
  "copy (select 1) to program 'true'",
  "copy memberships to '/tmp/berth'",
  "create temp table t (a int)",
  "create table t (a int)",
  "create schema mine",
  "create function f() returns int language sql as 'select 1'",
  "create operator === (leftarg = int, rightarg = int, function = int4eq)",
  "alter table memberships disable row level security",
  "alter table memberships disable trigger all",
  "drop policy fence on memberships",
  "select lo_create(0)",
  "select lo_import('/etc/passwd')",
  "select pg_read_file('/etc/passwd')",
  "select pg_ls_dir('/')",
  "alter role berth_app bypassrls",
  "grant berth_guard to berth_app",
  "insert into audit.entries (organization_id, operation, record_type, action) values (gen_random_uuid(), 'x', 'x', 'x')",
  "update audit.entries set operation = 'x'",
  "delete from audit.entries",
  "truncate audit.entries",
  "insert into users (id, email, name) values (gen_random_uuid(), 'x@y.example', 'x')",
  "update users set email = 'x@y.example'",
  "update organizations set slug = 'mine-now'",
  "update organizations set state = 'active'",
  "delete from organizations",
  "insert into memberships (organization_id, id, user_id, role_key, origin, name, email) select organization_id, gen_random_uuid(), user_id, 'owner', 'seed', name, email from memberships",
  "update memberships set user_id = gen_random_uuid()",
  "lock table users in access exclusive mode",
];

describe("attacks as the application's role [S13 S14]", () => {
  it.each(attacks)("%s", async (statement) => {
    expect(await refusal(inside(a, (transaction) => transaction.unsafe(statement)))).toMatch(/^(42501|0LP01|22023)$/);
  });

  it("row_security = off shows nothing, it fails", async () => {
    const off = inside(a, async (transaction) => {
      await transaction.unsafe("set local row_security = off");
      return transaction`select * from memberships`;
    });
    expect(await refusal(off)).toBe("42501");
  });
});
