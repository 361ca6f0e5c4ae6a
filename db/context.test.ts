import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { addMember, createOrganization, guard, type Member, type Organization, request } from "@/lib/testing/world";

// Everything here runs as berth_app with no code of ours in between: what the database itself refuses.
const { app, superuser } = await testDatabase();
const connect = () => postgres(app, { max: 1, onnotice: () => undefined, prepare: false });
const sql = connect();
const other = connect();
afterAll(() => Promise.all([sql.end(), other.end()]));

const [a, b] = [await createOrganization(), await createOrganization()];

type Transaction = postgres.TransactionSql;

async function open(transaction: Transaction, member: Member, organization: Organization, operation = "members.list") {
  await transaction`select guard.open(${member.hostSession}, ${organization.slug}, null, ${operation}, ${transaction.json(request())})`;
}

function inside<T>(organization: Organization, work: (transaction: Transaction) => Promise<T>, on = sql) {
  return on.begin(async (transaction) => {
    await open(transaction, organization.owner, organization);
    return work(transaction);
  });
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "no code",
  );
}

const granted = await guard<{ table: string; verb: string }[]>`
  select c.oid::regclass::text as table, a.privilege_type as verb
  from pg_class c cross join lateral aclexplode(c.relacl) a
  where a.grantee = 'berth_app'::regrole and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    and (c.relnamespace = 'public'::regnamespace or c.oid = 'audit.entries'::regclass) and c.relrowsecurity`;
const tables = [...new Set(granted.map(({ table }) => table))];
const columnOf = (table: string) => (/users|organizations/.test(table) ? "id" : "organization_id");

describe("without a proven context [S19]", () => {
  it.each(tables)("nothing of %s is readable", async (table) => {
    expect(await refusal(sql.unsafe(`select * from ${table}`))).toBe("42501");
  });

  it.each(granted.filter(({ verb }) => verb === "DELETE"))("$verb on $table is refused", async ({ table }) => {
    expect(await refusal(sql.unsafe(`delete from ${table}`))).toBe("42501");
  });

  it("nothing is written", async () => {
    expect(await refusal(sql`update memberships set status = 'suspended'`)).toBe("42501");
    expect(
      await refusal(
        sql`insert into roles (organization_id, id, key, name) values (${a.id}, gen_random_uuid(), 'mine', 'Mine')`,
      ),
    ).toBe("42501");
  });
});

describe("with a proven context", () => {
  it.each(tables)("every row of %s is the organization's own, whatever is asked", async (table) => {
    const column = columnOf(table);
    const own = column === "id" ? (table === "users" ? a.owner.userId : a.id) : a.id;
    const rows = await inside(a, (transaction) => transaction.unsafe(`select ${column} as owner from ${table}`));
    expect(new Set(rows.map((row) => row.owner))).toEqual(rows.length > 0 ? new Set([own]) : new Set());
    const foreign = column === "id" && table === "users" ? b.owner.userId : b.id;
    expect(
      await inside(a, (transaction) => transaction.unsafe(`select 1 from ${table} where ${column} = '${foreign}'`)),
    ).toHaveLength(0);
  });

  it("sees its own rows, so that the test above can fail", async () => {
    for (const table of ["memberships", "roles", "role_inheritance", "organizations", "users", "audit.entries"])
      expect(
        (await inside(a, (transaction) => transaction.unsafe(`select 1 from ${table}`))).length,
        table,
      ).toBeGreaterThan(0);
  });

  it.each(granted.filter(({ verb }) => verb === "DELETE"))(
    "DELETE on $table never reaches another's rows",
    async ({ table }) => {
      const before = await guard.unsafe(`select count(*)::int as n from ${table} where organization_id = '${b.id}'`);
      await refusal(
        inside(a, (transaction) => transaction.unsafe(`delete from ${table} where organization_id = '${b.id}'`)),
      );
      expect(await guard.unsafe(`select count(*)::int as n from ${table} where organization_id = '${b.id}'`)).toEqual(
        before,
      );
    },
  );

  it("a row for another organization is refused", async () => {
    const insert = (transaction: Transaction) =>
      transaction`insert into roles (organization_id, id, key, name) values (${b.id}, gen_random_uuid(), 'mine', 'Mine')`;
    expect(await refusal(inside(a, insert))).toBe("42501");
  });

  it("an update cannot move a row or reach another's", async () => {
    expect(
      await refusal(
        inside(a, (transaction) => transaction`update roles set organization_id = ${b.id} where not built_in`),
      ),
    ).toBe("42501");
    const reached = await inside(
      a,
      (transaction) =>
        transaction`update memberships set status = 'suspended' where organization_id = ${b.id} returning id`,
    );
    expect(reached).toHaveLength(0);
  });

  it("an id that another organization uses is as free as any (no oracle), and stays apart [S11 S12]", async () => {
    const [theirs] = await guard<
      { id: string }[]
    >`select id from roles where organization_id = ${b.id} and key = 'user'`;
    const made = await inside(
      a,
      (transaction) => transaction`
      insert into roles (id, key, name) values (${theirs?.id ?? ""}, 'same-id', 'Same id') on conflict (organization_id, id) do nothing returning organization_id`,
    );
    expect(made[0]?.organization_id).toBe(a.id);
    const kept = await guard`select name from roles where organization_id = ${b.id} and id = ${theirs?.id ?? ""}`;
    expect(kept[0]?.name).toBe("User");
  });

  it("a plan that was built for one organization answers the next one's rows [S7]", async () => {
    const names = await sql.reserve();
    try {
      await names.unsafe("set plan_cache_mode = force_generic_plan");
      await names.unsafe("prepare own as select organization_id from memberships");
      const run = async (organization: Organization) => {
        await names.unsafe("begin");
        await names`select guard.open(${organization.owner.hostSession}, ${organization.slug}, null, 'members.list', '{}')`;
        const rows = await names.unsafe("execute own");
        await names.unsafe("commit");
        return new Set(rows.map((row) => row.organization_id));
      };
      expect(await run(a)).toEqual(new Set([a.id]));
      expect(await run(b)).toEqual(new Set([b.id]));
      expect(await refusal(names.unsafe("execute own"))).toBe("42501");
    } finally {
      await names.unsafe("deallocate all; reset plan_cache_mode");
      names.release();
    }
  });

  it("a predicate that raises never meets a hidden row [S15]", async () => {
    const rows = await inside(
      a,
      (transaction) => transaction`select 1 from memberships where organization_id = ${b.id} and name::int > 0`,
    );
    expect(rows).toHaveLength(0);
    expect(await sql`select 1 from pg_stats where tablename in ('memberships', 'users', 'roles')`).toHaveLength(0);
  });

  it("leaves nothing behind: after commit, error and cancel the connection is bare [S18]", async () => {
    const bare = async () =>
      (await sql`select coalesce(current_setting('berth.context', true), '') as value`)[0]?.value;
    await inside(a, async () => undefined);
    expect(await bare()).toBe("");
    await refusal(inside(a, (transaction) => transaction`select 1 / 0`));
    expect(await bare()).toBe("");
    await refusal(
      inside(a, (transaction) => transaction`select set_config('statement_timeout', '20', true), pg_sleep(1)`),
    );
    expect(await bare()).toBe("");
  });
});

const captured = () =>
  inside(a, async (transaction) => {
    const [row] = await transaction<{ context: string; detail: string }[]>`
      select current_setting('berth.context') as context, current_setting('berth.detail') as detail`;
    return row ?? { context: "", detail: "" };
  });

function replay(on: postgres.Sql, context: string, detail: string) {
  return on.begin(async (transaction) => {
    await transaction`select set_config('berth.context', ${context}, true), set_config('berth.detail', ${detail}, true)`;
    return transaction`select organization_id from memberships`;
  });
}

describe("forging a context [S6]", () => {
  it("a live context is refused in the next transaction, on another backend and after a reconnect", async () => {
    const { context, detail } = await captured();
    expect(await refusal(replay(sql, context, detail))).toBe("42501");
    expect(await refusal(replay(other, context, detail))).toBe("42501");
    const again = connect();
    expect(await refusal(replay(again, context, detail))).toBe("42501");
    await again.end();
  });

  it("kept at session level it opens no later transaction", async () => {
    const kept = connect();
    await inside(
      a,
      (transaction) => transaction`select set_config('berth.context', current_setting('berth.context'), false)`,
      kept,
    );
    expect(await refusal(kept`select * from memberships`)).toBe("42501");
    await kept.end();
  });

  it("no byte of it can be changed inside its own transaction", async () => {
    const { context } = await captured();
    const bytes = context.length / 2;
    // Every field once: mac, kind, organization, user, membership, credential, acting as, request, deadline, digest, rights.
    for (const at of [0, 31, 35, 36, 51, 52, 68, 84, 100, 116, 132, 139, 140, 171, 172, bytes - 1]) {
      const changed = inside(a, async (transaction) => {
        await transaction`select set_config('berth.context',
          encode(set_byte(decode(current_setting('berth.context'), 'hex'), ${at}::int,
            get_byte(decode(current_setting('berth.context'), 'hex'), ${at}::int) # 1), 'hex'), true)`;
        return transaction`select organization_id from memberships`;
      });
      expect(await refusal(changed), `byte ${at}`).toBe("42501");
    }
  });

  it("another organization's id in the place of the own one is refused", async () => {
    const forged = inside(a, async (transaction) => {
      await transaction`select set_config('berth.context', overlay(current_setting('berth.context')
        placing ${b.id.replaceAll("-", "")} from 73 for 32), true)`;
      return transaction`select * from memberships`;
    });
    expect(await refusal(forged)).toBe("42501");
  });

  it.each(["", "0", "zz".repeat(204), "00".repeat(204), "ff".repeat(204), "00".repeat(203), "\u00e9".repeat(408)])(
    "nonsense is refused: %s",
    async (context) => {
      expect(await refusal(replay(sql, context, "{}"))).toBe("42501");
    },
  );

  it("the operation's name and the address cannot be changed for the audit trail", async () => {
    const lie = inside(a, async (transaction) => {
      await transaction`select set_config('berth.detail', '{"operation": "something.else"}', true)`;
      return transaction`insert into roles (id, key, name) values (gen_random_uuid(), 'quiet', 'Quiet')`;
    });
    expect(await refusal(lie)).toBe("42501");
  });

  it("ends at its deadline, not at the end of the transaction", async () => {
    const late = postgres(superuser, { max: 1, onnotice: () => undefined });
    const work = late.begin(async (transaction) => {
      await transaction.unsafe("set local role berth_guard");
      await transaction`select guard.set_context(1, ${a.id}, ${a.owner.userId}, null, null, null, null, 'members.list', 'session', '{}',
        clock_timestamp() + interval '300 milliseconds')`;
      await transaction.unsafe("set local role berth_app");
      expect((await transaction`select 1 from memberships`).length).toBeGreaterThan(0);
      await transaction`select pg_sleep(0.4)`;
      return transaction`select 1 from memberships`;
    });
    expect(await refusal(work)).toBe("42501");
    await late.end();
  });

  it("known limit: transactions inside one client message share their start, so a context outlives its commit there", async () => {
    const message = `begin; select guard.open('${a.owner.hostSession}', '${a.slug}', null, 'members.list', '{}');
      select set_config('berth.context', current_setting('berth.context'), false); commit;
      begin; select distinct organization_id from memberships; commit;`;
    const single = connect();
    const results = (await single.unsafe(message).simple()) as unknown as { organization_id?: string }[][];
    expect(results.flat().find((row) => row?.organization_id)?.organization_id).toBe(a.id);
    expect(await refusal(single`select * from memberships`)).toBe("42501");
    await single.end();
  });
});

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
