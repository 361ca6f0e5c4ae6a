-- How long the trail is kept: a setting of the organization, carried out by the worker, told by an entry of its own.
set local role berth_guard;

-- Days; null: for good.
create or replace function guard.audit_retention() returns int
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('audit.view');
  return (select g.audit_retention_days from public.organizations g where g.id = c.organization_id);
end $$;

create or replace function guard.set_audit_retention(p_days int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.manage');
  perform guard.require('audit.view');
  perform guard.require_fresh();
  if p_days < 365 or p_days > 3650 then
    perform guard.refuse('BE022', 'Entries stay for a year at least, and for ten years or for good.', 'retention_wrong');
  end if;
  update public.organizations set audit_retention_days = p_days, updated_at = clock_timestamp()
  where id = c.organization_id and audit_retention_days is distinct from p_days;
end $$;

-- Lets go of what organizations keep no longer, one piece of each. Answers how many entries went.
create or replace function guard.release_due(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o record;
  gone int := 0;
begin
  for o in
    select g.id, clock_timestamp() - make_interval(days => g.audit_retention_days) as before
    from public.organizations g
    join audit.chains c on c.organization_id = g.id
    join audit.seals s on s.organization_id = c.organization_id and s.position = c.base_position + 1
    join audit.entries e on e.organization_id = s.organization_id and e.id = s.entry_id
    where g.audit_retention_days is not null and c.broken_entry is null
      and e.at < clock_timestamp() - make_interval(days => g.audit_retention_days)
    order by g.id
  loop
    gone := gone + guard.release_entries(o.id, o.before, p_most);
  end loop;
  return gone;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.audit_retention(), guard.set_audit_retention(int) to berth_app;
grant execute on function guard.release_due(int) to berth_worker;
reset role;
