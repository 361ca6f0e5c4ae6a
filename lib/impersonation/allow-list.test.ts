import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { raisedActs, underImpersonation } from "@/lib/access/impersonation";
import { operations } from "@/lib/operations";
import { testDatabase } from "@/lib/testing/database";
import { actAs, type Support } from "@/lib/testing/impersonation";
import { createOrganization, guard, type Organization, request } from "@/lib/testing/world";

const all = operations.filter(({ scope }) => scope === "organization");
const writes = all.filter(({ access }) => access === "write").map(({ name }) => name);
const own = ["impersonation.raise", "impersonation.stop"];

let organization: Organization;
let support: Support;
let sql: postgres.Sql;

beforeAll(async () => {
  organization = await createOrganization();
  support = await actAs(organization, organization.owner);
  sql = postgres((await testDatabase()).app, { max: 1, onnotice: () => undefined });
  return () => sql.end();
});

/** As berth_app, straight at the wall: the owner is acted as, so no permission is missing. */
function open(operation: string, work: (sql: postgres.TransactionSql) => Promise<unknown> = async () => undefined) {
  return sql.begin(async (transaction) => {
    await transaction`select guard.open(${support.session}, ${organization.slug}, null, ${operation}, ${sql.json(request())})`;
    return work(transaction);
  });
}

const raise = (raised: boolean) => guard`update guard.impersonations
  set raised_at = ${raised ? new Date() : null}, raise_reason = ${raised ? "A typo in the address" : null}
  where organization_id = ${organization.id}`;

describe("the allow-list", () => {
  it("names operations that are there, and write", () => {
    expect([...raisedActs].sort()).toEqual(writes.filter((name) => raisedActs.includes(name)).sort());
  });

  it("holds nothing of people, roles, keys, settings, files or what ends an organization", () => {
    const never =
      /member|role|flag|key|secret|setting|owner|delete|remove|invit|regist|deleg|logo|look|import|export|factor|polic|branch|carrier|group/;
    expect(raisedActs.filter((name) => never.test(name))).toEqual([]);
  });

  it("is what the database knows", async () => {
    const rows = await guard<
      { name: string; impersonation: string }[]
    >`select name, impersonation from guard.operations`;
    expect(Object.fromEntries(rows.map((row) => [row.name, row.impersonation]))).toEqual(
      Object.fromEntries(operations.map((each) => [each.name, underImpersonation(each)])),
    );
  });
});

describe("a session that only looks", () => {
  it.each(writes.filter((name) => !own.includes(name)))("is refused %s", async (name) => {
    await raise(false);
    await expect(open(name)).rejects.toMatchObject({
      code: "BE003",
      detail: raisedActs.includes(name) ? "impersonation_read_only" : "impersonation_closed",
    });
  });

  it.each([
    "update memberships set status = 'suspended'",
    "delete from customers",
    "select guard.change_slug('other-slug')",
    "select guard.enqueue('mail.send', '{}')",
  ])("cannot write by any read: %s", async (statement) => {
    await raise(false);
    await expect(open("shell.view", (transaction) => transaction.unsafe(statement))).rejects.toMatchObject({
      code: expect.stringMatching(/25006|BE003|42501/),
    });
  });

  it("is read only in every read, and stays so", async () => {
    await raise(false);
    const reads = all.filter((each) => underImpersonation(each) === "look").map(({ name }) => name);
    for (const name of reads)
      expect(await open(name, async (transaction) => (await transaction`show transaction_read_only`)[0]), name).toEqual(
        {
          transaction_read_only: "on",
        },
      );
    await expect(open("shell.view", (transaction) => transaction`set transaction read write`)).rejects.toMatchObject({
      code: "25001",
    });
  });
});

describe("a raised session", () => {
  it.each(writes.filter((name) => !raisedActs.includes(name) && !own.includes(name)))("is refused %s", async (name) => {
    await raise(true);
    await expect(open(name)).rejects.toMatchObject({ code: "BE003", detail: "impersonation_closed" });
  });

  it.each(raisedActs)("may %s", async (name) => {
    await raise(true);
    await expect(open(name)).resolves.toBeUndefined();
  });

  it.each([
    "select guard.delete_organization()",
    "select guard.offer_ownership(gen_random_uuid())",
    "select guard.create_key('Mine', 'key_x', null, '{}')",
    "select guard.change_slug('other-slug')",
    "select guard.set_strict_ladder(true)",
    "select guard.create_invitations('link', 'user', null, '[]')",
    "select guard.revoke_invitation(gen_random_uuid())",
    "select guard.name_stand_in(gen_random_uuid(), now(), now(), '')",
    "select guard.record_list_export('customers', 1, '{}')",
    "select guard.platform_shell()",
    "select guard.my_sessions()",
    "update memberships set role_key = 'admin'",
    "delete from memberships",
    "insert into roles (id, key, name) values (gen_random_uuid(), 'mine', 'Mine')",
    "update organizations set name = 'Taken'",
    "update organizations set accent = '#aa0000'",
  ])("reaches nothing else from an allowed act: %s", async (statement) => {
    await raise(true);
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${support.admin.userId}`;
    const before = await state();
    await open("shipments.update", (transaction) => transaction.unsafe(statement)).catch(() => undefined);
    expect(await state()).toEqual(before);
  });
});

/** Everything that those statements would change. */
async function state(): Promise<unknown> {
  const { id } = organization;
  return guard`select g.name, g.slug, g.state, g.accent, g.strict_ladder,
    (select json_agg((m.role_key, m.status)) from public.memberships m where m.organization_id = ${id}) as members,
    (select count(*) from guard.api_keys k where k.organization_id = ${id}) as keys,
    (select count(*) from public.roles r where r.organization_id = ${id}) as roles,
    (select count(*) from guard.invitations i where i.organization_id = ${id}) as invitations,
    (select count(*) from public.ownership_transfers t where t.organization_id = ${id}) as transfers,
    (select count(*) from audit.entries e where e.organization_id = ${id} and e.action = 'exported') as exports
    from public.organizations g where g.id = ${id}`;
}
