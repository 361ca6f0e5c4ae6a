-- How long the trail is kept: a setting of the organization, carried out by the worker, told by an entry of its own.
set local role berth_guard;

-- {"days", "next", "next_from"}: days, null for good; and what they will be, where a shorter time waits. Earlier versions
-- answered the days alone; a return type cannot be replaced.
drop function if exists guard.audit_retention();
create function guard.audit_retention() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('audit.view');
  return (select jsonb_build_object('days', g.audit_retention_days, 'next', g.audit_retention_next,
      'next_from', g.audit_retention_next_from)
    from public.organizations g where g.id = c.organization_id);
end $$;

-- Internal: how long, in words.
create or replace function guard.retention_words(p_days int) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case when p_days is null then 'for good' when p_days = 365 then 'for one year'
    when p_days % 365 = 0 then 'for ' || p_days / 365 || ' years' else 'for ' || p_days || ' days' end
$$;

-- Internal: everybody who could object is told, the owner by mail too.
create or replace function guard.tell_of_retention(p_days int, p_from timestamptz) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  g record;
  title text;
  body text;
begin
  select o.name, o.slug, o.time_zone, m.email into strict g from public.organizations o
  join public.memberships m on m.organization_id = o.id and m.role_key = 'owner' where o.id = c.organization_id;
  title := 'The audit trail will be kept ' || guard.retention_words(p_days) || ' only';
  body := coalesce(guard.acting_name(), 'Somebody') || ' shortened it. From ' || to_char(p_from at time zone g.time_zone, 'YYYY-MM-DD')
    || ' on older entries are deleted and cannot be brought back. Until then whoever manages settings takes it back on the audit page.';
  perform guard.notify_permission(c.organization_id, 'settings.manage', 'retention', title, body, '/audit');
  perform guard.queue(c.organization_id, 'mail.send', jsonb_build_object('template', 'notice', 'to', g.email, 'props',
    jsonb_build_object('title', title, 'body', body, 'path', '/audit', 'timeZone', g.time_zone,
      'organization', jsonb_build_object('name', g.name, 'slug', g.slug))));
end $$;

-- A longer time holds at once and takes back a shorter one that waits. A shorter one waits a week.
create or replace function guard.set_audit_retention(p_days int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  g record;
  from_when timestamptz := clock_timestamp() + interval '7 days';
begin
  perform guard.require('settings.manage');
  perform guard.require('audit.view');
  perform guard.require_fresh();
  if p_days < 365 or p_days > 3650 then
    perform guard.refuse('BE022', 'Entries stay for a year at least, and for ten years or for good.', 'retention_wrong');
  end if;
  select o.audit_retention_days as days, o.audit_retention_next as next into g
  from public.organizations o where o.id = c.organization_id for no key update;
  if coalesce(p_days, 2147483647) >= coalesce(g.days, 2147483647) then
    update public.organizations set audit_retention_days = p_days, audit_retention_next = null, audit_retention_next_from = null,
      updated_at = clock_timestamp()
    where id = c.organization_id and (audit_retention_days is distinct from p_days or audit_retention_next is not null);
  elsif p_days is distinct from g.next then
    update public.organizations set audit_retention_next = p_days, audit_retention_next_from = from_when,
      updated_at = clock_timestamp()
    where id = c.organization_id;
    perform guard.tell_of_retention(p_days, from_when);
  end if;
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
  update public.organizations set audit_retention_days = audit_retention_next, audit_retention_next = null,
    audit_retention_next_from = null, updated_at = clock_timestamp()
  where audit_retention_next_from <= clock_timestamp();
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
