import { describe, expect, it } from "vitest";
import { a, b, inside, refusal, sql, type Transaction } from "@/lib/testing/raw-context";
import { guard, type Organization } from "@/lib/testing/world";

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
