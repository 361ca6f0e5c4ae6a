import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { inBranches } from "@/lib/branches/within";

const counts = z.object({
  days: z.array(z.object({ day: z.string(), kind: z.string(), n: z.number() })),
  people: z.array(
    z.object({
      id: z.uuid().nullable(),
      name: z.string(),
      orders: z.number(),
      shipments: z.number(),
      approvals: z.number(),
      invitations: z.number(),
    }),
  ),
});

const change = z.object({ day: z.string(), change: z.coerce.number() });

const course = z.object({
  id: z.uuid(),
  name: z.string(),
  origin: z.string(),
  decidedAt: z.coerce.date().nullable(),
  enteredAt: z.coerce.date(),
  firstPageAt: z.coerce.date().nullable(),
  present: z.boolean(),
});

type Range = { from: string; to: string };
const mostJoinings = 500;

export function activityRepository(db: Database) {
  const zone = sql`(select time_zone from organizations where id = ${db.organizationId})`;
  return {
    counts: ({ from, to }: Range) => db.call(sql`guard.activity_counts(${from}::date, ${to}::date)`, counts),
    /** The same of the orders and shipments of some branches; approvals and invitations are of none. */
    countsIn: ({ from, to }: Range, branch: string[]) =>
      db.call(
        sql`(with counted as materialized (
            select (e.at at time zone ${zone})::date as day, e.record_type as kind, e.actor_user_id as person, count(*)::int as n
            from audit.entries e
            where e.organization_id = ${db.organizationId} and e.action = 'insert'
              and e.at >= ${from}::timestamp at time zone ${zone} and e.at < (${to}::date + 1)::timestamp at time zone ${zone}
              and (e.record_type = 'orders' and e.record_id in (select o.id from orders o
                  where o.organization_id = ${db.organizationId} and ${inBranches(db, sql`o.branch_id`, branch)})
                or e.record_type = 'shipments' and e.record_id in (select s.id from shipments s
                  where s.organization_id = ${db.organizationId} and ${inBranches(db, sql`s.branch_id`, branch)}))
            group by 1, 2, 3),
          days as (select day, kind, sum(n)::int as n from counted group by day, kind),
          people as (select m.id, case when c.person is null then 'API keys and Berth' else coalesce(m.name, 'A former member') end as name,
              coalesce(sum(c.n) filter (where c.kind = 'orders'), 0) as orders,
              coalesce(sum(c.n) filter (where c.kind = 'shipments'), 0) as shipments, 0 as approvals, 0 as invitations
            from counted c left join memberships m on m.organization_id = ${db.organizationId} and m.user_id = c.person
            group by 1, 2 order by sum(c.n) desc, 2 limit 20)
          select jsonb_build_object('days', coalesce((select jsonb_agg(to_jsonb(d) order by d.day) from days d), '[]'),
            'people', coalesce((select jsonb_agg(to_jsonb(p)) from people p), '[]')))`,
        counts,
      ),
    /** What each day added to the requests that wait, and took away. */
    requestChanges: ({ to }: Range) =>
      db.rows(
        sql`select day::text, sum(change) as change from (
            select (created_at at time zone ${zone})::date as day, 1 as change
            from registration_requests where organization_id = ${db.organizationId}
            union all
            select (coalesce(decided_at, updated_at) at time zone ${zone})::date, -1
            from registration_requests where organization_id = ${db.organizationId} and state <> 'pending') changes
          where day <= ${to}::date group by day order by day`,
        change,
      ),
    /** How the last members of this time came in, newest first. */
    courses: ({ from, to }: Range) =>
      db.rows(
        sql`select m.id, m.name, m.origin, j.decided_at as "decidedAt", j.entered_at as "enteredAt",
            j.first_page_at as "firstPageAt", j.present
          from guard.joinings(${from}::date, ${to}::date, ${mostJoinings}) j
          join memberships m on m.organization_id = ${db.organizationId} and m.id = j.membership
          order by m.joined_at desc`,
        course,
      ),
  };
}
