import { branchBound } from "@/db/wall/branch-bound";
import type { Permission } from "@/lib/access/permissions";
import { type Placed, sees, type Tree } from "./branch-model";
import { someAddress } from "./work-records";
import { addMember, createOrganization, guard, type Member, type Organization, unique } from "./world";

export type Row = { table: string; id: string; branch: string | null; shared: boolean; view: Permission };
export type BranchWorld = { organization: Organization; tree: Tree; rows: Row[] };
export type Dice = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export const pick = <T>(throwing: Dice, choices: readonly T[]): T => choices[throwing(choices.length)] as T;

/** An organization with a random tree, and records of each kind in random branches, or in none. */
export async function branchWorld(throwing: Dice): Promise<BranchWorld> {
  const organization = await createOrganization();
  const tree: Tree = new Map();
  for (let made = 0; made < 2 + throwing(6); made += 1)
    await addBranch(organization, tree, pick(throwing, [null, null, ...tree.keys()]));
  const rows: Row[] = [];
  for (let round = 0; round < 5; round += 1)
    rows.push(...(await addRecords(organization.id, pick(throwing, [null, ...tree.keys()]))));
  return { organization, tree, rows };
}

export async function addBranch({ id }: Organization, tree: Tree, parent: string | null): Promise<string> {
  const deep = (at: string | null): number => (at === null ? 0 : 1 + deep(tree.get(at) ?? null));
  const above = deep(parent) >= 6 ? null : parent;
  const code = unique("B").toUpperCase().slice(0, 12);
  const [made] = await guard<{ id: string }[]>`
    insert into public.branches (organization_id, id, name, code, parent_id)
    values (${id}, guard.uuid7(), ${`Depot ${code}`}, ${code}, ${above}) returning id`;
  tree.set(made?.id ?? "", above);
  return made?.id ?? "";
}

/** Puts a member where they belong, past all rules. */
export async function place({ id }: Organization, { membershipId }: Member, { role, all, given }: Placed) {
  await guard`update public.memberships set role_key = ${role}, all_branches = ${all} where id = ${membershipId}`;
  await guard`delete from public.membership_branches where membership_id = ${membershipId}`;
  for (const { branch, role: own } of given)
    await guard`insert into public.membership_branches (organization_id, id, membership_id, branch_id, role_key)
      values (${id}, guard.uuid7(), ${membershipId}, ${branch}, ${own})`;
}

const roles = ["user", "staff", "dispatcher", "buyer", "member", "admin"];

export async function randomMember({ organization, tree }: BranchWorld, throwing: Dice) {
  const given = [...tree.keys()].flatMap((branch) =>
    throwing(3) === 0 ? [{ branch, role: throwing(2) === 0 ? null : pick(throwing, roles) }] : [],
  );
  const placed: Placed = { role: pick(throwing, roles), all: throwing(2) === 0, given };
  const member = await addMember(organization);
  await place(organization, member, placed);
  return { member, placed };
}

export function expected({ rows, tree }: BranchWorld, placed: Placed, table: string): string[] {
  return rows
    .filter((row) => row.table === table && sees(row, row.view, placed, tree))
    .map(({ id }) => id)
    .sort();
}

/** One record of every kind in a branch, with what belongs to it. */
export async function addRecords(organization: string, branch: string | null): Promise<Row[]> {
  const word = unique("needle");
  const [made] = await guard<Record<string, string>[]>`
    with c as (insert into public.customers (organization_id, id, name, kind, branch_id, created_at, updated_at)
      values (${organization}, guard.uuid7(), ${word}, 'company', ${branch}, now(), now()) returning id),
    a as (insert into public.addresses (organization_id, id, name, street, city, country, customer_id, created_at, updated_at)
      select ${organization}, guard.uuid7(), ${word}, 'Quay 1', 'Gent', 'BE', id, now(), now() from c returning id),
    o as (insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
      values (${organization}, guard.uuid7(), ${word}, 'open', 'web', 0, 'EUR', ${branch}, now(), now()) returning id),
    l as (insert into public.order_lines (organization_id, id, order_id, position, description, quantity, price)
      select ${organization}, guard.uuid7(), id, 1, ${word}, 1, 0 from o returning id),
    p as (insert into public.pieces (organization_id, id, reference, status, order_id, created_at, updated_at)
      select ${organization}, guard.uuid7(), ${word}, 'expected', id, now(), now() from o returning id),
    s as (insert into public.shipments (organization_id, id, reference, service, sender, recipient, currency, branch_id)
      values (${organization}, guard.uuid7(), ${word}, 'standard', ${guard.json({ ...someAddress, name: word })},
        ${guard.json(someAddress)}, 'EUR', ${branch}) returning id),
    sp as (insert into public.shipment_parcels (organization_id, id, shipment_id, position, weight_g)
      select ${organization}, guard.uuid7(), id, 1, 500 from s returning id),
    se as (insert into public.shipment_events (organization_id, id, shipment_id, status, actor_name)
      select ${organization}, guard.uuid7(), id, 'draft', 'Test' from s returning id),
    v as (insert into public.assets (organization_id, id, name, code, kind, status, branch_id, created_at, updated_at)
      values (${organization}, guard.uuid7(), ${word}, ${word}, 'vehicle', 'in_use', ${branch}, now(), now()) returning id)
    select c.id as customers, a.id as addresses, o.id as orders, l.id as order_lines, p.id as pieces, s.id as shipments,
      sp.id as shipment_parcels, se.id as shipment_events, v.id as assets from c, a, o, l, p, s, sp, se, v`;
  return Object.entries(branchBound).map(([table, { view, shared }]) => ({
    table,
    id: made?.[table] ?? "",
    branch,
    shared: shared === true,
    view: view as Permission, // the wall's list names permissions of the catalogue
  }));
}
