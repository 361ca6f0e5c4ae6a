import type { Transaction } from "../database";

const figures = ["members", "requests", "shipments"];

/** The first organization heads a group, which its plan has not by itself: the second agreed to figures and a role, the third has not answered yet. */
export async function makeDemoGroup(sql: Transaction, slugs: string[], by: string): Promise<void> {
  const [head = "", child = "", asked = ""] = slugs;
  await sql`update public.organizations set plan_features = '{"groups": true}',
    plan_reason = 'It heads a group since it bought Globex' where slug = ${head}`;
  await sql`insert into guard.group_links (id, parent_id, child_id, asked_slug, note, state, figures, role_keys, ceiling,
      requested_by_name, requested_at, accepted_by_name, accepted_at)
    select guard.uuid7(), parent.id, own.id, own.slug, 'One dispatch for both', 'active', ${figures}, '{user,dispatcher}',
      guard.role_rights(own.id, 'dispatcher'), ${by}, now() - interval '40 days', m.name, now() - interval '39 days'
    from public.organizations parent, public.organizations own
    join public.memberships m on m.organization_id = own.id and m.role_key = 'owner'
    where parent.slug = ${head} and own.slug = ${child}`;
  await sql`insert into guard.group_links (id, parent_id, child_id, asked_slug, note, requested_by_name, requested_at)
    select guard.uuid7(), parent.id, own.id, own.slug, 'Your purchasing, our fleet', ${by}, now() - interval '2 days'
    from public.organizations parent, public.organizations own where parent.slug = ${head} and own.slug = ${asked}`;
}
