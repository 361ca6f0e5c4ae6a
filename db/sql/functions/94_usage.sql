-- What days came to, beside the calls that are added as they are written down (93_calls.sql).
set local role berth_guard;

-- Writes how many belong to each organization today, and what was delivered in the last three days: a delivery is tried for
-- about three, so those that ended in these began within eight.
create or replace function guard.roll_usage() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  since constant uuid := guard.uuid7_at(clock_timestamp() - interval '8 days');
  o record;
begin
  insert into public.usage_days as u (organization_id, day, members)
  select g.id, (clock_timestamp() at time zone g.time_zone)::date, count(m.id)
  from public.organizations g
  left join public.memberships m on m.organization_id = g.id and m.status = 'active'
  where g.state in ('active', 'suspended') group by g.id, g.time_zone order by g.id
  on conflict (organization_id, day) do update set members = excluded.members where u.members is distinct from excluded.members;
  for o in select distinct w.organization_id, g.time_zone from guard.webhook_endpoints w
    join public.organizations g on g.id = w.organization_id order by 1
  loop
    insert into public.usage_days as u (organization_id, day, deliveries)
    select o.organization_id, (d.finished_at at time zone o.time_zone)::date, count(*)
    from public.webhook_deliveries d
    where d.organization_id = o.organization_id and d.id >= since and d.state = 'delivered'
      and (d.finished_at at time zone o.time_zone)::date >= (clock_timestamp() at time zone o.time_zone)::date - 3
    group by 2
    on conflict (organization_id, day) do update set deliveries = excluded.deliveries where u.deliveries <> excluded.deliveries;
  end loop;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.roll_usage() to berth_worker;
reset role;
