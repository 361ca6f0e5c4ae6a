-- The trails that a super admin reads: the platform's own, and what happened in all organizations, with a reason. Of one
-- organization alone a visit reads the trail as its people do (guard.search_audit).
set local role berth_guard;

create or replace function guard.platform_trail(p_conditions jsonb, p_after bigint, p_ascending boolean, p_most int)
returns setof jsonb language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare nil constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  perform guard.require_platform();
  return query execute format('select to_jsonb(e) from audit.entries e where e.organization_id = %L
    and e.id in (select audit.find(%1$L, $1, ''UTC'', $2, $3, $4)) order by e.id %2$s', nil, case when p_ascending then 'asc' else 'desc' end)
  using p_conditions, p_after, p_ascending, p_most;
end $$;

-- Internal: whether a search over all organizations names something that few entries hold.
create or replace function guard.is_narrow(p_conditions jsonb) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select exists (select from jsonb_array_elements(p_conditions) c
    where not (c ->> 'not')::boolean and c ->> 'on' in ('actor', 'name', 'address', 'request', 'words')
      and not exists (select from jsonb_array_elements_text(c -> 'values') v where length(rtrim(v, '*')) < 3))
$$;

-- Internal: as audit.find, over all organizations, for a search that is narrow: the words lead.
create or replace function audit.find_everywhere(p_conditions jsonb, p_after bigint, p_ascending boolean, p_most int)
returns table (organization uuid, entry bigint) language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  facts text := (select string_agg(audit.condition(c, 'UTC'), ' and ') from jsonb_array_elements(p_conditions) c);
  words text := (select string_agg(audit.words_condition(c), ' and ') from jsonb_array_elements(p_conditions) c);
  place text := format('e.organization_id <> ''00000000-0000-0000-0000-000000000000''%s',
    case when p_after is null then '' else format(' and e.id %s %s', case when p_ascending then '>' else '<' end, p_after) end);
  most text := format('order by id %s limit %s', case when p_ascending then 'asc' else 'desc' end, p_most);
  sealed record;
begin
  select s.txid, s.entry_id into strict sealed from audit.sealing s;
  return query execute format('select organization_id, id from (
    (select w.organization_id, w.id from public.audit_words w
      join audit.entries e on e.organization_id = w.organization_id and e.id = w.id
      where %1$s and %2$s and %3$s %4$s)
    union all
    (select e.organization_id, e.id from audit.entries e
      cross join lateral (select n.name as record_name, audit.words(e.actor_label, e.operation, e.record_type, e.action,
        e.actor_kind, e.address, e.request_id, n.name, e.after ->> ''reason'') as words
        from (select audit.own_name(e.before, e.after) as name) n) w
      where e.txid >= %6$s and (e.txid > %6$s or e.id > %7$s) and %5$s and %2$s and %3$s %4$s)) found %4$s',
    replace(place, 'e.', 'w.'), facts, words, most, place, sealed.txid, sealed.entry_id);
end $$;

-- Searches every organization's trail, for a reason. An organization of which entries are shown gets one of its own, with
-- who looked, why and how many were shown; what was searched for, which may name others, and which organizations it
-- showed stand in the platform's log. One of which nothing is shown was not looked into, and would learn from an entry
-- only what happens elsewhere.
create or replace function guard.search_all_trails(
  p_conditions jsonb, p_query text, p_after bigint, p_ascending boolean, p_limit int)
returns setof jsonb language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  places uuid[];
  found bigint[];
  seen record;
  shown jsonb := '{}';
  page int := least(p_limit, 100);
begin
  perform guard.require_platform();
  if coalesce(length(btrim(c.reason)), 0) < 5 then
    perform guard.refuse('BE022', 'Say why you look; the admins of each organization can read it.', 'reason_missing');
  end if;
  if not guard.is_narrow(p_conditions) then
    perform guard.refuse('BE022', 'Name an actor, an address, a request, a record or words of three letters or more.', 'too_broad');
  end if;
  select array_agg(f.organization), array_agg(f.entry) into places, found
  from audit.find_everywhere(p_conditions, p_after, p_ascending, page + 1) f;
  for seen in
    select f.organization, count(*) as entries from unnest(places[:page]) f (organization) group by 1
  loop
    shown := shown || jsonb_build_object(seen.organization, seen.entries);
    insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation,
      record_type, record_id, action, after, request_id, address, agent)
    values (seen.organization, c.user_id, guard.person_label(c.user_id), 'platform', c.credential_id, c.operation,
      'organizations', seen.organization, 'view', jsonb_build_object('reason', c.reason, 'entries', seen.entries),
      c.request_id, c.address, c.agent);
  end loop;
  perform guard.record_platform('search', 'organizations', null, jsonb_build_object('reason', c.reason,
    'query', left(p_query, 500), 'organizations', shown));
  return query select to_jsonb(e) from unnest(places, found) with ordinality f (organization, entry, place)
  join audit.entries e on e.organization_id = f.organization and e.id = f.entry order by f.place;
end $$;

-- The names of organizations, for what a search over all of them shows.
create or replace function guard.organization_names(p_ids uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return (select coalesce(jsonb_object_agg(g.id, g.name), '{}') from public.organizations g where g.id = any (p_ids));
end $$;

revoke all on all functions in schema audit from public;
revoke all on all functions in schema guard from public;
grant execute on function guard.platform_trail(jsonb, bigint, boolean, int),
  guard.search_all_trails(jsonb, text, bigint, boolean, int),
  guard.organization_names(uuid[]) to berth_app;
reset role;
