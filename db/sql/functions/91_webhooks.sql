-- Webhooks: endpoints behind the wall, since their secrets are. An act puts its events into the outbox, and the worker plans their
-- deliveries.
set local role berth_guard;

-- Karrio's name of an event, where it has one (lib/events/nouns.ts says the same).
create or replace function guard.karrio_name(p_type text) returns text
language sql immutable parallel safe
return case p_type when 'shipment.ready' then 'shipment_purchased' when 'shipment.cancelled' then 'shipment_cancelled'
  when 'shipment.delivered' then 'shipment_fulfilled' when 'shipment.out_for_delivery' then 'shipment_out_for_delivery'
  when 'shipment.needs_attention' then 'shipment_needs_attention'
  when 'shipment.delivery_failed' then 'shipment_delivery_failed' when 'order.created' then 'order_created'
  when 'order.updated' then 'order_updated' when 'order.fulfilled' then 'order_fulfilled'
  when 'order.cancelled' then 'order_cancelled' end;

-- Internal: whether an endpoint with these events is sent one of this type; a test is sent to any. Without settings of its own,
-- so that statements over many events take it in.
create or replace function guard.is_sent(p_events text[], p_type text) returns boolean
language sql immutable parallel safe
return p_type = 'webhook.test' or p_events && array_remove(array['*', p_type, guard.karrio_name(p_type)], null);

-- Internal: an act says that there is an event to tell. Without settings of its own, as every act runs it.
create or replace function guard.queue_event(p_organization uuid, p_event uuid, p_type text, p_test boolean) returns void
language plpgsql volatile
as $$
begin
  insert into guard.event_outbox (organization_id, event_id, type, test_mode, told_at)
  values (p_organization, p_event, p_type, p_test, clock_timestamp());
end $$;

-- What an endpoint got until a change of it, where events from before the change are still to be planned. A change and planning
-- take turns, so what the change's snapshot sees is what happened before it, however much that is.
create or replace function guard.keep_endpoint_change() returns trigger
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.take_turns('webhooks.plan ' || new.organization_id);
  insert into guard.webhook_changes (organization_id, endpoint_id, state, events, until)
  select new.organization_id, new.id, case when tg_op = 'INSERT' then 'disabled' else old.state end,
    case when tg_op = 'INSERT' then new.events else old.events end, pg_current_snapshot()
  where exists (select from guard.event_outbox x where x.organization_id = new.organization_id);
  return null;
end $$;

drop function if exists guard.plan_deliveries(uuid, uuid, text, boolean);
-- Internal: one delivery for each endpoint that wanted an event when it happened, of so many events of an organization, the oldest
-- first (null: of all); nobody changes the organization's endpoints meanwhile. What an endpoint was not to be sent any more
-- afterwards has failed. Answers how many events.
create or replace function guard.plan_deliveries(p_organization uuid, p_most int) returns int
language plpgsql volatile
as $$
declare planned int;
begin
  perform guard.take_turns('webhooks.plan ' || p_organization);
  with taken as (
    delete from guard.event_outbox x where x.organization_id = p_organization and x.event_id = any (array(
      select y.event_id from guard.event_outbox y where y.organization_id = p_organization
      order by y.event_id limit p_most))
    returning x.event_id, x.type, x.test_mode, x.told_by),
  -- Each endpoint as it was from one change until the next, and as it is (no number).
  spans as (
    select s.*, lag(s.until) over (partition by s.id order by s.number) as since
    from (select w.id, w.test_mode, w.state, w.events, null::pg_snapshot as until, null::bigint as number
      from guard.webhook_endpoints w where w.organization_id = p_organization
      union all
      select w.id, w.test_mode, h.state, h.events, h.until, h.number
      from guard.webhook_changes h join guard.webhook_endpoints w on w.organization_id = h.organization_id and w.id = h.endpoint_id
      where h.organization_id = p_organization) s),
  made as (
    insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, test_mode, state, last_error, due_at,
      created_at, finished_at)
    select p_organization, guard.uuid7(), w.id, t.event_id,
      case when w.events && array['*', t.type] then t.type else guard.karrio_name(t.type) end, t.test_mode,
      case when later.error is null then 'waiting' else 'failed' end, later.error, clock_timestamp(), clock_timestamp(),
      case when later.error is not null then clock_timestamp() end
    from taken t join spans w on w.state = 'active' and w.test_mode = t.test_mode and guard.is_sent(w.events, t.type)
      and (w.until is null or pg_visible_in_snapshot(t.told_by, w.until))
      and (w.since is null or not pg_visible_in_snapshot(t.told_by, w.since))
    cross join lateral (select case when w.until is not null then (
      select case when n.state <> 'active' then 'disabled' else 'not_sent' end from spans n
      where n.id = w.id and (n.number is null or n.number > w.number)
        and (n.state <> 'active' or not guard.is_sent(n.events, t.type))
      order by n.number limit 1) end as error) later
    where not guard.is_withheld(p_organization, 'webhooks'))
  select count(*) into planned from taken;
  delete from guard.webhook_changes h where h.organization_id = p_organization and not exists (select from guard.event_outbox x
    where x.organization_id = p_organization and pg_visible_in_snapshot(x.told_by, h.until));
  return planned;
end $$;

-- Internal: the same for whoever waits for nobody: null where somebody changes what the organization's endpoints get.
create or replace function guard.plan_if_free(p_organization uuid, p_most int) returns int
language plpgsql volatile
as $$
begin
  return case when guard.take_free_turn('webhooks.plan ' || p_organization) then guard.plan_deliveries(p_organization, p_most) end;
end $$;

drop function if exists guard.plan_all_deliveries(uuid, int);
-- Internal: the same organization by organization, beginning behind one, until so many events are planned. Answers behind which one
-- to go on, and whether there is more.
create or replace function guard.plan_all_deliveries(p_after uuid, p_most int, out place uuid, out more boolean)
language plpgsql volatile
as $$
declare
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  next uuid;
  part int;
  planned int := 0;
begin
  place := p_after;
  more := false;
  for round in 1..2 loop
    loop
      select x.organization_id into next from guard.event_outbox x
      where x.organization_id > place and (round = 1 or x.organization_id <= p_after) order by x.organization_id limit 1;
      exit when not found;
      if planned >= p_most then
        more := true;
        return;
      end if;
      place := next;
      part := coalesce(guard.plan_if_free(place, 500), 0);
      planned := planned + greatest(part, 1);
      more := more or part = 500;
    end loop;
    exit when round = 2 or p_after = nil;
    place := nil;
  end loop;
end $$;

-- Internal: whoever sends events somewhere must hold what they carry, in all branches.
create or replace function guard.require_events(p_events text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  n record;
begin
  perform guard.require_everywhere('webhooks.manage');
  for n in select k.noun, k.permission, p.position from guard.event_nouns k join guard.permissions p on p.key = k.permission
    where p_events && array['*'] or exists (select from unnest(p_events) e
      where split_part(e, '.', 1) = k.noun or split_part(e, '_', 1) = k.noun and strpos(e, '.') = 0) order by k.noun loop
    if get_bit(c.rights, n.position) = 0 then
      perform guard.refuse('BE003', 'You cannot send out what you may not see yourself: ' || n.noun || ' events.',
        'above_own_rights', n.permission);
    end if;
  end loop;
end $$;

-- Internal: whether whoever made an endpoint still holds all that it is sent, in all branches. What is the organization's own
-- (no maker) asks for nobody.
create or replace function guard.maker_holds(p_organization uuid, p_maker uuid, p_events text[]) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare held bit(256) := guard.live_rights(p_organization, p_maker);
begin
  return p_maker is null or held is not null and not guard.is_limited(p_organization, p_maker) and not exists (
    select from guard.event_nouns k join guard.permissions p on p.key = k.permission
    where get_bit(held, p.position) = 0 and (p_events && array['*'] or exists (select from unnest(p_events) e
      where split_part(e, '.', 1) = k.noun or split_part(e, '_', 1) = k.noun and strpos(e, '.') = 0)));
end $$;

drop function if exists guard.require_mode_of_key(boolean);
-- Internal: a webhook is made in the mode whose records it tells of.
create or replace function guard.require_own_mode(p_test boolean) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if p_test <> guard.test_mode() then
    perform guard.refuse('BE003', case when p_test then 'This webhook would tell of test records, and this is live mode.'
      else 'This webhook would tell of live records, and this is test mode.' end, 'other_mode');
  end if;
end $$;

-- Internal: the endpoint, one of the request's mode, held until the transaction ends; whoever changes it holds all that it is
-- sent.
create or replace function guard.own_endpoint(p_id uuid) returns record
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  w record;
begin
  perform guard.require('webhooks.manage');
  select * into w from guard.webhook_endpoints e
  where e.organization_id = c.organization_id and e.id = p_id and e.test_mode = guard.test_mode() for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such webhook.');
  end if;
  perform guard.require_events(w.events);
  return w;
end $$;

-- Nobody else changes it until this transaction ends.
create or replace function guard.hold_endpoint(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.own_endpoint(p_id);
end $$;

create or replace function guard.create_endpoint(
  p_id uuid, p_url text, p_description text, p_events text[], p_test boolean, p_sealed_secret text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('webhooks.manage');
  perform guard.require_fresh_person();
  perform guard.require_own_mode(p_test);
  perform guard.require_events(p_events);
  perform guard.take_turns('webhooks ' || c.organization_id);
  if (select count(*) from guard.webhook_endpoints where organization_id = c.organization_id) >= 20 then
    perform guard.refuse('BE009', 'An organization has 20 webhooks at most. Delete one first.', 'too_many');
  end if;
  insert into guard.webhook_endpoints (organization_id, id, url, description, events, test_mode, sealed_secret, created_by)
  values (c.organization_id, p_id, p_url, p_description, p_events, p_test, p_sealed_secret, guard.acting_membership());
  return p_id;
end $$;

-- What is null stays as it is. What is not sent any more stops at once, or, of very much, as its turn comes
-- (guard.lease_deliveries): whoever sees to the endpoint from now on need not hold it.
create or replace function guard.update_endpoint(p_id uuid, p_url text, p_description text, p_events text[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  w record := guard.own_endpoint(p_id);
  becomes record;
  unsent uuid[];
begin
  select coalesce(p_url, w.url) as url, coalesce(p_description, w.description) as description, coalesce(p_events, w.events) as events
  into becomes;
  perform guard.require_events(becomes.events);
  perform guard.require_fresh_person();
  -- Whoever has it sent more than its maker holds answers for it from now on.
  update guard.webhook_endpoints set url = becomes.url, description = becomes.description, events = becomes.events,
    updated_at = clock_timestamp(), is_slow = is_slow or becomes.url <> w.url,
    created_by = case when guard.maker_holds(w.organization_id, w.created_by, becomes.events)
      then created_by else guard.acting_membership() end
  where organization_id = w.organization_id and id = w.id
    and (url, description, events) is distinct from (becomes.url, becomes.description, becomes.events);
  if becomes.events @> w.events then
    return;
  end if;
  -- By ids, so that no plan that was made while the tables were small reads all of them for each.
  unsent := array(select o.id
    from (select x.id, x.event_id from public.webhook_deliveries x
        where x.organization_id = w.organization_id and x.endpoint_id = w.id and x.state = 'sending'
      union all
      (select x.id, x.event_id from public.webhook_deliveries x
        where x.organization_id = w.organization_id and x.endpoint_id = w.id and x.state = 'waiting' order by x.due_at limit 5000)) o
    cross join lateral (select y.type from public.events y
      where y.organization_id = w.organization_id and y.id = o.event_id limit 1) e
    where not guard.is_sent(becomes.events, e.type));
  update public.webhook_deliveries set state = 'failed', last_error = 'not_sent', lease = null, leased_until = null,
    finished_at = clock_timestamp()
  where organization_id = w.organization_id and id = any (unsent) and state in ('waiting', 'sending');
end $$;

drop function if exists guard.stop_deliveries(uuid, uuid);
drop function if exists guard.stop_deliveries(uuid, uuid, int);
-- Internal: what waited for an endpoint that gets nothing any more has failed, and can be sent again: so many at once, since
-- others wait meanwhile; the rest as its turn comes (guard.lease_deliveries). Answers how many.
create or replace function guard.stop_deliveries(
  p_organization uuid, p_endpoint uuid, p_most int default 5000, p_why text default 'disabled') returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare stopped int;
begin
  update public.webhook_deliveries d set state = 'failed', last_error = p_why, finished_at = clock_timestamp()
  where d.organization_id = p_organization and d.state = 'waiting' and d.id = any (array(
    select x.id from public.webhook_deliveries x
    where x.organization_id = p_organization and x.endpoint_id = p_endpoint and x.state = 'waiting'
    order by x.due_at limit p_most for update skip locked));
  get diagnostics stopped = row_count;
  return stopped;
end $$;

create or replace function guard.switch_endpoint(p_id uuid, p_active boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare w record := guard.own_endpoint(p_id);
begin
  if p_active then
    update guard.webhook_endpoints set state = 'active', disabled_as = null, failing_since = null, is_slow = true,
      updated_at = clock_timestamp(), created_by = case when w.disabled_as = 'maker' then guard.acting_membership() else created_by end
    where organization_id = w.organization_id and id = w.id and state <> 'active';
  else
    update guard.webhook_endpoints set state = 'disabled', disabled_as = 'person', updated_at = clock_timestamp()
    where organization_id = w.organization_id and id = w.id and state = 'active';
    perform guard.stop_deliveries(w.organization_id, w.id);
  end if;
end $$;

-- A new secret; the one before signs beside it for p_overlap hours. While an earlier one signs, both can only end at once: that one
-- was promised to sign until its time.
create or replace function guard.rotate_endpoint_secret(p_id uuid, p_sealed_secret text, p_overlap int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare w record := guard.own_endpoint(p_id);
begin
  perform guard.require_fresh_person();
  if p_overlap not between 0 and 72 then
    perform guard.refuse('BE022', 'The old secret can sign for 72 hours at most.', 'overlap_range');
  end if;
  if p_overlap > 0 and w.previous_until > clock_timestamp() then
    perform guard.refuse('BE009', 'The secret was rotated already, and the one before it still signs. Wait until that one ends, or end both at once.',
      'already_rotated');
  end if;
  update guard.webhook_endpoints set sealed_secret = p_sealed_secret, sealed_previous = case when p_overlap > 0 then w.sealed_secret end,
    previous_until = case when p_overlap > 0 then clock_timestamp() + make_interval(hours => p_overlap) end, updated_at = clock_timestamp()
  where organization_id = w.organization_id and id = w.id;
  perform guard.record_act('webhook_endpoints', w.id, 'rotated');
end $$;

create or replace function guard.delete_endpoint(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  w record := guard.own_endpoint(p_id);
  gone uuid[];
begin
  -- Nobody plans for it any more.
  perform guard.take_turns('webhooks.plan ' || w.organization_id);
  -- In this order: what is written of a try under way stands once its delivery can be deleted. By ids, as tries are written.
  gone := array(select d.id from public.webhook_deliveries d
    where d.organization_id = w.organization_id and d.endpoint_id = w.id order by d.id for update);
  delete from public.webhook_deliveries where organization_id = w.organization_id and id = any (gone);
  delete from public.webhook_attempts where organization_id = w.organization_id and delivery_id = any (gone);
  delete from guard.webhook_changes where organization_id = w.organization_id and endpoint_id = w.id;
  delete from guard.webhook_endpoints where organization_id = w.organization_id and id = w.id;
end $$;

-- Sends a sample of its own to one endpoint, once. Answers the delivery.
create or replace function guard.test_endpoint(p_id uuid) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  w record := guard.own_endpoint(p_id);
  event uuid := guard.uuid7();
  delivery uuid := guard.uuid7();
begin
  if w.state <> 'active' then
    perform guard.refuse('BE009', 'This webhook is disabled. Enable it first.', 'webhook_disabled');
  end if;
  insert into public.events (organization_id, id, type, record_type, record_id, record, test_mode, created_at)
  values (w.organization_id, event, 'webhook.test', 'webhook_endpoints', w.id,
    jsonb_build_object('url', w.url, 'description', w.description), w.test_mode, clock_timestamp());
  insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, test_mode, once, due_at, created_at)
  values (w.organization_id, delivery, w.id, event, 'webhook.test', w.test_mode, true, clock_timestamp(), clock_timestamp());
  perform guard.record_act('webhook_endpoints', w.id, 'tested');
  return delivery;
end $$;

-- Internal: whether a delivery can be sent again: it is over, or it failed and waits for its next try.
create or replace function guard.can_go_again(p_state text, p_attempts int) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select p_state in ('delivered', 'failed') or p_state = 'waiting' and p_attempts > 0 $$;

-- Internal: what of an endpoint can be sent again: one delivery, or those since a moment (and until another); without p_all only
-- what failed, if only so far, and never what the endpoint is not sent any more. Ten thousand at once, the oldest first.
create or replace function guard.ended_deliveries(p_organization uuid, p_endpoint uuid, p_events text[], p_delivery uuid,
  p_since timestamptz, p_until timestamptz, p_all boolean)
returns setof uuid language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select x.id from public.webhook_deliveries x
  join public.events e on e.organization_id = x.organization_id and e.id = x.event_id and guard.is_sent(p_events, e.type)
  where x.organization_id = p_organization and x.endpoint_id = p_endpoint and guard.can_go_again(x.state, x.attempts)
    and (x.id = p_delivery or p_delivery is null and x.id >= guard.uuid7_at(p_since)
      and (p_until is null or x.id < guard.uuid7_at(p_until)) and (p_all or x.state <> 'delivered'))
  order by x.id limit 10000
$$;

-- Internal: what can go again is due at once, under the same ids; answers how many. Of its tries the newest twenty are kept, so there are
-- thirty at most.
create or replace function guard.send_again(p_organization uuid, p_deliveries uuid[]) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare amount int;
begin
  update public.webhook_deliveries set state = 'waiting', attempts = 0, due_at = clock_timestamp(), finished_at = null, last_error = null
  where organization_id = p_organization and id = any (p_deliveries) and guard.can_go_again(state, attempts);
  get diagnostics amount = row_count;
  delete from public.webhook_attempts where organization_id = p_organization and id = any (array(
    select old.id from unnest(p_deliveries) d (id) cross join lateral (
      select a.id from public.webhook_attempts a where a.organization_id = p_organization and a.delivery_id = d.id
      order by a.id desc offset 20) old));
  return amount;
end $$;

-- How many a replay would send again. Whoever may not send them is not told either.
create or replace function guard.count_replay(p_endpoint uuid, p_since timestamptz, p_until timestamptz, p_all boolean) returns int
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  w record;
begin
  perform guard.require('webhooks.manage');
  select e.id, e.events into w from guard.webhook_endpoints e
  where e.organization_id = c.organization_id and e.id = p_endpoint and e.test_mode = guard.test_mode();
  if not found then
    perform guard.refuse('BE004', 'There is no such webhook.');
  end if;
  perform guard.require_events(w.events);
  return (select count(*) from guard.ended_deliveries(c.organization_id, w.id, w.events, null, p_since, p_until, p_all));
end $$;

-- Sends again what was sent before, under the same ids: one delivery, or those of an endpoint since a moment (and until
-- another); without p_all only what failed, and never what the endpoint is not sent any more. Answers how many.
create or replace function guard.replay_deliveries(p_endpoint uuid, p_delivery uuid, p_since timestamptz, p_until timestamptz, p_all boolean)
returns int language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  w record;
  amount int;
begin
  perform guard.require('webhooks.manage');
  if p_delivery is not null then
    select d.endpoint_id into p_endpoint from public.webhook_deliveries d
    where d.organization_id = c.organization_id and d.id = p_delivery and d.test_mode = guard.test_mode();
    if not found then
      perform guard.refuse('BE004', 'There is no such delivery.');
    end if;
  end if;
  w := guard.own_endpoint(p_endpoint);
  if w.state <> 'active' then
    perform guard.refuse('BE009', 'This webhook is disabled. Enable it first.', 'webhook_disabled');
  end if;
  if p_delivery is not null and not exists (select from public.webhook_deliveries d
    join public.events e on e.organization_id = d.organization_id and e.id = d.event_id
    where d.organization_id = w.organization_id and d.id = p_delivery and guard.is_sent(w.events, e.type)) then
    perform guard.refuse('BE009', 'This webhook is not sent such events any more.', 'event_not_sent');
  end if;
  amount := guard.send_again(w.organization_id,
    array(select guard.ended_deliveries(w.organization_id, w.id, w.events, p_delivery, p_since, p_until, p_all)));
  if amount > 0 then
    perform guard.record_act('webhook_endpoints', w.id, 'replayed');
  elsif p_delivery is not null then
    perform guard.refuse('BE009', 'This delivery is under way already.', 'under_way');
  end if;
  return amount;
end $$;

-- Endpoints of the proven organization in the request's mode, and how they did of late: of the last five hundred that ended.
drop function if exists guard.webhook_endpoints();
create function guard.webhook_endpoints()
returns table (id uuid, url text, description text, events text[], test_mode boolean, state text, disabled_as text,
  failing_since timestamptz, previous_until timestamptz, last_delivery_at timestamptz, created_by_name text, created_at timestamptz,
  delivered bigint, failed bigint, waiting bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('webhooks.view');
  return query select w.id, w.url, w.description, w.events, w.test_mode, w.state, w.disabled_as, w.failing_since,
    case when w.previous_until > clock_timestamp() then w.previous_until end, w.last_delivery_at, m.name, w.created_at,
    n.delivered, n.failed, n.waiting
  from guard.webhook_endpoints w
  left join public.memberships m on m.organization_id = w.organization_id and m.id = w.created_by
  cross join lateral (select count(*) filter (where d.state = 'delivered') as delivered, count(*) filter (where d.state = 'failed') as failed,
      count(*) filter (where d.state in ('waiting', 'sending')) as waiting
    from (select x.state from public.webhook_deliveries x where x.organization_id = w.organization_id and x.endpoint_id = w.id
      order by x.id desc limit 500) d) n
  where w.organization_id = c.organization_id and w.test_mode = guard.test_mode() order by w.created_at, w.id;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.create_endpoint(uuid, text, text, text[], boolean, text), guard.update_endpoint(uuid, text, text, text[]),
  guard.hold_endpoint(uuid),
  guard.switch_endpoint(uuid, boolean), guard.rotate_endpoint_secret(uuid, text, int), guard.delete_endpoint(uuid),
  guard.test_endpoint(uuid), guard.replay_deliveries(uuid, uuid, timestamptz, timestamptz, boolean), guard.webhook_endpoints(),
  guard.count_replay(uuid, timestamptz, timestamptz, boolean)
  to berth_app;
reset role;
