-- Events: what happened to records, told to programs. Written by a row trigger beside the audit trail's, so an act and its
-- events commit together, and from the trail itself what is no change of a record; guard.event_nouns says of which tables, and by which permission what they carry is seen.
set local role berth_guard;

-- Internal: the names of what one change of a row means; the status that it reached says more than that it changed.
create or replace function guard.event_types(p_noun text, p_act text, p_was jsonb, p_is jsonb) returns text[]
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
  status_was text := p_was ->> 'status';
  status_is text := p_is ->> 'status';
  verb text;
begin
  if p_act = 'INSERT' then
    if p_noun = 'shipment' and status_is = 'ready' then
      return '{shipment.created,shipment.ready}';
    end if;
    return array[p_noun || '.' || case p_noun when 'member' then 'joined' when 'registration' then 'requested'
      when 'ownership' then 'offered' else 'created' end];
  elsif p_act = 'DELETE' then
    return array[p_noun || '.' || case p_noun when 'member' then 'removed' else 'deleted' end];
  end if;
  -- What did not reach its receiver on the last mile is told apart from what needs a look for another reason.
  if p_noun = 'shipment' and status_was = 'out_for_delivery' and status_is = 'exception' then
    return '{shipment.needs_attention,shipment.delivery_failed}';
  end if;
  verb := case p_noun
    when 'shipment' then case when status_is <> status_was and status_is <> 'draft' then
      case status_is when 'exception' then 'needs_attention' else status_is end end
    when 'order' then case when status_is <> status_was and status_is <> 'open' then status_is end
    when 'member' then case when status_is <> status_was then case status_is when 'suspended' then 'suspended' else 'restored' end
      when p_was ->> 'role_key' <> p_is ->> 'role_key' then 'role_changed' end
    when 'registration' then case
      when p_was ->> 'state' <> p_is ->> 'state' then case p_is ->> 'state' when 'pending' then 'requested' when 'approved' then 'approved'
        else case p_is ->> 'closed_as' when 'overdue' then 'lapsed' else coalesce(p_is ->> 'closed_as', 'rejected') end end
      when p_was ->> 'joined_at' is null and p_is ->> 'joined_at' is not null then 'joined' end
    when 'invitation' then case
      when p_was ->> 'accepted_at' is null and p_is ->> 'accepted_at' is not null then 'accepted'
      when p_was ->> 'revoked_at' is null and p_is ->> 'revoked_at' is not null then 'revoked'
      when p_was ->> 'resent' <> p_is ->> 'resent' then 'resent' end
    when 'key' then case
      when p_was ->> 'ended_as' is distinct from p_is ->> 'ended_as' and p_is ->> 'ended_as' = 'rotated' then 'rotated'
      when p_was ->> 'revoked_at' is null and p_is ->> 'revoked_at' is not null then 'revoked' end
    when 'ownership' then case when p_was ->> 'state' <> p_is ->> 'state' then p_is ->> 'state' end
    when 'organization' then case when p_was ->> 'state' <> p_is ->> 'state' then case p_is ->> 'state' when 'active' then 'restored'
        else p_is ->> 'state' end
      when (select count(*) from jsonb_each(p_is) n join jsonb_each(p_was) o using (key) where n.value <> o.value and n.key = any
        ('{name,slug,company_name,industry,company_size,city,country,plan}')) = 0 then 'settings' end
  end;
  if verb = 'settings' then
    return '{settings.updated}';
  end if;
  return array[p_noun || '.' || coalesce(verb, 'updated')];
end $$;

-- Trigger arguments: the noun, then the columns that no event carries (those that the audit trail leaves out).
create or replace function guard.tell_event() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  left_out constant text[] := tg_argv[1:];
  was jsonb;
  this jsonb;
  organization uuid;
  named text;
  event uuid;
  test boolean;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old) - left_out;
  end if;
  if tg_op = 'DELETE' then
    this := was;
  else
    this := to_jsonb(new) - left_out;
    -- An order that stays as it is may have other lines.
    if tg_op = 'UPDATE' and this - 'updated_at' = was - 'updated_at' and (tg_table_name <> 'orders' or this = was) then
      return null;
    end if;
  end if;
  organization := case when tg_table_name = 'organizations' then this ->> 'id' else this ->> 'organization_id' end;
  -- What is no record, such as a key, is set up once for both modes.
  test := tg_table_schema = 'public' and coalesce((this ->> 'test_mode')::boolean, false);
  if tg_table_name = 'orders' then
    this := this || jsonb_build_object('lines', (select coalesce(jsonb_agg(to_jsonb(l) - '{organization_id,id,order_id,position}'::text[]
      order by l.position), '[]') from public.order_lines l where l.organization_id = organization and l.order_id = (this ->> 'id')::uuid));
  end if;
  foreach named in array guard.event_types(tg_argv[0], tg_op, was, this) loop
    event := guard.uuid7();
    insert into public.events (organization_id, id, type, record_type, record_id, record, test_mode, created_at)
    values (organization, event, named, tg_table_name, (this ->> 'id')::uuid, this - 'organization_id', test, clock_timestamp());
    if exists (select from guard.webhook_endpoints w
        where w.organization_id = organization and w.state = 'active' and w.test_mode = test) then
      perform guard.queue_event(organization, event, named, test);
    end if;
  end loop;
  return null;
end $$;

-- Internal: what an entry of the trail that no change of a record stands for is told as; null of all others. The trail's alone are
-- uses of keys, which come from as many addresses as there are, and messages that somebody has sent: telling of them would send more.
create or replace function guard.audit_event(p_action text, p_type text) returns text
language sql immutable parallel safe
return case
  when p_action = 'view' or p_action = 'insert' and p_type = 'impersonations' then 'audit.visited'
  when p_action in ('refused', 'exported', 'downloaded') then 'audit.' || p_action
  when p_action not in ('insert', 'update', 'delete', 'used', 'tested', 'replayed') then 'audit.recorded' end;

-- Says who did what to which record and why, never what records hold: whoever may read the trail is not told more by an event.
-- There are no more events than entries, so what bounds these, as of refusals, bounds them too.
create or replace function guard.tell_audit_event() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  named text := guard.audit_event(new.action, new.record_type);
  event uuid := guard.uuid7();
begin
  if named is null then
    return null;
  end if;
  insert into public.events (organization_id, id, type, record_type, record_id, record, test_mode, created_at)
  values (new.organization_id, event, named, new.record_type, new.record_id, jsonb_build_object('entry', new.id, 'action', new.action,
    'operation', new.operation, 'record_type', new.record_type, 'actor', new.actor_label, 'via', new.actor_kind,
    'permission', case when new.action = 'refused' then new.after ->> 'permission' end,
    'reason', case named when 'audit.refused' then new.after ->> 'why' when 'audit.visited' then new.after ->> 'reason' end,
    'times', case when new.action = 'refused' then new.after -> 'times' end, 'request_id', new.request_id, 'at', new.at),
    new.test_mode, clock_timestamp());
  if exists (select from guard.webhook_endpoints w
      where w.organization_id = new.organization_id and w.state = 'active' and w.test_mode = new.test_mode) then
    perform guard.queue_event(new.organization_id, event, named, new.test_mode);
  end if;
  return null;
end $$;

-- Internal: the smallest id that a row made at this moment can have.
create or replace function guard.uuid7_at(p_at timestamptz) returns uuid
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select (lpad(to_hex(floor(extract(epoch from p_at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;

-- Internal: lets go of an organization's rows of a table that are older than an id, the oldest first. p_states: only those that
-- stand in one of these. Answers how many went.
create or replace function guard.drop_oldest(
  p_table regclass, p_organization uuid, p_before uuid, p_most int, p_states text[] default null) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare went int;
begin
  execute format('delete from %1$s t using (select x.id from %1$s x where x.organization_id = $1 and x.id < $2 %2$s
      order by x.id limit $3) old where t.organization_id = $1 and t.id = old.id',
    p_table, case when p_states is not null then 'and x.state = any ($4)' end)
  using p_organization, p_before, p_most, p_states;
  get diagnostics went = row_count;
  return went;
end $$;

-- Lets go of events that are older than thirty days, one piece of each organization. Answers how many went.
create or replace function guard.drop_old_events(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  before constant uuid := guard.uuid7_at(clock_timestamp() - interval '30 days');
begin
  return (select coalesce(sum(guard.drop_oldest('public.events', g.id, before, p_most)), 0)
    from (select o.id from public.organizations o order by o.id) g);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.tell_event() to berth_owner;
grant execute on function guard.drop_old_events(int) to berth_worker;
reset role;

-- A migration calls it after berth_migrations.protect, for a table whose records other programs follow. The columns that
-- the audit trail leaves out stay out of events; p_left_out: more of them.
create or replace function berth_migrations.tell_events(p_table regclass, p_noun text, p_permission text, p_left_out text[] default '{}')
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  place record;
  left_out text[];
begin
  select c.relnamespace::regnamespace::text as room, c.relname as name into place from pg_class c where c.oid = p_table;
  select array_remove(string_to_array(encode(t.tgargs, 'escape'), '\000'), '') || p_left_out into left_out
  from pg_trigger t where t.tgrelid = p_table and t.tgname = 'audit';
  if place.room = 'guard' then
    set local role berth_guard;
  end if;
  execute format('create trigger events after insert or update or delete on %s for each row execute function guard.tell_event(%s)',
    p_table, (select string_agg(quote_literal(c), ', ') from unnest(array[p_noun] || left_out) c));
  set local role berth_guard;
  insert into guard.event_nouns (noun, record_type, permission) values (p_noun, place.name, p_permission);
  reset role;
end $$;
