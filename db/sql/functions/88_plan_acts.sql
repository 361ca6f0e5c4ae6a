-- Plans in the console: what super admins make of them, and what they agree with one organization beside its plan.
set local role berth_guard;

-- Internal: features and limits that exist, with limits that leave an organization able to work.
create or replace function guard.require_allowances(p_features text[], p_limits jsonb) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare l record;
begin
  if exists (select from unnest(p_features) f (name) where f.name <> all (guard.feature_names())) then
    perform guard.refuse('BE022', 'There is no such feature.', 'feature_unknown');
  end if;
  for l in select key, value from jsonb_each(p_limits) loop
    if l.key <> all (guard.limit_names()) then
      perform guard.refuse('BE022', 'There is no such limit.', 'limit_unknown');
    end if;
    if jsonb_typeof(l.value) not in ('number', 'null') or jsonb_typeof(l.value) = 'number' and (l.value::text !~ '^\d{1,9}$'
      or l.value::text::int < case when l.key in ('max_users', 'keys') then 1 else 0 end) then
      perform guard.refuse('BE022', 'A limit is a whole number; seats and API keys begin at 1.', 'limit_range');
    end if;
  end loop;
end $$;

create or replace function guard.feature_names() returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select '{api,webhooks,imports,exports,custom_roles,branches,lending,branding,audit_export,groups}'::text[] $$;

create or replace function guard.platform_plans() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return (select coalesce(jsonb_agg(jsonb_build_object('key', p.key, 'name', p.name, 'description', p.description,
      'without', p.without, 'limits', p.limits, 'begins', p.begins, 'archived_at', p.archived_at, 'updated_at', p.updated_at,
      'organizations', (select count(*) from public.organizations g where g.plan = p.key and g.state <> 'deleted'))
    order by p.archived_at is not null, p.position, p.name), '[]') from guard.plans p);
end $$;

-- What changing a plan would do: the organizations that have it, and of each limit how many would be past it. p_key may be new.
create or replace function guard.plan_effect(p_key text, p_without text[], p_limits jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  had record;
begin
  perform guard.require_platform();
  perform guard.require_allowances(p_without, p_limits);
  select p.without, p.limits into had from (values (1)) always left join guard.plans p on p.key = p_key;
  return jsonb_build_object(
    'organizations', (select count(*) from public.organizations g where g.plan = p_key and g.state <> 'deleted'),
    'switched_off', to_jsonb(array(select unnest(p_without) except select unnest(had.without))),
    'switched_on', to_jsonb(array(select unnest(had.without) except select unnest(p_without))),
    'limits', (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'was', (had.limits ->> n.name)::int,
        'becomes', (p_limits ->> n.name)::int, 'past', (select count(*) from public.organizations g
          where g.plan = p_key and g.state <> 'deleted' and not g.plan_limits ? n.name and p_limits ->> n.name is not null
            and n.name <> 'api_calls_a_day' and guard.limit_used(g.id, n.name) > (p_limits ->> n.name)::int))), '[]')
      from unnest(guard.limit_names()) n (name) where had.limits ->> n.name is distinct from p_limits ->> n.name));
end $$;

-- Makes a plan, or changes one: rights of everybody whose plan it is follow with it, and each of these organizations has it on
-- its own record.
create or replace function guard.save_plan(
  p_key text, p_name text, p_description text, p_without text[], p_limits jsonb, p_new boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  was record;
  most jsonb := jsonb_strip_nulls(p_limits);
  off text[] := array(select distinct f.name from unnest(p_without) f (name) order by 1);
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  perform guard.require_allowances(off, most);
  if p_new then
    begin
      insert into guard.plans (key, name, description, without, limits) values (p_key, btrim(p_name), p_description, off, most);
    exception when unique_violation then
      perform guard.refuse('BE009', 'There is a plan with this key.', 'plan_taken');
    end;
    perform guard.record_platform('create', 'plans', null,
      jsonb_build_object('plan', p_key, 'name', p_name, 'without', off, 'limits', most));
    return;
  end if;
  select p.name, p.description, p.without, p.limits into was from guard.plans p where p.key = p_key for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such plan.');
  end if;
  if (was.name, was.description, was.without, was.limits) is not distinct from (btrim(p_name), p_description, off, most) then
    return;
  end if;
  update guard.plans p set name = btrim(p_name), description = p_description, without = off,
    limits = most, updated_at = clock_timestamp() where p.key = p_key;
  perform guard.record_platform('update', 'plans', null, jsonb_build_object('plan', p_key, 'name', p_name, 'without', off,
    'limits', most, 'was', jsonb_build_object('name', was.name, 'without', was.without, 'limits', was.limits)));
  if (was.without, was.limits) is not distinct from (off, most) then
    return;
  end if;
  perform guard.store_plan(g.id) from (select o.id from public.organizations o where o.plan = p_key and o.state <> 'deleted'
    order by o.id) g where was.without <> off;
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    record_id, action, before, after, request_id, address, agent)
  select g.id, c.user_id, guard.person_label(c.user_id), 'platform', c.credential_id, c.operation, 'organizations', g.id,
    'plan_changed', jsonb_build_object('without', was.without, 'limits', was.limits),
    jsonb_build_object('plan', btrim(p_name), 'without', off, 'limits', most), c.request_id, c.address, c.agent
  from public.organizations g where g.plan = p_key and g.state <> 'deleted';
end $$;

-- Nobody else changes it until this transaction ends.
create or replace function guard.hold_plan(p_key text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  perform 1 from guard.plans p where p.key = p_key for update;
end $$;

-- Nobody gets an archived plan any more; who has it keeps it.
create or replace function guard.archive_plan(p_key text, p_archived boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare p record;
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  select x.begins, x.archived_at into p from guard.plans x where x.key = p_key for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such plan.');
  end if;
  if p.begins and p_archived then
    perform guard.refuse('BE022', 'New organizations begin with this plan. Let them begin with another one first.', 'plan_begins');
  end if;
  update guard.plans x set archived_at = case when p_archived then clock_timestamp() end, updated_at = clock_timestamp()
  where x.key = p_key and (x.archived_at is not null) <> p_archived;
  if found then
    perform guard.record_platform(case when p_archived then 'archive' else 'restore' end, 'plans', null,
      jsonb_build_object('plan', p_key));
  end if;
end $$;

-- What organizations begin with from now on.
create or replace function guard.begin_with_plan(p_key text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  perform 1 from guard.plans x where x.key = p_key and x.archived_at is null for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such plan.');
  end if;
  update guard.plans x set begins = false where x.begins and x.key <> p_key;
  update guard.plans x set begins = true where x.key = p_key and not x.begins;
  if found then
    perform guard.record_platform('begin', 'plans', null, jsonb_build_object('plan', p_key));
  end if;
end $$;

-- Internal: what an organization begins with, held: whoever changes this plan meanwhile waits, and finds it among its own.
create or replace function guard.begin_plan() returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare k text;
begin
  loop
    select p.key into k from guard.plans p where p.begins for share;
    exit when found; -- else another one began while this waited
  end loop;
  return k;
end $$;

-- Internal: gives an organization a plan, with what was agreed beside it. The organization's own trail has it by its trigger.
create or replace function guard.put_on_plan(
  p_id uuid, p_plan text, p_limits jsonb, p_features jsonb, p_reason text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare g record;
begin
  perform guard.require_allowances(array(select jsonb_object_keys(p_features)), p_limits);
  if exists (select from jsonb_each(p_features) f where jsonb_typeof(f.value) <> 'boolean') then
    perform guard.refuse('BE022', 'A feature is on or off.', 'feature_unknown');
  end if;
  select o.plan into g from public.organizations o where o.id = p_id and o.state <> 'deleted' for no key update;
  if not found then
    perform guard.refuse('BE004', 'There is no such organization.');
  end if;
  perform 1 from guard.plans p where p.key = p_plan and (p.archived_at is null or p.key = g.plan) for share;
  if not found then
    perform guard.refuse('BE022', 'There is no such plan, or it is archived.', 'plan_unknown');
  end if;
  update public.organizations o set plan = p_plan, plan_limits = p_limits, plan_features = p_features,
    plan_reason = left(btrim(p_reason), 500), updated_at = clock_timestamp() where o.id = p_id
    and (o.plan, o.plan_limits, o.plan_features, o.plan_reason) is distinct from (p_plan, p_limits, p_features, left(btrim(p_reason), 500));
end $$;

-- p_limits: of each limit that differs from the plan its number, null for none. p_features: of each that differs, on or off.
create or replace function guard.set_organization_plan(
  p_id uuid, p_plan text, p_limits jsonb, p_features jsonb, p_reason text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  if coalesce(length(btrim(p_reason)), 0) < 5 then
    perform guard.refuse('BE022', 'Say why; its admins can read it.', 'reason_missing');
  end if;
  perform guard.put_on_plan(p_id, p_plan, p_limits, p_features, p_reason);
  perform guard.record_platform('plan', 'organizations', p_id, jsonb_build_object('plan', p_plan, 'limits', p_limits,
    'features', p_features, 'reason', left(btrim(p_reason), 500)));
end $$;

-- One organization's plan with use, for its card in the console.
create or replace function guard.platform_plan_of(p_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return guard.plan_facts(p_id);
end $$;

-- Internal, for a server that creates an organization: a plan that is given out, and less of it. More than a plan has only a
-- super admin agrees to.
create or replace function guard.settle_server_plan(p_id uuid, p_settings jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  chosen record;
  limits jsonb := coalesce(p_settings -> 'limits', '{}');
  agreed jsonb := coalesce(p_settings -> 'features', '{}');
begin
  select p.key, p.name, p.without, p.limits into chosen from guard.plans p
  where p.key = coalesce(p_settings ->> 'plan', guard.begin_plan()) and p.archived_at is null;
  if not found then
    perform guard.refuse('BE022', 'There is no such plan, or it is archived.', 'plan_unknown');
  end if;
  if exists (select from jsonb_each(limits) l where jsonb_typeof(l.value) <> 'number'
      or (l.value)::text::numeric > coalesce((chosen.limits ->> l.key)::numeric, 'Infinity'))
    or exists (select from jsonb_each(agreed) f where f.value = 'true'::jsonb and f.key = any (chosen.without)) then
    perform guard.refuse('BE022', 'The plan ' || chosen.name || ' has less than this. Choose another plan, or ask a super admin for more.',
      'above_plan');
  end if;
  -- Only what is less stays beside the plan, or it would stand against what the plan becomes.
  agreed := coalesce((select jsonb_object_agg(f.key, f.value) from jsonb_each(agreed) f where f.value <> 'true'::jsonb), '{}');
  perform guard.put_on_plan(p_id, chosen.key, limits, agreed, case when limits = '{}' and agreed = '{}' then '' else 'Set by the server that created it' end);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.platform_plans(), guard.plan_effect(text, text[], jsonb),
  guard.save_plan(text, text, text, text[], jsonb, boolean), guard.archive_plan(text, boolean), guard.begin_with_plan(text), guard.hold_plan(text),
  guard.set_organization_plan(uuid, text, jsonb, jsonb, text), guard.platform_plan_of(uuid) to berth_app;
reset role;
