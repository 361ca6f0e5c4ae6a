import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { branchBound } from "@/db/wall/branch-bound";
import { addBranch, addRecords, place } from "@/lib/testing/branch-world";
import { testDatabase } from "@/lib/testing/database";
import { actAs } from "@/lib/testing/impersonation";
import { addMember, createOrganization, guard, type Member, type Organization, request } from "@/lib/testing/world";

const { app } = await testDatabase();
const sql = postgres(app, { max: 2, onnotice: () => undefined });
afterAll(() => sql.end());

type Transaction = postgres.TransactionSql;
type Opening = { slug: string; session: string; operation: string };

function inside<T>({ slug, session, operation }: Opening, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return sql.begin(async (transaction) => {
    await transaction`select guard.open(${session}, ${slug}, null, ${operation}, ${transaction.json(request())})`;
    return work(transaction);
  }) as Promise<T>;
}

const as = ({ slug }: Organization, { hostSession }: Member, operation: string): Opening => ({
  slug,
  session: hostSession,
  operation,
});

const lend = (opening: Opening, to: Member, permissions: string[]) =>
  inside(opening, async (transaction) => {
    const [made] = await transaction<{ id: string }[]>`
      select guard.lend(${to.membershipId}, ${permissions}, now() + interval '1 day', '') as id`;
    return made?.id ?? "";
  });

async function twoBranches() {
  const organization = await createOrganization();
  const tree = new Map<string, string | null>();
  return { organization, a: await addBranch(organization, tree, null), b: await addBranch(organization, tree, null) };
}

const holds = async ({ membershipId }: Member, permission: string) => {
  const [row] = await guard<{ yes: boolean }[]>`select get_bit(guard.live_rights(organization_id, membership_id),
    (select position from guard.permissions where key = ${permission})) = 1 as yes
    from guard.rights where membership_id = ${membershipId}`;
  return row?.yes;
};

it("[S76] who is of some branches lends to somebody of none no more than they hold anywhere", async () => {
  const { organization, a } = await twoBranches();
  const [manager, buyer] = [await addMember(organization), await addMember(organization)];
  await place(organization, manager, { role: "manager", all: false, given: [{ branch: a, role: null }] });
  await place(organization, buyer, { role: "buyer", all: false, given: [] });
  const opening = as(organization, manager, "delegations.lend");
  await expect(lend(opening, buyer, ["orders.cancel"])).rejects.toMatchObject({ detail: "above_own_rights" });
  await lend(opening, buyer, ["purchases.approve"]);
  expect(await holds(buyer, "purchases.approve")).toBe(true);
});

it("a loan is explained by what its giver holds where the receiver is", async () => {
  const { organization, a, b } = await twoBranches();
  const [giver, receiver] = [await addMember(organization), await addMember(organization)];
  await place(organization, giver, { role: "member", all: false, given: [{ branch: a, role: null }] });
  await place(organization, receiver, { role: "staff", all: false, given: [{ branch: b, role: null }] });
  await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, permissions, starts_at, ends_at)
    values (${organization.id}, guard.uuid7(), ${giver.membershipId}, ${receiver.membershipId}, '{orders.cancel}', now(), now() + interval '1 day')`;
  const held = async () => {
    const [row] = await guard<{ held: string[] }[]>`
      select guard.loans_evidence(${organization.id}, ${receiver.membershipId}) -> 0 -> 'held' as held`;
    return row?.held;
  };
  expect(await held()).toEqual([]);
  expect(await holds(receiver, "orders.cancel")).toBe(false);
  await place(organization, receiver, { role: "staff", all: false, given: [{ branch: a, role: null }] });
  expect(await held()).toEqual(["orders.cancel"]);
});

it("what is lent ends where the lender is no longer of the branch, on the receiver's next request", async () => {
  const { organization, a, b } = await twoBranches();
  const [manager, buyer] = [await addMember(organization), await addMember(organization)];
  const given = [a, b].map((branch) => ({ branch, role: null }));
  await place(organization, manager, { role: "manager", all: false, given });
  await place(organization, buyer, { role: "buyer", all: false, given: [{ branch: b, role: null }] });
  await lend(as(organization, manager, "delegations.lend"), buyer, ["purchases.approve"]);
  expect(await holds(buyer, "purchases.approve")).toBe(true);
  await guard`delete from public.membership_branches where membership_id = ${manager.membershipId} and branch_id = ${b}`;
  expect(await holds(buyer, "purchases.approve")).toBe(false);
  expect(await guard`select * from guard.rights_drift()`).toEqual([]);
});

it("a row that comes to a record while it moves goes with it", async () => {
  const { organization, a, b } = await twoBranches();
  const rows = await addRecords(organization.id, a);
  const order = rows.find(({ table }) => table === "orders")?.id ?? "";
  let late: Promise<unknown> | undefined;
  await guard.begin(async (transaction) => {
    await transaction`update public.orders set branch_id = ${b} where id = ${order}`;
    late = inside(as(organization, organization.owner, "pieces.create"), (other) => {
      return other`insert into pieces (organization_id, id, reference, status, order_id, created_at, updated_at)
        values (${organization.id}, gen_random_uuid(), 'late', 'expected', ${order}, now(), now())`;
    });
    await Promise.race([late, new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  await late;
  const pieces = await guard`select distinct branch_id from public.pieces where organization_id = ${organization.id}
    and order_id = ${order}`;
  expect(pieces).toEqual([{ branch_id: b }]);
});

it("who is of a branch alone does not take it from the branches above", async () => {
  const { organization, a, b } = await twoBranches();
  await guard`update public.branches set parent_id = ${a} where id = ${b}`;
  const below = await addBranch(organization, new Map([[b, a]]), b);
  const member = await addMember(organization);
  await place(organization, member, { role: "admin", all: false, given: [{ branch: b, role: null }] });
  const move = (branch: string, parent: string | null) =>
    inside(as(organization, member, "branches.update"), async (transaction) => {
      return (await transaction`update branches set parent_id = ${parent} where id = ${branch} returning id`).length;
    });
  await expect(move(b, null)).rejects.toMatchObject({ detail: "branch_of_others" });
  await expect(move(below, null)).rejects.toMatchObject({ detail: "branch_of_others" });
  await expect(move(below, a)).rejects.toMatchObject({ detail: "branch_of_others" });
  expect(await move(b, a)).toBe(1); // a form that leaves the place as it is
});

it("[S104] a raised support session does not end what the member lends or is lent", async () => {
  const organization = await createOrganization();
  const manager = await addMember(organization, { role: "manager" });
  const buyer = await addMember(organization, { role: "buyer" });
  const loan = await lend(as(organization, manager, "delegations.lend"), buyer, ["purchases.approve"]);
  const { session } = await actAs(organization, manager, { raised: true });
  const acting = { slug: organization.slug, session, operation: "orders.create" };
  const end = inside(acting, (transaction) => transaction`select guard.end_stand_in(${loan})`);
  await expect(end).rejects.toMatchObject({ code: "BE003" });
  expect(await holds(buyer, "purchases.approve")).toBe(true);
});

it("[S96] who is of one branch finds nothing of another's records in the audit trail, its search, counts and copies", async () => {
  const { organization, a, b } = await twoBranches();
  const limited = await addMember(organization);
  await place(organization, limited, { role: "admin", all: false, given: [{ branch: a, role: null }] });
  const mine = (await addRecords(organization.id, a)).map(({ id }) => id);
  const theirs = (await addRecords(organization.id, b)).map(({ id }) => id);
  const read = (opening: Opening, ids: string[]) =>
    inside(opening, async (transaction) => {
      const rows =
        await transaction`select id from audit.entries where organization_id = ${organization.id} and record_id = any (${ids}::uuid[])`;
      const wanted = transaction.json([{ on: "record", values: ids }]);
      const found = await transaction`select guard.search_audit(${wanted}, null, false, 100)`;
      return [rows.length, found.length];
    });
  const looking = as(organization, limited, "audit.list");
  const gone = await inside(looking, (transaction) => {
    return transaction<{ type: string }[]>`
      select t as type from unnest(${Object.keys(branchBound)}::text[]) t where guard.sees_entry(t, gen_random_uuid())`;
  });
  expect([...gone]).toEqual([]); // each kind of record that a branch owns is judged
  expect(await read(looking, theirs)).toEqual([0, 0]);
  const [seen = 0, found = 0] = await read(looking, mine);
  expect([seen > 0, found]).toEqual([true, seen]);
  const [all = 0] = await read(as(organization, organization.owner, "audit.list"), theirs);
  expect(all).toBeGreaterThan(0);
  const counts = (member: Member) =>
    inside(as(organization, member, "activity.view"), async (transaction) => {
      const [row] = await transaction<{ days: { kind: string; n: number }[] }[]>`
        select guard.activity_counts(current_date - 2, current_date + 2) -> 'days' as days`;
      return (row?.days ?? []).filter(({ kind }) => kind === "orders").reduce((sum, { n }) => sum + n, 0);
    });
  expect(await counts(limited)).toBe((await counts(organization.owner)) / 2);
  const copy = inside(as(organization, limited, "audit.export"), (transaction) => {
    return transaction`select guard.start_audit_export(gen_random_uuid(), 'csv', '', '[]', repeat('0', 32))`;
  });
  await expect(copy).rejects.toMatchObject({ detail: "all_branches_needed" });
});

it("[S96] who is of one branch finds nothing of what others import", async () => {
  const { organization, a } = await twoBranches();
  const limited = await addMember(organization);
  await place(organization, limited, { role: "admin", all: false, given: [{ branch: a, role: null }] });
  for (const { membershipId } of [organization.owner, limited])
    await guard`with brought as (
        insert into public.imports (organization_id, id, list, membership_id, starter, name, file, header, delimiter)
        values (${organization.id}, guard.uuid7(), 'shipments', ${membershipId}, 'Somebody', 'list.csv', repeat('0', 32), '{reference}', ',')
        returning organization_id, id)
      insert into public.import_faults (organization_id, id, import_id, line, faults, cells)
      select organization_id, guard.uuid7(), id, 2, '{}', '{secret}' from brought`;
  const read = (member: Member) =>
    inside(as(organization, member, "imports.recent"), async (transaction) => {
      const files = await transaction`select id from imports where organization_id = ${organization.id}`;
      const faults = await transaction`select id from import_faults where organization_id = ${organization.id}`;
      return [files.length, faults.length];
    });
  expect(await read(limited)).toEqual([1, 1]);
  expect(await read(organization.owner)).toEqual([2, 2]);
});
