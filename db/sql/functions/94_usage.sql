-- What days came to, beside the calls that are added as they are written down (93_calls.sql).
set local role berth_guard;

-- Internal: counts an organization's records of the days that something was told of since it looked last, each of them anew;
-- of every day where it never looked, or the organization lives by another clock now.
create or replace function guard.roll_records(p_organization uuid, p_zone text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  most constant numeric := 9000000000000000000; -- what a day is told to come to, where it is more
  horizon constant bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  since bigint := (select m.txid from guard.record_marks m where m.organization_id = p_organization and m.time_zone = p_zone);
  touched date[] := array(select distinct ((e.record ->> 'created_at')::timestamptz at time zone p_zone)::date
    from public.events e where e.organization_id = p_organization and e.txid >= since and e.record_type in ('shipments', 'orders'));
begin
  if since is not null and cardinality(touched) = 0 then
    return;
  end if;
  delete from public.record_days d
  where d.organization_id = p_organization and (since is null or d.day = any (touched));
  insert into public.record_days (organization_id, day, currency, test_mode, shipments, spend, orders, volume)
  select p_organization, (r.at at time zone p_zone)::date, r.currency, r.test_mode, count(*) filter (where r.is_shipment),
    least(coalesce(sum(r.amount) filter (where r.is_shipment), 0), most), count(*) filter (where not r.is_shipment),
    least(coalesce(sum(r.amount) filter (where not r.is_shipment), 0), most)
  from (select '-infinity'::timestamptz as start, 'infinity'::timestamptz as finish where since is null
    union all select t.day::timestamp at time zone p_zone, (t.day + 1)::timestamp at time zone p_zone
      from unnest(touched) t (day) where since is not null) span
  cross join lateral (
    select true as is_shipment, s.created_at as at, s.currency, s.test_mode, s.price as amount from public.shipments s
    where s.organization_id = p_organization and s.created_at >= span.start and s.created_at < span.finish
    union all
    select false, o.created_at, o.currency, o.test_mode, o.total from public.orders o
    where o.organization_id = p_organization and o.created_at >= span.start and o.created_at < span.finish) r
  group by 2, 3, 4;
  insert into guard.record_marks as m (organization_id, txid, time_zone) values (p_organization, horizon, p_zone)
  on conflict (organization_id) do update set txid = excluded.txid, time_zone = excluded.time_zone;
end $$;

-- The organizations whose days are counted.
create or replace function guard.counted_organizations() returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select g.id from public.organizations g where g.state in ('active', 'suspended') order by g.id;
end $$;

drop function if exists guard.roll_usage();
-- Writes how many belong to an organization today, what its records came to, and what was delivered in the last three days: a
-- delivery is tried for about three, so those that ended in these began within eight. One organization at a time, so that what
-- cannot be counted of one stands in nobody else's way, and whoever writes its calls down waits for no others.
create or replace function guard.roll_usage(p_organization uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  since constant uuid := guard.uuid7_at(clock_timestamp() - interval '8 days');
  zone constant text := (select g.time_zone from public.organizations g where g.id = p_organization and g.state in ('active', 'suspended'));
  today constant date := (clock_timestamp() at time zone zone)::date;
begin
  if zone is null then
    return;
  end if;
  perform guard.take_turns('usage ' || p_organization);
  perform guard.roll_records(p_organization, zone);
  insert into public.usage_days as u (organization_id, day, members)
  select p_organization, today, count(*) from public.memberships m where m.organization_id = p_organization and m.status = 'active'
  on conflict (organization_id, day) do update set members = excluded.members where u.members is distinct from excluded.members;
  insert into public.usage_days as u (organization_id, day, deliveries)
  select p_organization, (d.finished_at at time zone zone)::date, count(*)
  from public.webhook_deliveries d
  where d.organization_id = p_organization and d.id >= since and d.state = 'delivered'
    and (d.finished_at at time zone zone)::date >= today - 3
  group by 2 order by 2
  on conflict (organization_id, day) do update set deliveries = excluded.deliveries where u.deliveries <> excluded.deliveries;
end $$;

-- What all organizations came to, each by its own clock: days from the oldest on, money of each currency apart, and who used
-- most. Test records are left out.
create or replace function guard.platform_usage(p_days int, p_top int) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  today constant date := (clock_timestamp() at time zone 'UTC')::date;
  since constant date := today - least(greatest(p_days, 1), 366) + 1;
begin
  perform guard.require_platform();
  return jsonb_build_object(
    'organizations', (select count(*) from public.organizations g where g.state = 'active'),
    'members', (select count(*) from public.memberships m join public.organizations g on g.id = m.organization_id
      where m.status = 'active' and g.state = 'active'),
    'days', (select jsonb_agg(jsonb_build_object('date', d.day, 'calls', coalesce(u.calls, 0), 'errors', coalesce(u.errors, 0),
        'deliveries', coalesce(u.deliveries, 0), 'shipments', coalesce(r.shipments, 0), 'orders', coalesce(r.orders, 0)) order by d.day)
      from (select generate_series(since, today, interval '1 day')::date as day) d
      left join (select x.day, sum(x.api_calls) as calls, sum(x.api_errors) as errors, sum(x.deliveries) as deliveries
        from public.usage_days x where x.day >= since group by 1) u using (day)
      left join (select x.day, sum(x.shipments) as shipments, sum(x.orders) as orders
        from public.record_days x where x.day >= since and not x.test_mode group by 1) r using (day)),
    'spend', (select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'spend', s.spend) order by s.spend desc), '[]')
      from (select x.currency, sum(x.spend) as spend from public.record_days x
        where x.day >= since and not x.test_mode group by 1 having sum(x.spend) > 0) s),
    'top', (select coalesce(jsonb_agg(to_jsonb(t) order by t.calls desc, t.shipments desc, t.name), '[]') from (
      select g.id, g.name, g.slug, coalesce(p.name, g.plan) as plan, u.calls, u.errors,
        coalesce((select sum(x.shipments) from public.record_days x
          where x.organization_id = g.id and x.day >= since and not x.test_mode), 0) as shipments,
        guard.limit_used(g.id, 'api_calls_a_day') as today, guard.limit_of(g.id, 'api_calls_a_day') as most
      from (select x.organization_id, sum(x.api_calls) as calls, sum(x.api_errors) as errors
        from public.usage_days x where x.day >= since group by 1 order by 2 desc, 1 limit least(p_top, 50)) u
      join public.organizations g on g.id = u.organization_id and g.state <> 'deleted'
      left join guard.plans p on p.key = g.plan) t));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.counted_organizations(), guard.roll_usage(uuid) to berth_worker;
grant execute on function guard.platform_usage(int, int) to berth_app;
reset role;
