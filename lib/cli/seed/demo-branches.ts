import type { Transaction } from "../database";
import type { Made } from "./write";

/** Dispatchers and drivers, but for the first of each, belong to one branch; each branch has a dispatcher as manager. */
export async function placeInBranches(sql: Transaction, { id }: Pick<Made, "id">): Promise<void> {
  await sql`
    with places as (select id, row_number() over (order by code) - 1 as at, count(*) over () as many
      from public.branches where organization_id = ${id}),
    people as (select id, row_number() over (partition by role_key order by joined_at) - 1 as at
      from public.memberships where organization_id = ${id} and role_key in ('dispatcher', 'driver'))
    insert into public.membership_branches (organization_id, id, membership_id, branch_id)
    select ${id}, guard.uuid7(), people.id, places.id
    from people join places on places.at = people.at % places.many where people.at > 0 and places.many > 1`;
  await sql`update public.memberships m set all_branches = false where m.organization_id = ${id}
    and exists (select from public.membership_branches g where g.organization_id = m.organization_id and g.membership_id = m.id)`;
  await sql`update public.branches b set manager_id = (select m.id from public.membership_branches g
      join public.memberships m on m.organization_id = g.organization_id and m.id = g.membership_id
      where g.organization_id = b.organization_id and g.branch_id = b.id and m.role_key = 'dispatcher'
      order by m.joined_at limit 1)
    where b.organization_id = ${id}`;
}
