-- Deliveries, as the worker makes them. An endpoint is the unit of fairness: each has a bound on how much of it is under way
-- at once, and so has each organization, so nobody's slow receiver keeps others waiting.
set local role berth_guard;

-- Seconds from the first failure on: ten tries over about three days.
create or replace function guard.retry_after(p_attempts int) returns interval
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  select make_interval(secs => (array[5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400])[p_attempts] * (0.95 + random() * 0.1))
$$;

-- Internal: the id just before another one.
create or replace function guard.uuid_before(p_id uuid) returns uuid
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
  whole bytea := uuid_send(p_id);
begin
  for place in reverse 15..0 loop
    if get_byte(whole, place) > 0 then
      return encode(set_byte(whole, place, get_byte(whole, place) - 1), 'hex')::uuid;
    end if;
    whole := set_byte(whole, place, 255);
  end loop;
  return p_id;
end $$;

-- Internal: by what one tells that an endpoint is still as it was: where it sends and what it signs with.
create or replace function guard.standing_of(p_updated_at timestamptz, p_previous_until timestamptz) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return extract(epoch from p_updated_at) || case when p_previous_until > clock_timestamp() then ' both' else '' end;
end $$;

-- Of endpoints, as [{organization, endpoint, standing}], those that are still as they were when something was claimed for them.
create or replace function guard.standing_endpoints(p_claimed jsonb) returns setof uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select e.id from jsonb_to_recordset(p_claimed) as x (organization uuid, endpoint uuid, standing text)
  cross join lateral (select w.* from guard.webhook_endpoints w
    where w.organization_id = x.organization and w.id = x.endpoint and w.state = 'active' limit 1) e
  join public.organizations o on o.id = e.organization_id and o.state = 'active'
  where guard.standing_of(e.updated_at, e.previous_until) = x.standing and not guard.is_withheld(e.organization_id, 'webhooks')
    and (o.keys_outlive_makers or guard.maker_holds(e.organization_id, e.created_by, e.events));
end $$;

-- Internal: claims so many of an endpoint. Answers them as JSON, how many they are, and those that it is not sent any more.
create or replace function guard.take_deliveries(p_organization uuid, p_endpoint uuid, p_events text[], p_most int, p_seconds int,
  out part json, out amount int, out unsent uuid[])
language plpgsql volatile
as $$
begin
  with taken as (
    update public.webhook_deliveries d set state = 'sending', lease = gen_random_uuid(),
      leased_until = clock_timestamp() + make_interval(secs => least(greatest(p_seconds, 5), 300))
    where d.organization_id = p_organization and d.endpoint_id = p_endpoint and d.id = any (array(
      select x.id from public.webhook_deliveries x
      where x.organization_id = p_organization and x.endpoint_id = p_endpoint and x.state = 'waiting'
        and x.due_at <= clock_timestamp()
      order by x.due_at limit p_most for update skip locked))
    returning d.id, d.event_id, d.event, d.lease)
  select json_agg(json_build_object('id', t.id, 'lease', t.lease, 'event', t.event, 'event_id', t.event_id, 'type', e.type,
      'record_id', e.record_id, 'record', e.record, 'test_mode', e.test_mode, 'created_at', e.created_at)) filter (where g.goes),
    count(*) filter (where g.goes), array_agg(t.id) filter (where not g.goes) into part, amount, unsent
  from taken t left join lateral (select x.* from public.events x where x.organization_id = p_organization and x.id = t.event_id
    limit 1) e on true
  cross join lateral (select coalesce(p_events && array['*', t.event] or guard.is_sent(p_events, e.type), true) as goes) g;
end $$;

drop function if exists guard.lease_deliveries(int, int, int, uuid[]);
-- Claims what is due, a little of each endpoint in turn, beginning behind where the last claim ended (p_after: organization
-- and endpoint, and the organization for which was planned last). p_slow_most: how much of it may go to endpoints that have not
-- answered well. Waits for no row: whoever changes an endpoint holds it and wants its deliveries. `more`: there is more to plan.
create function guard.lease_deliveries(p_most int, p_slow_most int, p_seconds int, p_after uuid[]) returns json
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
-- Plans that were made while little waited read by the order of an index too.
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  last constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  place_organization uuid := coalesce(p_after[1], nil);
  place_endpoint uuid := coalesce(p_after[2], nil);
  first_organization uuid;
  first_endpoint uuid;
  planning record;
  ended uuid[];
  w record;
  t record;
  busy record;
  amount int;
  given int := 0;
  slow int := 0;
  stopped int := 0;
  looked int := 0;
  claimed json[] := '{}';
  wrapped boolean := false;
begin
  perform guard.take_turns('webhooks.lease');
  planning := guard.plan_all_deliveries(coalesce(p_after[3], place_organization), 1000);
  ended := array(select d.id from public.webhook_deliveries d
    where d.state = 'sending' and d.leased_until < clock_timestamp() for update skip locked);
  update public.webhook_deliveries set state = 'waiting', lease = null, leased_until = null
  where state = 'sending' and id = any (ended);
  while given < p_most and looked < 300 loop
    -- The next endpoint for which something waits, by the index alone.
    select d.organization_id, d.endpoint_id into w from public.webhook_deliveries d
    where d.state = 'waiting' and (d.organization_id, d.endpoint_id) > (place_organization, place_endpoint)
    order by d.organization_id, d.endpoint_id limit 1;
    if not found then
      exit when wrapped or (place_organization, place_endpoint) = (nil, nil);
      wrapped := true;
      place_organization := nil;
      place_endpoint := nil;
      continue;
    end if;
    exit when (w.organization_id, w.endpoint_id) is not distinct from (first_organization, first_endpoint);
    first_organization := coalesce(first_organization, w.organization_id);
    first_endpoint := coalesce(first_endpoint, w.endpoint_id);
    place_organization := w.organization_id;
    place_endpoint := w.endpoint_id;
    looked := looked + 1;
    select e.*, o.weight_unit, o.dimension_unit, o.currency, o.keys_outlive_makers into w from guard.webhook_endpoints e
    join public.organizations o on o.id = e.organization_id and o.state = 'active'
    where e.organization_id = place_organization and e.id = place_endpoint and e.state = 'active';
    if not found then
      stopped := stopped + guard.stop_deliveries(place_organization, place_endpoint, 2000 - stopped);
      continue;
    end if;
    -- What the plan switches off sends nothing any more: not what was planned before either, which can be sent again once it is back.
    if guard.is_withheld(place_organization, 'webhooks') then
      stopped := stopped + guard.stop_deliveries(place_organization, place_endpoint, 2000 - stopped, 'feature_off');
      continue;
    end if;
    if not w.keys_outlive_makers and not guard.maker_holds(place_organization, w.created_by, w.events) then
      if guard.can_give_up(place_organization, place_endpoint) then
        perform guard.give_up_endpoint(place_organization, place_endpoint, 'maker');
      end if;
      continue;
    end if;
    select coalesce(sum(d.n) filter (where d.endpoint_id = place_endpoint), 0) as endpoint, coalesce(sum(d.n), 0) as organization,
      coalesce(sum(d.n) filter (where e.is_slow), 0) as slow into busy
    from (select x.endpoint_id, count(*) as n from public.webhook_deliveries x
      where x.organization_id = place_organization and x.state = 'sending' group by 1) d
    join guard.webhook_endpoints e on e.organization_id = place_organization and e.id = d.endpoint_id;
    -- An organization whose receivers hang has 8 of them at once, however many it has; the rest of it is not even looked at.
    if busy.organization >= 256 or w.is_slow and busy.slow >= 8 then
      place_endpoint := coalesce(case when busy.organization < 256 then (select guard.uuid_before(e.id) from guard.webhook_endpoints e
        where e.organization_id = place_organization and e.id > place_endpoint and not e.is_slow order by e.id limit 1) end, last);
      continue;
    end if;
    amount := least(p_most - given, case when w.is_slow then 2 else 192 end - busy.endpoint, 256 - busy.organization,
      case when w.is_slow then least(8 - busy.slow, p_slow_most - slow) else p_most end);
    continue when amount <= 0;
    t := guard.take_deliveries(place_organization, place_endpoint, w.events, amount, p_seconds);
    -- Planned before the endpoint was made to get less.
    if t.unsent is not null then
      update public.webhook_deliveries set state = 'failed', last_error = 'not_sent', lease = null, leased_until = null,
        finished_at = clock_timestamp() where organization_id = place_organization and id = any (t.unsent);
    end if;
    if t.amount > 0 then
      claimed := array_append(claimed, json_build_object('organization', place_organization, 'endpoint', place_endpoint,
        'standing', guard.standing_of(w.updated_at, w.previous_until), 'is_slow', w.is_slow, 'url', w.url, 'sealed', w.sealed_secret,
        'sealed_previous', case when w.previous_until > clock_timestamp() then w.sealed_previous end,
        'standards', json_build_object('currency', w.currency, 'weightUnit', w.weight_unit, 'dimensionUnit', w.dimension_unit),
        'deliveries', t.part));
      given := given + t.amount;
      slow := slow + case when w.is_slow then t.amount else 0 end;
    end if;
  end loop;
  return json_build_object('endpoints', array_to_json(claimed), 'more', planning.more,
    'after', json_build_array(place_organization, place_endpoint, planning.place));
end $$;

-- Internal: an id as programs and addresses have it: a prefix, and 26 characters of five bits each.
create or replace function guard.outside_id(p_prefix text, p_id uuid) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select p_prefix || '_' || string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', substr(b.bits, at, 5)::bit(5)::int + 1, 1), '' order by at)
  from (select '00' || ('x' || replace(p_id::text, '-', ''))::bit(128)::text as bits) b, generate_series(1, 126, 5) at
$$;

-- Internal: holds an endpoint where nobody else does, and planning: no change of an organization's own keeps a worker waiting.
create or replace function guard.can_give_up(p_organization uuid, p_endpoint uuid) returns boolean
language plpgsql volatile
as $$
begin
  perform from guard.webhook_endpoints e where e.organization_id = p_organization and e.id = p_endpoint for update skip locked;
  return found and guard.take_free_turn('webhooks.plan ' || p_organization);
end $$;

-- Internal: an endpoint gets nothing any more; those who see to webhooks are told why.
create or replace function guard.give_up_endpoint(p_organization uuid, p_endpoint uuid, p_why text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare address text;
begin
  update guard.webhook_endpoints set state = 'disabled', disabled_as = p_why, updated_at = clock_timestamp()
  where organization_id = p_organization and id = p_endpoint and state = 'active' returning url into address;
  if found then
    perform guard.stop_deliveries(p_organization, p_endpoint);
    perform guard.notify_holders(p_organization, 'webhooks.manage', jsonb_build_object('kind', 'webhook.disabled',
      'title', 'A webhook was disabled', 'path', '/webhooks/' || guard.outside_id('whk', p_endpoint), 'record', p_endpoint,
      'body', left(address, 200) || case p_why
        when 'maker' then ' was made by somebody who left, or may not see any more what it is sent. Enable it to answer for it yourself'
        when 'gone' then ' answered that it is gone (410). Enable it when it is well again'
        else ' has not answered well for three days. Enable it when it is well again' end || ', and send again what it missed.'));
  end if;
end $$;

-- Internal: what was claimed and not tried waits again. Of one organization; answers the endpoints that take long.
create or replace function guard.give_back_deliveries(p_organization uuid, p_ids uuid[], p_outcomes jsonb) returns uuid[]
language plpgsql volatile
as $$
declare late uuid[];
begin
  with back as (
    update public.webhook_deliveries d set state = 'waiting', lease = null, leased_until = null
    from jsonb_to_recordset(p_outcomes) as o (id uuid, lease uuid, untried boolean, slow boolean)
    where o.untried and d.organization_id = p_organization and d.id = any (p_ids) and d.id = o.id
      and d.id between p_ids[1] and p_ids[cardinality(p_ids)] and d.lease = o.lease
    returning d.endpoint_id, o.slow)
  select array_agg(distinct endpoint_id) filter (where slow) into late from back;
  return late;
end $$;

-- Internal: writes tries down. Of one organization; answers how many counted, and of each endpoint how it did.
create or replace function guard.write_tries(p_organization uuid, p_ids uuid[], p_outcomes jsonb, out counted int, out told jsonb)
language plpgsql volatile
as $$
begin
  with o as (
    select x.*, coalesce(x.status between 200 and 299, false) as fine
    from jsonb_to_recordset(p_outcomes) as x (id uuid, lease uuid, at timestamptz, url text, milliseconds int, status int, error text,
      answer text, retry_after int, untried boolean)
    where x.untried is not true
    order by x.id),
  tried as (
    update public.webhook_deliveries d set attempts = d.attempts + 1, lease = null, leased_until = null, last_status = o.status,
      last_error = case when not o.fine then coalesce(o.error, 'status') end,
      state = case when o.fine then 'delivered' when d.once or o.status = 410 or d.attempts >= 9 then 'failed' else 'waiting' end,
      due_at = case when o.fine or d.once or d.attempts >= 9 then d.due_at
        else greatest(clock_timestamp() + guard.retry_after(d.attempts + 1),
          clock_timestamp() + make_interval(secs => least(greatest(o.retry_after, 0), 86400))) end,
      finished_at = case when o.fine or d.once or o.status = 410 or d.attempts >= 9 then clock_timestamp() end
    from o
    where d.organization_id = p_organization and d.id = any (p_ids) and d.id = o.id
      and d.id between p_ids[1] and p_ids[cardinality(p_ids)] and d.lease = o.lease
    returning o.*, d.endpoint_id, d.test_mode, d.attempts, d.once),
  kept as (
    insert into public.webhook_attempts (organization_id, id, delivery_id, test_mode, number, at, url, milliseconds, status, error, answer)
    select p_organization, guard.uuid7(), t.id, t.test_mode, t.attempts, t.at, left(t.url, 500), t.milliseconds, t.status,
      left(t.error, 200), left(t.answer, 2048)
    from tried t)
  -- A test that failed says nothing of its endpoint.
  select coalesce(sum(e.tries), 0), coalesce(jsonb_agg(jsonb_build_object('organization', p_organization, 'id', e.endpoint_id,
    'fine', e.fine, 'gone', e.gone, 'slow', not e.fine or e.slowest > 2000)) filter (where e.fine is not null), '[]')
  into counted, told
  from (select t.endpoint_id, count(*) as tries, bool_or(t.fine) filter (where t.fine or not t.once or t.status = 410) as fine,
      max(t.url) filter (where t.status = 410) as gone,
      max(t.milliseconds) filter (where t.fine or not t.once or t.status = 410) as slowest
    from tried t group by t.endpoint_id) e;
end $$;

-- Internal: holds the endpoints whose receivers say that they are gone. Of one organization; answers the deliveries of those
-- that somebody else holds.
create or replace function guard.hold_gone(p_organization uuid, p_ids uuid[], p_outcomes jsonb) returns uuid[]
language plpgsql volatile
as $$
declare
  e record;
  others uuid[] := '{}';
begin
  for e in select d.endpoint_id as id, array_agg(d.id) as deliveries
    from jsonb_to_recordset(p_outcomes) as x (id uuid, lease uuid, status int)
    join public.webhook_deliveries d on d.organization_id = p_organization and d.id = any (p_ids) and d.id = x.id
      and d.id between p_ids[1] and p_ids[cardinality(p_ids)] and d.lease = x.lease
    where x.status = 410 group by 1 order by 1
  loop
    if not guard.can_give_up(p_organization, e.id) then
      others := others || e.deliveries;
    end if;
  end loop;
  return others;
end $$;

-- What became of tries, as [{organization, id, lease, at, url, milliseconds, status, error, answer, retry_after}], or of what was
-- claimed and not tried, with `untried` and whether its receiver is `slow`. One whose lease another worker has taken over changes
-- nothing: only what is under way has a lease. Answers how many counted, and the ids of those to come `again` with: their
-- receivers say that they are gone, their endpoints were held by somebody else, and no later try would tell of it.
drop function if exists guard.settle_deliveries(jsonb);
create function guard.settle_deliveries(p_outcomes jsonb, out counted int, out again uuid[])
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
  o record;
  t record;
  w record;
  told jsonb := '[]';
  late uuid[] := '{}';
  busy uuid[];
begin
  counted := 0;
  again := '{}';
  -- By ids of one organization: how large the table was when the plan was made must not decide how much of it is read. In their
  -- order, for their bounds: before 17, a plan that was made while it was small looks through all between them.
  for o in select (e ->> 'organization')::uuid as organization, jsonb_agg(e) as outcomes,
      array_agg((e ->> 'id')::uuid order by (e ->> 'id')::uuid) as ids, bool_or(e ? 'untried') as some_untried,
      bool_or(e ->> 'status' = '410') as some_gone
    from jsonb_array_elements(p_outcomes) e group by 1 order by 1
  loop
    if o.some_gone then
      busy := guard.hold_gone(o.organization, o.ids, o.outcomes);
      again := again || busy;
      o.outcomes := (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(o.outcomes) e where (e ->> 'id')::uuid <> all (busy));
    end if;
    if o.some_untried then
      late := late || guard.give_back_deliveries(o.organization, o.ids, o.outcomes);
    end if;
    t := guard.write_tries(o.organization, o.ids, o.outcomes);
    counted := counted + t.counted;
    told := told || t.told;
  end loop;
  if cardinality(late) > 0 then
    with slow as (
      select e.organization_id, e.id from guard.webhook_endpoints e
      where e.id = any (late) and not e.is_slow
        and e.organization_id in (select x.organization from jsonb_to_recordset(p_outcomes) as x (organization uuid))
      order by e.organization_id, e.id for update skip locked)
    update guard.webhook_endpoints e set is_slow = true from slow where e.organization_id = slow.organization_id and e.id = slow.id;
  end if;
  -- Whoever changes or deletes an endpoint holds it and wants its deliveries, which are held here: it is told of the next time.
  for w in
    -- One that sends elsewhere by now is not gone.
    select e.organization_id, e.id, x.fine, x.slow, coalesce(x.gone = e.url, false) as gone
    from jsonb_to_recordset(told) as x (organization uuid, id uuid, fine boolean, gone text, slow boolean)
    join guard.webhook_endpoints e on e.organization_id = x.organization and e.id = x.id
    where x.gone = e.url or x.slow <> e.is_slow or x.fine <> (e.failing_since is null)
      or e.last_delivery_at is null or e.last_delivery_at < clock_timestamp() - interval '1 minute'
      or not x.fine and e.failing_since < clock_timestamp() - interval '3 days'
    order by e.organization_id, e.id for update of e skip locked
  loop
    update guard.webhook_endpoints set is_slow = w.slow, last_delivery_at = clock_timestamp(),
      failing_since = case when w.fine then null else coalesce(failing_since, clock_timestamp()) end
    where organization_id = w.organization_id and id = w.id;
    if (w.gone or exists (select from guard.webhook_endpoints e where e.organization_id = w.organization_id and e.id = w.id
        and e.failing_since < clock_timestamp() - interval '3 days'))
      and guard.can_give_up(w.organization_id, w.id) then
      perform guard.give_up_endpoint(w.organization_id, w.id, case when w.gone then 'gone' else 'failing' end);
    end if;
  end loop;
end $$;

-- Lets go of deliveries that are over and as old as the events that they tell of. Answers how many went.
create or replace function guard.drop_old_deliveries(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  before constant uuid := guard.uuid7_at(clock_timestamp() - interval '30 days');
begin
  return (select coalesce(sum(guard.drop_oldest('public.webhook_attempts', w.organization_id, before, p_most)
      + guard.drop_oldest('public.webhook_deliveries', w.organization_id, before, p_most, '{delivered,failed}')), 0)
    from (select distinct e.organization_id from guard.webhook_endpoints e order by 1) w);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.lease_deliveries(int, int, int, uuid[]), guard.standing_endpoints(jsonb), guard.settle_deliveries(jsonb),
  guard.drop_old_deliveries(int) to berth_worker;
reset role;
