import type { Transaction } from "../database";

/**
 * A group to look at: Acme Shipping is the head of Globex Freight, which shares some figures and lets it give two
 * roles, has one of its people there, and waits for an answer of Initech Procurement.
 */
export async function makeGroup(sql: Transaction): Promise<void> {
  await sql`
    insert into guard.group_links (id, parent_id, child_id, asked_slug, note, state, figures, role_keys, ceiling,
      requested_by_name, requested_at, accepted_by_name, accepted_at)
    select guard.uuid7(), p.id, c.id, c.slug, 'One house for both sides of the ocean.', 'active',
      '{members,shipments,orders}', '{user,dispatcher}',
      guard.role_rights(c.id, 'user') | guard.role_rights(c.id, 'dispatcher'),
      p.owner, now() - interval '70 days', c.owner, now() - interval '68 days'
    from (${headOf(sql, "acme-shipping")}) p, (${headOf(sql, "globex-freight")}) c`;
  await sql`
    insert into guard.group_links (id, parent_id, child_id, asked_slug, note, requested_by_name, requested_at)
    select guard.uuid7(), p.id, c.id, c.slug, 'You buy for us already. Shall we see the orders in one place?',
      p.owner, now() - interval '20 hours'
    from (${headOf(sql, "acme-shipping")}) p, (${headOf(sql, "initech-procurement")}) c`;
  await sql`
    with joined as (
      select l.child_id, l.id as link, m.user_id, guard.join(l.child_id, m.user_id, 'dispatcher', 'group', null) as membership
      from guard.group_links l
      join public.memberships m on m.organization_id = l.parent_id and m.email = 'samir.haddad@acme.example'
      where l.state = 'active')
    insert into guard.group_assignments (organization_id, membership_id, link_id, user_id, role_key)
    select child_id, membership, link, user_id, 'dispatcher' from joined where membership is not null`;
}

function headOf(sql: Transaction, slug: string) {
  return sql`select o.id, o.slug, m.name as owner from public.organizations o
    join public.memberships m on m.organization_id = o.id and m.role_key = 'owner' where o.slug = ${slug}`;
}
