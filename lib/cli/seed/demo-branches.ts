import type { Transaction } from "../database";
import type { DemoBranch } from "./demo-shipments";
import type { Made } from "./write";

export const acmeBranches: DemoBranch[] = [
  { name: "Midwest", code: "MID", kind: "region", zone: "America/Chicago" },
  {
    name: "Chicago",
    code: "CHI",
    kind: "depot",
    parent: "MID",
    place: { street: "410 Wacker Drive", city: "Chicago", region: "IL", postcode: "60606", country: "US" },
    zone: "America/Chicago",
  },
  { name: "Night dispatch", code: "CHI-N", kind: "department", parent: "CHI", zone: "America/Chicago" },
  { name: "South and East", code: "SE", kind: "region", zone: "America/New_York" },
  {
    name: "Dallas",
    code: "DAL",
    kind: "depot",
    parent: "SE",
    place: { street: "1807 Ross Avenue", city: "Dallas", region: "TX", postcode: "75201", country: "US" },
    zone: "America/Chicago",
  },
  {
    name: "Newark",
    code: "EWR",
    kind: "depot",
    parent: "SE",
    place: { street: "80 Port Street", city: "Newark", region: "NJ", postcode: "07114", country: "US" },
    zone: "America/New_York",
  },
];

export const globexBranches: DemoBranch[] = [
  {
    name: "Rotterdam",
    code: "RTM",
    kind: "depot",
    place: { street: "Waalhaven Oostzijde 12", city: "Rotterdam", postcode: "3087 BM", country: "NL" },
    zone: "Europe/Amsterdam",
  },
  {
    name: "Hamburg",
    code: "HAM",
    kind: "depot",
    place: { street: "Am Sandtorkai 41", city: "Hamburg", postcode: "20457", country: "DE" },
    zone: "Europe/Berlin",
  },
];

export const initechBranches: DemoBranch[] = [
  {
    name: "Austin",
    code: "AUS",
    kind: "depot",
    place: { street: "4120 Freidrich Lane", city: "Austin", region: "TX", postcode: "78744", country: "US" },
    zone: "America/Chicago",
  },
];

/**
 * Dispatchers and drivers, but for the first of each, belong to one depot, managers to one region with all below it; each
 * has somebody who leads it. A department's work is done by two drivers of the depot, who are dispatchers there alone.
 */
export async function placeInBranches(sql: Transaction, { id }: Pick<Made, "id">): Promise<void> {
  await place(sql, id, { roles: ["dispatcher", "driver"], kind: "depot", from: 1 });
  await place(sql, id, { roles: ["manager"], kind: "region", from: 0 });
  await sql`insert into public.membership_branches (organization_id, id, membership_id, branch_id, role_key)
    select ${id}, guard.uuid7(), m.id, b.id, 'dispatcher'
    from public.branches b, lateral (select m.id from public.memberships m
      join public.membership_branches g on g.organization_id = m.organization_id and g.membership_id = m.id
      where m.organization_id = ${id} and m.role_key = 'driver' and m.status = 'active' and g.branch_id = b.parent_id
      order by m.joined_at limit 2) m
    where b.organization_id = ${id} and b.kind = 'department'`;
  await sql`update public.memberships m set all_branches = false where m.organization_id = ${id}
    and exists (select from public.membership_branches g where g.organization_id = m.organization_id and g.membership_id = m.id)`;
  await sql`update public.branches b set manager_id = (select m.id from public.membership_branches g
      join public.memberships m on m.organization_id = g.organization_id and m.id = g.membership_id
      where g.organization_id = b.organization_id and g.branch_id = b.id and coalesce(g.role_key, m.role_key) in ('dispatcher', 'manager')
      order by m.joined_at limit 1)
    where b.organization_id = ${id}`;
}

type Placing = { roles: string[]; kind: DemoBranch["kind"]; from: number };

/** One branch of this kind for each of them in turn, by role and by when they joined, where there are several. */
async function place(sql: Transaction, organization: string, { roles, kind, from }: Placing): Promise<void> {
  await sql`
    with places as (select id, row_number() over (order by code) - 1 as at, count(*) over () as many
      from public.branches where organization_id = ${organization} and kind = ${kind}),
    people as (select id, row_number() over (partition by role_key order by joined_at) - 1 as at
      from public.memberships where organization_id = ${organization} and role_key = any(${roles}))
    insert into public.membership_branches (organization_id, id, membership_id, branch_id)
    select ${organization}, guard.uuid7(), people.id, places.id
    from people join places on places.at = people.at % places.many where people.at >= ${from} and places.many > 1`;
}
