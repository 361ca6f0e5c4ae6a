import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";

const period = z.object({ from: z.string(), to: z.string(), zone: z.string(), currency: z.string() });
const number = z.coerce.number();
const day = z.object({
  date: z.string(),
  shipments: number,
  spend: number,
  orders: number,
  volume: number,
  apiCalls: number,
  apiErrors: number,
  deliveries: number,
  members: z.number().nullable(),
});
const counted = z.object({ count: number });

type Period = z.output<typeof period>;

export function usageRepository(db: Database) {
  const own = db.organizationId;
  const count = async (query: ReturnType<typeof sql>) => (await db.rows(query, counted))[0]?.count ?? 0;
  return {
    /** The days that are meant, in the organization's zone; a year at most. */
    async period({ from, to }: { from?: string | undefined; to?: string | undefined }): Promise<Period> {
      const [row] = await db.rows(
        sql`with asked as (select time_zone as zone, currency,
              coalesce(${to ?? null}::date, (now() at time zone time_zone)::date) as last
            from organizations where id = ${own})
          select zone, currency, last::text as to,
            greatest(coalesce(${from ?? null}::date, last - 29), last - 365)::text as from from asked`,
        period,
      );
      return period.parse(row);
    },
    members: () => count(sql`select count(*) from memberships where organization_id = ${own} and status = 'active'`),
    unfulfilled: () =>
      count(sql`select count(*) from orders where organization_id = ${own} and status in ('open', 'confirmed')`),
    /**
     * Days that the worker counted are read as it wrote them. The last of these, yesterday and today are counted here, and
     * so are all days of whoever is limited to branches, whose own records alone count.
     */
    days: ({ from, to, zone, currency }: Period) =>
      db.rows(
        sql`with settled as (select least(
              coalesce((select max(r.day) from record_days r where r.organization_id = ${own}), '-infinity'),
              (now() at time zone ${zone})::date - 1) as before),
          bounds as (select (greatest(${from}::date, before)::timestamp at time zone ${zone}) as start,
              ((${to}::date + 1)::timestamp at time zone ${zone}) as finish from settled),
          rolled as (select r.day, sum(r.shipments) as shipments, sum(r.spend) filter (where r.currency = ${currency}) as spend,
              sum(r.orders) as orders, sum(r.volume) filter (where r.currency = ${currency}) as volume
            from record_days r, settled where r.organization_id = ${own}
              and r.day >= ${from}::date and r.day <= ${to}::date and r.day < settled.before group by 1),
          sent as (select (s.created_at at time zone ${zone})::date as date, count(*) as shipments,
              coalesce(sum(s.price) filter (where s.currency = ${currency}), 0) as spend
            from shipments s, bounds b where s.organization_id = ${own}
              and s.created_at >= b.start and s.created_at < b.finish group by 1),
          asked as (select (o.created_at at time zone ${zone})::date as date, count(*) as orders,
              coalesce(sum(o.total) filter (where o.currency = ${currency}), 0) as volume
            from orders o, bounds b where o.organization_id = ${own}
              and o.created_at >= b.start and o.created_at < b.finish group by 1)
          select d::date::text as date, coalesce(r.shipments, sent.shipments, 0) as shipments,
            coalesce(r.spend, sent.spend, 0) as spend, coalesce(r.orders, asked.orders, 0) as orders,
            coalesce(r.volume, asked.volume, 0) as volume, coalesce(u.api_calls, 0) as "apiCalls",
            coalesce(u.api_errors, 0) as "apiErrors", coalesce(u.deliveries, 0) as deliveries, u.members
          from generate_series(${from}::date, ${to}::date, interval '1 day') d
            left join rolled r on r.day = d::date
            left join sent on sent.date = d::date left join asked on asked.date = d::date
            left join usage_days u on u.organization_id = ${own} and u.day = d::date order by 1`,
        day,
      ),
  };
}
