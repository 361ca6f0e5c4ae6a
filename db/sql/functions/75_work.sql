-- What the records of daily work share: search, numbers, and the rules of a shipment's course.
set local role berth_guard;

-- Internal: whether the rows of a table are either test or live.
create or replace function guard.has_modes(p_table text) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'test_mode' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relname = p_table);
end $$;

-- Ids of the newest records of this organization, in the context's mode, whose text holds the words. Under row-level security a trigram index
-- would stay unused (LIKE is not leakproof), so the search runs here and the caller joins the ids back under its fence.
create or replace function guard.search_records(p_table text, p_text text, p_most int) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := guard.organization_id();
  scope uuid[];
  modes text := case when guard.has_modes(p_table) then case when guard.test_mode() then 'and test_mode' else 'and not test_mode' end end;
begin
  if not exists (select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'search_text'
    where c.relnamespace = 'public'::regnamespace and c.relname = p_table and c.relkind = 'r' and c.relforcerowsecurity) then
    perform guard.refuse('BE022', 'This list cannot be searched.', 'not_searchable');
  end if;
  if exists (select from pg_attribute a where a.attrelid = format('public.%I', p_table)::regclass and a.attname = 'branch_id') then
    scope := guard.branch_scope(p_table || '.view');
    if cardinality(scope) > 0 and p_table in ('customers', 'addresses') then
      scope := scope || guard.no_branch();
    end if;
  end if;
  return query execute format('select id from public.%I where organization_id = $1 and search_text like $2 %s %s
    order by id desc limit $3', p_table, modes, case when scope is not null then 'and coalesce(branch_id, guard.no_branch()) = any ($4)' end)
  using organization, '%' || replace(replace(replace(lower(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%',
    least(p_most, 5000), scope;
end $$;

-- The next free reference, such as SHP-000042; test records have a count of their own. The counter's row is locked until commit, so nobody gets the same one.
create or replace function guard.next_reference(p_table text, p_prefix text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := guard.organization_id();
  test constant boolean := guard.test_mode();
  counted constant text := p_table || case when test then '.test' else '' end;
  number bigint;
  reference text;
  taken boolean;
begin
  if not exists (select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'reference'
    where c.relnamespace = 'public'::regnamespace and c.relname = p_table and c.relkind = 'r' and c.relforcerowsecurity) then
    perform guard.refuse('BE022', 'These records have no references.', 'no_references');
  end if;
  loop
    insert into guard.counters as n (organization_id, name, value) values (organization, counted, 1)
    on conflict (organization_id, name) do update set value = n.value + 1 returning value into number;
    reference := left(p_prefix, 8) || lpad(number::text, greatest(6, length(number::text)), '0');
    execute format('select exists (select from public.%I where organization_id = $1 and reference = $2 and test_mode = $3)', p_table)
    into taken using organization, reference, test;
    exit when not taken;
  end loop;
  return reference;
end $$;

-- Of the leased job's organization: lets go of the next test records and then of what was told of them; answers how many, 0
-- where nothing is left. What refers to others goes first. Their numbers begin anew. Nobody is told that they went.
create or replace function guard.delete_test_records(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  kind text;
  gone int;
begin
  if c.kind <> 5 or c.operation <> 'test_data.clear' then
    raise insufficient_privilege using message = 'no job that clears test data';
  end if;
  foreach kind in array array['pieces', 'addresses', 'shipments', 'orders', 'customers', 'products', 'parcels', 'assets',
    'carrier_connections', 'templates', 'imports', 'webhook_attempts', 'webhook_deliveries', 'events'] loop
    execute format('delete from public.%1$I r using (select id from public.%1$I where organization_id = $1 and test_mode
      order by id limit $2) old where r.organization_id = $1 and r.id = old.id', kind)
    using c.organization_id, least(p_most, 5000);
    get diagnostics gone = row_count;
    if gone > 0 then
      delete from public.webhook_deliveries where organization_id = c.organization_id and test_mode and id >= guard.uuid7_at(now());
      delete from public.events where organization_id = c.organization_id and test_mode and id >= guard.uuid7_at(now());
      delete from guard.event_outbox where organization_id = c.organization_id and test_mode;
      return gone;
    end if;
  end loop;
  delete from guard.counters where organization_id = c.organization_id and name like '%.test';
  return 0;
end $$;

-- Begins to let go of all test records of the proven organization.
create or replace function guard.delete_test_data() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.manage');
  perform guard.require_fresh();
  perform guard.record_act('organizations', c.organization_id, 'test_data_deleted');
  perform guard.queue(c.organization_id, 'test_data.clear', '{}');
end $$;

-- Which status may follow which; lib/shipments/rules.ts says the same, and a test holds the two together.
create or replace function guard.shipment_may_become(p_from text, p_to text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select p_to = any (case p_from
    when 'draft' then array['ready', 'cancelled']
    when 'ready' then array['draft', 'picked_up', 'exception', 'cancelled']
    when 'picked_up' then array['in_transit', 'exception']
    when 'in_transit' then array['out_for_delivery', 'delivered', 'exception']
    when 'out_for_delivery' then array['delivered', 'in_transit', 'exception']
    when 'exception' then array['in_transit', 'out_for_delivery', 'delivered', 'cancelled']
    else array[]::text[] end)
$$;

create or replace function guard.check_shipment_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if new.status not in ('draft', 'ready') then
      perform guard.refuse('BE022', 'A shipment begins as a draft or ready to go.', 'status_not_first');
    end if;
    return new;
  end if;
  if new.status <> old.status then
    if not guard.shipment_may_become(old.status, new.status) then
      perform guard.refuse('BE022', 'This shipment cannot go from ' || replace(old.status, '_', ' ') || ' to '
        || replace(new.status, '_', ' ') || '.', 'status_not_next');
    end if;
    new.delivered_at := case when new.status = 'delivered' then clock_timestamp() end;
  end if;
  if old.status not in ('draft', 'ready')
    and (new.sender, new.recipient, new.service, new.test_mode) is distinct from (old.sender, old.recipient, old.service, old.test_mode) then
    perform guard.refuse('BE022', 'This shipment is under way: addresses, service and parcels stay as they are.', 'under_way');
  end if;
  return new;
end $$;

create or replace function guard.check_parcel_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  r record := case when tg_op = 'DELETE' then old else new end;
begin
  perform 1 from public.shipments where organization_id = r.organization_id and id = r.shipment_id
    and status in ('draft', 'ready') for update;
  if not found then
    perform guard.refuse('BE022', 'This shipment is under way: addresses, service and parcels stay as they are.', 'under_way');
  end if;
  return r;
end $$;

create or replace function guard.keep_shipment_history() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
begin
  if tg_op = 'UPDATE' and new.status = old.status then
    return null;
  end if;
  insert into public.shipment_events (organization_id, id, shipment_id, from_status, status, note, actor_name)
  values (new.organization_id, guard.uuid7(), new.id, case when tg_op = 'UPDATE' then old.status end, new.status, new.status_note,
    coalesce(case when c.acting_as is not null then 'Berth support' end,
      (select m.name from public.memberships m where m.organization_id = new.organization_id and m.user_id = c.user_id),
      (select 'Key ' || k.label from guard.api_keys k where k.organization_id = new.organization_id and k.id = c.credential_id),
      'Berth'));
  return null;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.delete_test_records(int), guard.delete_test_data(), guard.search_records(text, text, int), guard.next_reference(text, text) to berth_app;
grant execute on function guard.check_shipment_change(), guard.check_parcel_change(), guard.keep_shipment_history() to berth_owner;
reset role;
