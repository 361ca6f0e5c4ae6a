-- Plans: what each organization may have how much of. Rows that count come in through guard.take_room, whatever door they
-- come by; what a plan switches off is decided in 30_rights.sql.
set local role berth_guard;

-- Internal: the most of this that an organization may have: what was agreed with it, else what its plan says. Null: any number.
create or replace function guard.limit_of(p_organization uuid, p_limit text) returns int
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select (case when g.plan_limits ? p_limit then g.plan_limits else p.limits end ->> p_limit)::int
    from public.organizations g left join guard.plans p on p.key = g.plan where g.id = p_organization);
end $$;

-- Internal: how many keys an organization has. One that was replaced and works on is one with what replaced it, however often
-- it was replaced and whichever of them still works.
create or replace function guard.keys_in_use(p_organization uuid) returns int
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  with recursive line as (
    select k.id, k.replaced_by from guard.api_keys k where k.organization_id = p_organization and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > clock_timestamp())
    union
    select k.id, k.replaced_by from line l join guard.api_keys k on k.organization_id = p_organization and k.id = l.replaced_by)
  select count(*)::int from line where replaced_by is null
$$;

-- Internal: how much of it is in use. Who is suspended takes no seat, a key that is over none of the keys.
create or replace function guard.limit_used(p_organization uuid, p_limit text) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return case p_limit
    when 'max_users' then (select count(*) from public.memberships m
      where m.organization_id = p_organization and m.status = 'active')
    when 'keys' then guard.keys_in_use(p_organization)
    when 'webhooks' then (select count(*) from guard.webhook_endpoints w where w.organization_id = p_organization)
    when 'branches' then (select count(*) from public.branches b
      where b.organization_id = p_organization and b.archived_at is null)
    when 'roles' then (select count(*) from public.roles r where r.organization_id = p_organization and not r.built_in)
    when 'api_calls_a_day' then coalesce((select c.day_calls from guard.call_counts c
      where c.organization_id = p_organization and c.credential_id = '00000000-0000-0000-0000-000000000000'
        and c.day >= guard.day_of(p_organization)), 0)
  end;
end $$;

-- Internal: the day that it is where the organization is.
create or replace function guard.day_of(p_organization uuid) returns date
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select (clock_timestamp() at time zone g.time_zone)::date from public.organizations g where g.id = p_organization);
end $$;

create or replace function guard.limit_word(p_limit text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case p_limit when 'max_users' then 'seat' when 'keys' then 'API key' when 'webhooks' then 'webhook'
    when 'branches' then 'branch' when 'roles' then 'role of its own' when 'api_calls_a_day' then 'API call for today' end
$$;

-- Internal: refuses for want of room. Who is no member learns that there is none, and not how many there are.
create or replace function guard.refuse_full(p_organization uuid, p_limit text, p_most int, p_used int) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  many int := greatest(1, p_used - p_most + 1);
  verb text := case p_limit when 'keys' then 'Revoke' when 'webhooks' then 'Delete' when 'roles' then 'Delete'
    when 'branches' then 'Archive' end;
begin
  if c.organization_id is distinct from p_organization or c.kind not in (1, 6, 8) then
    perform guard.refuse('BE008', 'No ' || guard.limit_word(p_limit) || ' is left in this organization. Ask whoever let you in to make room; then try again.',
      'limit_reached', jsonb_build_object('name', p_limit)::text);
  end if;
  perform guard.refuse('BE008', format('No %s is left: %s of %s in use. %sThe operators of this installation can raise the limit.',
    guard.limit_word(p_limit), p_used, p_most, case when p_limit = 'max_users' then 'Suspend or remove somebody to make room. '
      when verb is not null then format('%s %s to make room. ', verb, case many when 1 then 'one' else many::text end) else '' end),
    'limit_reached', jsonb_build_object('name', p_limit, 'most', p_most, 'used', p_used)::text);
end $$;

-- Internal: waits for others who take of the same limit, and answers whether there is room for one more. It stays so until
-- the transaction ends.
create or replace function guard.has_room(p_organization uuid, p_limit text) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare most int := guard.limit_of(p_organization, p_limit);
begin
  if most is null then
    return true;
  end if;
  perform guard.take_turns('limit|' || p_limit || '|' || p_organization);
  return guard.limit_used(p_organization, p_limit) < most;
end $$;

create or replace function guard.require_room(p_organization uuid, p_limit text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if not guard.has_room(p_organization, p_limit) then
    perform guard.refuse_full(p_organization, p_limit, guard.limit_of(p_organization, p_limit),
      guard.limit_used(p_organization, p_limit));
  end if;
end $$;

-- The one gate of everything that a plan counts. The row stands already, and goes again where it is one too many: so all
-- that wait for their turn see those who were before them. A limit that was lowered removes nothing.
create or replace function guard.take_room() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  most int := guard.limit_of(new.organization_id, tg_argv[0]);
  used int;
begin
  if most is null then
    return null;
  end if;
  perform guard.take_turns('limit|' || tg_argv[0] || '|' || new.organization_id);
  used := guard.limit_used(new.organization_id, tg_argv[0]);
  if used > most then
    -- Whoever has more keys than a lowered limit gives them still replaces them.
    if tg_argv[0] = 'keys' then
      perform 1 from guard.api_keys k where k.organization_id = new.organization_id and k.replaced_by = new.id
        and (k.expires_at is null or k.expires_at > new.created_at);
      if found then
        return null;
      end if;
    end if;
    perform guard.refuse_full(new.organization_id, tg_argv[0], most, used - 1);
  end if;
  perform guard.warn_of_limit(new.organization_id, tg_argv[0], most, used);
  return null;
end $$;

-- Internal: tells the owner once at four fifths and once when nothing is left: of each most, and of calls on each day.
create or replace function guard.warn_of_limit(p_organization uuid, p_limit text, p_most int, p_used int) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  reached int := case when p_used >= p_most then 100 when p_used * 5 >= p_most * 4 then 80 end;
  today date := case when p_limit = 'api_calls_a_day' then guard.day_of(p_organization) else 'epoch'::date end;
begin
  if reached is null or p_most = 0 then
    return;
  end if;
  insert into guard.limit_warnings as w (organization_id, name, share, most, day)
  values (p_organization, p_limit, reached, p_most, today)
  on conflict (organization_id, name, share) do update set most = excluded.most, day = excluded.day
  where (w.most, w.day) is distinct from (excluded.most, excluded.day);
  if not found then
    return;
  end if;
  perform guard.notify(p_organization, array(select m.id from public.memberships m
      where m.organization_id = p_organization and m.role_key = 'owner' and m.status = 'active'),
    jsonb_build_object('kind', 'plan.limit', 'path', '/settings/plan',
      'title', case when reached = 100 then 'No ' || guard.limit_word(p_limit) || ' is left'
        else 'Nearly every ' || guard.limit_word(p_limit) || ' is in use' end,
      'body', format('%s of %s in use. %s', p_used, p_most, case when p_limit = 'api_calls_a_day'
        then 'Calls past the limit are refused until the day is over.' else 'Nothing more comes in past the limit.' end)));
end $$;

-- After an organization's plan, or what was agreed beside it, changed: its people's rights follow with it.
create or replace function guard.refresh_plan() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.store_plan(new.id);
  return null;
end $$;

-- Internal: writes down what a plan takes away, for everybody of an organization.
create or replace function guard.store_plan(p_organization uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare closed boolean := guard.is_withheld(p_organization, 'api');
begin
  perform 1 from public.organizations where id = p_organization for no key update;
  perform guard.store_everybodys_rights(p_organization);
  update guard.rights r set keys_closed = closed where r.organization_id = p_organization and r.keys_closed <> closed;
end $$;

-- Internal: what an organization's plan comes to: each feature that the plan or an agreement names, each limit with its use.
-- What is off by agreement no other plan would bring.
create or replace function guard.plan_facts(p_organization uuid) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select jsonb_build_object('plan', jsonb_build_object('key', g.plan, 'name', coalesce(p.name, g.plan),
      'description', coalesce(p.description, '')),
    'withheld', to_jsonb(guard.withheld_features(g.id)),
    'offered', coalesce((select jsonb_object_agg(f.name, (select coalesce(jsonb_agg(x.name order by x.position, x.name), '[]')
        from guard.plans x where x.archived_at is null and f.name <> all (x.without) and not g.plan_features ? f.name))
      from unnest(guard.withheld_features(g.id)) f (name)), '{}'),
    'limits', (select jsonb_object_agg(n.name, jsonb_build_object('most', guard.limit_of(g.id, n.name),
        'plan', (p.limits ->> n.name)::int, 'used', guard.limit_used(g.id, n.name)))
      from unnest(guard.limit_names()) n (name)),
    'agreed', jsonb_build_object('limits', g.plan_limits, 'features', g.plan_features, 'reason', g.plan_reason))
  from public.organizations g left join guard.plans p on p.key = g.plan where g.id = p_organization);
end $$;

create or replace function guard.limit_names() returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select '{max_users,keys,webhooks,branches,roles,api_calls_a_day}'::text[] $$;

-- The acting organization's plan with use.
create or replace function guard.plan_and_use() returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('usage.view');
  return guard.plan_facts(c.organization_id);
end $$;

-- How much room is left of one limit, for the places where it is taken; nulls where there is no limit.
create or replace function guard.room_left(p_limit text) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  most int;
begin
  perform guard.require('organization.view');
  most := guard.limit_of(c.organization_id, p_limit);
  return jsonb_build_object('most', most,
    'used', case when most is not null then guard.limit_used(c.organization_id, p_limit) end);
end $$;

drop function if exists guard.my_plans();

-- The plan of each organization that is mine, by name, with its seats and how many are in use; null for any number.
create or replace function guard.my_plans() returns table (organization_id uuid, plan_name text, seats int, seats_used int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select g.id, coalesce(p.name, g.plan), s.most,
    case when s.most is not null then guard.limit_used(g.id, 'max_users') end
  from guard.my_organizations() mine join public.organizations g on g.id = mine.id
  left join guard.plans p on p.key = g.plan
  cross join lateral (select guard.limit_of(g.id, 'max_users') as most) s;
end $$;

-- Internal: the permissions of an organization's withheld features.
create or replace function guard.withheld_of(p_organization uuid) returns text[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare features text[] := guard.withheld_features(p_organization);
begin
  if cardinality(features) = 0 then
    return '{}';
  end if;
  return array(select key from guard.permissions where feature = any (features) order by position);
end $$;

-- The permissions that nobody of the acting organization can hold, for who reckons with what roles give.
create or replace function guard.withheld_permissions() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return guard.withheld_of(guard.organization_id());
end $$;

-- Which features the plan withholds, for pages that would lead nowhere.
create or replace function guard.withheld_here() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('organization.view');
  return (select jsonb_build_object('plan', coalesce(p.name, g.plan), 'withheld', to_jsonb(guard.withheld_features(g.id)),
      'offered', coalesce((select jsonb_object_agg(f.name, (select coalesce(jsonb_agg(x.name order by x.position, x.name), '[]')
          from guard.plans x where x.archived_at is null and f.name <> all (x.without) and not g.plan_features ? f.name))
        from unnest(guard.withheld_features(g.id)) f (name)), '{}'))
    from public.organizations g left join guard.plans p on p.key = g.plan where g.id = c.organization_id);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.plan_and_use(), guard.room_left(text), guard.withheld_here(), guard.my_plans(),
  guard.withheld_permissions() to berth_app;
grant execute on function guard.take_room(), guard.refresh_plan() to berth_owner;
reset role;
