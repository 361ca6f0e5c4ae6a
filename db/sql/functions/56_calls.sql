-- How often an organization and each of its credentials call over HTTP: a minute that begins with its first call.
set local role berth_guard;

-- Internal: counts calls in one row and answers how many there were before, and when its minute ends.
create or replace function guard.count_in(p_organization uuid, p_credential uuid, p_calls int, out before int, out ends timestamptz)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare now_is timestamptz := clock_timestamp();
begin
  insert into guard.call_counts as c (organization_id, credential_id, since, calls)
  values (p_organization, p_credential, now_is, p_calls)
  on conflict (organization_id, credential_id) do update set
    since = case when c.since <= now_is - interval '1 minute' then now_is else c.since end,
    calls = least(case when c.since <= now_is - interval '1 minute' then 0 else c.calls end + p_calls, 1000000000)
  returning c.calls - p_calls, c.since + interval '1 minute' into before, ends;
end $$;

-- Internal: whether this credential is one of this organization: a key, a session of its host, or that of a member's token.
create or replace function guard.is_credential_of(p_organization uuid, p_credential uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select from guard.api_keys k where k.organization_id = p_organization and k.id = p_credential)
    or exists (select from guard.sessions s where s.id = p_credential and case when s.organization_id is null
      then exists (select from public.memberships m where m.organization_id = p_organization and m.user_id = s.user_id)
      else s.organization_id = p_organization end);
end $$;

-- Counts this many calls of one credential: first on itself, and what it may still on its organization, so that one wild
-- key cannot take what the others have. Answers how many of them go through, then limit, rest and seconds to the end of
-- the minute, for the credential and for the organization. Asked before anything is opened: it counts, and opens nothing.
-- Null where these two do not belong together, so nobody counts on, or learns of, an organization by its id alone.
create or replace function guard.count_calls(p_organization uuid, p_credential uuid, p_calls int) returns int[]
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  most record;
  own record;
  whole record;
  passing int;
  through int;
begin
  select g.api_calls_per_key, g.api_calls into most from public.organizations g
  where g.id = p_organization and p_calls between 1 and 100000 and guard.is_credential_of(p_organization, p_credential);
  if not found then
    return null;
  end if;
  own := guard.count_in(p_organization, p_credential, p_calls);
  passing := greatest(0, least(p_calls, most.api_calls_per_key - own.before));
  whole := guard.count_in(p_organization, '00000000-0000-0000-0000-000000000000', passing);
  through := greatest(0, least(passing, most.api_calls - whole.before));
  return array[through,
    most.api_calls_per_key, greatest(0, most.api_calls_per_key - own.before - p_calls),
    greatest(1, ceil(extract(epoch from own.ends - clock_timestamp()))::int),
    most.api_calls, greatest(0, most.api_calls - whole.before - through),
    greatest(1, ceil(extract(epoch from whole.ends - clock_timestamp()))::int)];
end $$;

-- Rows of credentials that did not call for an hour.
create or replace function guard.forget_calls() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from guard.call_counts where since < clock_timestamp() - interval '1 hour';
end $$;

-- How the organization wants to be called.
create or replace function guard.set_api_rules(p_refuses_other boolean, p_requires_versions boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.manage');
  update public.organizations set api_refuses_other_organization = p_refuses_other,
    api_requires_versions = p_requires_versions, updated_at = clock_timestamp()
  where id = c.organization_id
    and (api_refuses_other_organization, api_requires_versions) is distinct from (p_refuses_other, p_requires_versions);
end $$;

-- How often an organization may be called in a minute, as a super admin says.
create or replace function guard.set_api_limits(p_id uuid, p_per_key int, p_calls int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  update public.organizations set api_calls_per_key = p_per_key, api_calls = p_calls, updated_at = clock_timestamp()
  where id = p_id and state <> 'deleted';
  if not found then
    perform guard.refuse('BE004', 'There is no such organization.');
  end if;
  perform guard.record_platform('limit', 'organizations', p_id, jsonb_build_object('api_calls_per_key', p_per_key, 'api_calls', p_calls));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.count_calls(uuid, uuid, int), guard.set_api_rules(boolean, boolean),
  guard.set_api_limits(uuid, int, int) to berth_app;
grant execute on function guard.forget_calls() to berth_worker;
reset role;
