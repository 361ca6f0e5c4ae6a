-- How often an organization and each of its credentials call over HTTP: in a minute that begins with its first call, and
-- the whole organization in a day of its own time zone.
set local role berth_guard;

-- Internal: whether a minute that began then is over; also where it begins long after now, since the clock was set back.
create or replace function guard.is_over(p_since timestamptz, p_now timestamptz) returns boolean
language sql immutable parallel safe
as $$ select p_since <= p_now - interval '1 minute' or p_since > p_now + interval '1 minute' $$;

drop function if exists guard.count_in(uuid, uuid, int);
drop function if exists guard.count_on_credential(uuid, uuid, int, int);
-- Internal: counts calls on one credential, of which so many go through in a minute, and answers how many do and when the minute
-- ends. Those alone count, so that a raised limit holds at once. `ahead`: how many of them are counted, but not made yet.
create or replace function guard.count_on_credential(
  p_organization uuid, p_credential uuid, p_calls int, p_most int,
  out through int, out calls int, out ends timestamptz, out minute int, out ahead int, out held_until timestamptz)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare now_is timestamptz := clock_timestamp();
begin
  insert into guard.call_counts as c (organization_id, credential_id, since, calls, through)
  values (p_organization, p_credential, now_is, least(p_calls, p_most), least(p_calls, p_most))
  on conflict (organization_id, credential_id) do update set
    (since, calls, through, minute, ahead) = (
      select case when fresh then now_is else c.since end, before + passing, passing, c.minute + fresh::int,
        case when fresh then 0 else c.ahead end
      from (select x.*, greatest(0, least(p_calls, p_most - before)) as passing
        from (select guard.is_over(c.since, now_is) as fresh,
          case when guard.is_over(c.since, now_is) then 0 else c.calls end as before) x) y)
  returning c.through, c.calls, c.since + interval '1 minute', c.minute, c.ahead, c.held_until
  into through, calls, ends, minute, ahead, held_until;
end $$;

-- Internal: counts calls on the organization, in its minute and its day, and answers how many of them go through: one row, one
-- statement, so that whoever counts next waits for it. The day counts those alone that go through. p_day: the most in a day,
-- null for any number. A day never goes back: who sets another time zone would begin it anew. `day` is the one that counted.
drop function if exists guard.count_on_organization(uuid, int, int, int, date);
create or replace function guard.count_on_organization(
  p_organization uuid, p_calls int, p_minute int, p_day int, p_today date,
  out through int, out calls int, out today int, out day date, out ends timestamptz, out minute int, out ahead int,
  out held_until timestamptz)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare now_is timestamptz := clock_timestamp();
begin
  insert into guard.call_counts as c (organization_id, credential_id, since, calls, day, day_calls, through)
  values (p_organization, '00000000-0000-0000-0000-000000000000', now_is, least(p_calls, p_minute, p_day), p_today,
    least(p_calls, p_minute, p_day), least(p_calls, p_minute, p_day))
  on conflict (organization_id, credential_id) do update set
    (since, calls, day, day_calls, through, minute, ahead) = (
      select case when fresh then now_is else c.since end, before + passing, greatest(c.day, p_today), so_far + passing, passing,
        c.minute + (fresh or tomorrow)::int, case when fresh or tomorrow then 0 else c.ahead end
      from (select x.*, greatest(0, least(p_calls, p_minute - before, p_day - so_far)) as passing
        from (select guard.is_over(c.since, now_is) as fresh, c.day is null or p_today > c.day as tomorrow,
          case when guard.is_over(c.since, now_is) then 0 else c.calls end as before,
          case when c.day >= p_today then c.day_calls else 0 end as so_far) x) y)
  returning c.through, c.calls, c.day_calls, c.day, c.since + interval '1 minute', c.minute, c.ahead, c.held_until
  into through, calls, today, day, ends, minute, ahead, held_until;
end $$;

-- Internal: of calls that were counted ahead on a row, in that minute of it, so many are settled, of which so many were not made.
create or replace function guard.settle_ahead(p_organization uuid, p_credential uuid, p_minute int, p_settled int, p_unspent int)
returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  update guard.call_counts c set calls = c.calls - least(p_unspent, c.ahead), ahead = greatest(0, c.ahead - p_settled),
    day_calls = case when c.day is null then 0 else c.day_calls - least(p_unspent, c.ahead) end
  where c.organization_id = p_organization and c.credential_id = p_credential and c.minute = p_minute and c.ahead > 0
$$;

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

drop function if exists guard.count_calls(uuid, uuid, int);
-- Counts this many calls of one credential: first on itself, and what it may still on its organization, so that one wild
-- key cannot take what the others have. Answers how many of them go through, then limit, rest and seconds to the end of
-- the minute, for the credential, for the organization, and for its day (limit null: no limit). Asked before anything is opened: it counts, and opens nothing.
-- Null where these two do not belong together, so nobody counts on, or learns of, an organization by its id alone.
--
-- p_ahead: how many more to count, 100 at most, for calls that come within a quarter of a second, so that a caller who calls often is not asked
-- about each; where much is left alone, and never past a minute or a day. The answer goes on with how many they are, in which
-- minute of the credential and of the organization, and 1 where calls were refused of which others may give some back.
-- p_settled: what was counted ahead before, p_unspent: how many of those calls were not made, p_minutes: in which minutes.
create or replace function guard.count_calls(p_organization uuid, p_credential uuid, p_calls int, p_ahead int default null,
  p_settled int default 0, p_unspent int default 0, p_minutes int[] default null) returns int[]
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  most record;
  day_most int;
  day_ends timestamptz;
  own record;
  whole record;
  unspent int := greatest(0, least(p_unspent, p_settled));
  more int := 0;
  held boolean;
  now_is timestamptz;
begin
  select g.api_calls_per_key, g.api_calls, g.time_zone, (clock_timestamp() at time zone g.time_zone)::date as today into most
  from public.organizations g
  where g.id = p_organization and p_calls between (p_settled <= 0)::int and 100000
    and guard.is_credential_of(p_organization, p_credential);
  if not found then
    return null;
  end if;
  -- Everybody takes the credential's row first and the organization's after it.
  if p_settled > 0 then
    perform guard.settle_ahead(p_organization, p_credential, p_minutes[1], p_settled, unspent);
  end if;
  if p_calls > 0 then
    own := guard.count_on_credential(p_organization, p_credential, p_calls, most.api_calls_per_key);
  end if;
  if p_settled > 0 then
    perform guard.settle_ahead(p_organization, nobody, p_minutes[2], p_settled, unspent);
    if p_calls = 0 then
      return '{}';
    end if;
  end if;
  day_most := guard.limit_of(p_organization, 'api_calls_a_day');
  whole := guard.count_on_organization(p_organization, own.through, most.api_calls, day_most, most.today);
  if day_most is not null then
    perform guard.warn_of_limit(p_organization, 'api_calls_a_day', day_most, whole.today);
  end if;
  if whole.through < own.through then
    update guard.call_counts c set calls = c.calls - (own.through - whole.through)
    where c.organization_id = p_organization and c.credential_id = p_credential;
    own.calls := own.calls - (own.through - whole.through);
  end if;
  day_ends := (whole.day + 1)::timestamp at time zone most.time_zone;
  now_is := clock_timestamp();
  if whole.through = p_calls and p_ahead > 0 and least(own.ends, whole.ends, day_ends) > now_is + interval '1 second' then
    more := greatest(0, least(p_ahead, 100, least(most.api_calls_per_key - own.calls, most.api_calls - whole.calls,
      day_most - whole.today) / 32));
    if more > 0 then
      update guard.call_counts c set calls = c.calls + more, ahead = c.ahead + more, held_until = now_is + interval '3 seconds',
        day_calls = case when c.day is null then 0 else c.day_calls + more end
      where c.organization_id = p_organization and c.credential_id in (p_credential, nobody);
    end if;
  end if;
  held := whole.through < p_calls and ((own.through < p_calls and own.ahead > 0 and own.held_until > now_is)
    or (whole.through < own.through and whole.ahead > 0 and whole.held_until > now_is));
  return array[whole.through,
    most.api_calls_per_key, greatest(0, most.api_calls_per_key - own.calls - more),
    greatest(1, ceil(extract(epoch from own.ends - now_is))::int),
    most.api_calls, greatest(0, most.api_calls - whole.calls - more),
    greatest(1, ceil(extract(epoch from whole.ends - now_is))::int),
    day_most, greatest(0, day_most - whole.today - more),
    greatest(1, ceil(extract(epoch from day_ends - now_is))::int)]
    || case when p_ahead is not null then array[more, own.minute, whole.minute, held::int] end;
end $$;

-- Rows of credentials that did not call for an hour, and of organizations that did not for a day.
create or replace function guard.forget_calls() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from guard.call_counts where since < clock_timestamp() - case when day is null then interval '1 hour'
    else interval '26 hours' end;
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
grant execute on function guard.count_calls(uuid, uuid, int, int, int, int, int[]), guard.set_api_rules(boolean, boolean),
  guard.set_api_limits(uuid, int, int) to berth_app;
grant execute on function guard.forget_calls() to berth_worker;
reset role;
