import type { Transaction } from "../database";
import type { Made } from "./write";

/** Who made the orders and shipments of the last weeks, each when its record says: what the page of activity counts. */
export async function makeTrail(sql: Transaction, { id }: Pick<Made, "id">): Promise<void> {
  await sql`
    insert into audit.entries (organization_id, at, actor_user_id, actor_label, actor_kind, operation, record_type, record_id,
      action, after)
    select r.organization_id, r.created_at, m.user_id, guard.person_label(m.user_id), 'session', r.kind || '.create', r.kind,
      r.id, 'insert', jsonb_build_object('id', r.id, 'reference', r.reference)
    from (select organization_id, id, reference, created_at, 'orders' as kind from public.orders
      union all select organization_id, id, reference, created_at, 'shipments' from public.shipments) r
    cross join lateral (select x.user_id from public.memberships x
      where x.organization_id = r.organization_id and x.joined_at < r.created_at and x.role_key in ('dispatcher', 'member', 'manager', 'buyer', 'admin')
      order by md5(x.id::text || substr(r.id::text, 36)) limit 1) m
    where r.organization_id = ${id} and r.created_at > now() - interval '45 days' order by r.created_at`;
}
