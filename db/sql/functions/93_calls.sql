-- The log of calls. A call is over when it is written, and so is the context that was proven for it, which refused ones never
-- had. So each batch names its callers by the hash of the credential that they sent, and whose it is, is found here: nobody
-- writes into the log of an organization without a credential of it, and nothing here reads or changes what was written.
set local role berth_guard;

-- Internal: whose a credential is or was, ended ones too; nulls where it is nobody's. An access token is of the organization
-- that the call named, where its person belongs there, else of their default one.
create or replace function guard.caller_of(p_kind text, p_hash bytea, p_named uuid,
  out organization uuid, out kind text, out credential uuid, out membership uuid, out caller text, out test boolean)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  test := false;
  if p_kind = 'key' then
    select k.organization_id, 'key', k.id, k.label, k.test_mode into organization, kind, credential, caller, test
    from guard.api_keys k where k.hash = p_hash;
  elsif p_kind = 'session' then
    select s.organization_id, case when i.id is null then 'session' else 'support' end, s.id, m.id,
      concat(m.name, ' (' || guard.person_label(i.super_admin_id) || ')')
    into organization, kind, credential, membership, caller
    from guard.sessions s
    left join guard.impersonations i on i.organization_id = s.organization_id and i.id = s.impersonation_id
    join public.memberships m on m.organization_id = s.organization_id and m.user_id = coalesce(i.user_id, s.user_id)
    where s.hash = p_hash or s.previous_hash = p_hash;
  elsif p_kind = 'token' then
    select m.organization_id, 'token', s.id, m.id, m.name into organization, kind, credential, membership, caller
    from guard.access_tokens a
    join guard.sessions s on s.id = a.session_id
    join public.memberships m on m.user_id = s.user_id
      and m.organization_id = coalesce(p_named, guard.default_organization(s.user_id))
    where a.hash = p_hash;
  end if;
  test := coalesce(test, false);
end $$;

drop function if exists guard.body_at(bytea, int, int);
-- Internal: the lines of one caller; answers how many were new. Whoever writes for the same organization waits at its number,
-- so numbers become visible in their order.
create or replace function guard.append_calls_of(p_organization uuid, p_kind text, p_credential uuid, p_membership uuid,
  p_caller text, p_test boolean, p_lines jsonb, p_bodies bytea)
returns int language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  base bigint;
  added int;
begin
  insert into guard.call_numbers as n (organization_id, last) values (p_organization, jsonb_array_length(p_lines))
  on conflict (organization_id) do update set last = n.last + excluded.last returning n.last - jsonb_array_length(p_lines) into base;
  with lines as (
    insert into public.api_calls (organization_id, id, number, at, method, path, query, host, operations, needs, status, error, milliseconds,
      credential_kind, credential_id, membership_id, caller, test_mode, address, agent, request_id, headers, entities,
      request, request_bytes, response, response_bytes)
    select p_organization, l.id, base + row_number() over (), least(greatest(l.at, clock_timestamp() - interval '1 hour'), clock_timestamp()),
      left(l.method, 10), left(l.path, 500), left(l.query, 2000), left(l.host, 200), coalesce(l.operations, '{}'), coalesce(l.needs, '{}'), l.status,
      left(l.error, 100), l.milliseconds, p_kind, p_credential, p_membership, p_caller, case when p_kind = 'key' then p_test else coalesce(l.test, false) end,
      left(l.address, 64), left(l.agent, 300), l.request_id, coalesce(l.headers, '{}'), coalesce(l.entities, '{}'),
      -- Bodies come as one run of bytes, so nobody spells them out in between.
      convert_from(substring(p_bodies from l.request_at + 1 for least(l.request_size, 65536)), 'UTF8'), l.request_bytes,
      convert_from(substring(p_bodies from l.response_at + 1 for least(l.response_size, 65536)), 'UTF8'), l.response_bytes
    from jsonb_to_recordset(p_lines) as l (id uuid, at timestamptz, method text, path text, query text, host text, operations text[], needs text[],
      status int, error text, milliseconds int, test boolean, address text, agent text, request_id uuid, headers jsonb, entities text[],
      request_at int, request_size int, request_bytes int, response_at int, response_size int, response_bytes int)
    on conflict (organization_id, id) do nothing
    returning at, status, error),
  days as (
    insert into public.usage_days as u (organization_id, day, api_calls, api_errors)
    select p_organization, (l.at at time zone g.time_zone)::date, count(*), count(*) filter (where l.status >= 400 or l.error is not null)
    from lines l join public.organizations g on g.id = p_organization group by 2
    on conflict (organization_id, day) do update set api_calls = u.api_calls + excluded.api_calls,
      api_errors = u.api_errors + excluded.api_errors)
  select count(*) into added from lines;
  return added;
end $$;

-- [{"kind", "hash" (hex), "organization", "lines": [...]}], and the bodies that lines point at by their places: answers how many lines were written. Those of nobody are left out.
create or replace function guard.append_calls(p_callers jsonb, p_bodies bytea) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record;
  written int := 0;
begin
  if jsonb_array_length(jsonb_path_query_array(p_callers, '$[*].lines[*].id')) > 2000 then
    raise invalid_parameter_value using message = 'too many lines';
  end if;
  for c in
    select o.*, x -> 'lines' as lines from jsonb_array_elements(p_callers) x
    cross join lateral guard.caller_of(x ->> 'kind', decode(x ->> 'hash', 'hex'), (x ->> 'organization')::uuid) o
    where o.organization is not null order by o.organization
  loop
    written := written + guard.append_calls_of(c.organization, c.kind, c.credential, c.membership, c.caller, c.test, c.lines, p_bodies);
  end loop;
  return written;
end $$;

-- How many days calls are kept.
create or replace function guard.set_log_retention(p_days int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.manage');
  perform guard.require('logs.view');
  if p_days is null or p_days not between 1 and 365 then
    perform guard.refuse('BE022', 'Calls stay from one day to a year.', 'retention_wrong');
  end if;
  update public.organizations set log_retention_days = p_days, updated_at = clock_timestamp()
  where id = c.organization_id and log_retention_days <> p_days;
end $$;

-- Lets go of calls that their organizations keep no longer, one piece of each. Answers how many went.
create or replace function guard.drop_old_calls(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o record;
  went int;
  gone int := 0;
begin
  for o in select g.id, guard.uuid7_at(clock_timestamp() - make_interval(days => g.log_retention_days)) as before
    from public.organizations g order by g.id
  loop
    delete from public.api_calls a using (select x.id from public.api_calls x
      where x.organization_id = o.id and x.id < o.before order by x.id limit p_most) old
    where a.organization_id = o.id and a.id = old.id;
    get diagnostics went = row_count;
    gone := gone + went;
  end loop;
  return gone;
end $$;

-- The acting organization's calls that touched a record, the newest of them: what an array holds, no index tells behind a wall.
create or replace function guard.calls_of_record(p_entity text, p_most int) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('logs.view');
  return query select a.id from public.api_calls a
  where a.organization_id = c.organization_id and a.entities @> array[p_entity] and a.entities <> '{}'
  order by a.id desc limit least(p_most, 5000);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.append_calls(jsonb, bytea), guard.set_log_retention(int),
  guard.calls_of_record(text, int) to berth_app;
grant execute on function guard.drop_old_calls(int) to berth_worker;
reset role;
