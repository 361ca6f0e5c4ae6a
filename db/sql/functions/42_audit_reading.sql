-- Reading the audit trail: search by words and facts over millions of entries.
set local role berth_guard;

create or replace function audit.own_name(p_before jsonb, p_after jsonb) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(nullif(c ->> 'label', ''), nullif(c ->> 'name', ''), nullif(c ->> 'reference', ''), nullif(c ->> 'email', ''),
    nullif(c ->> 'key', ''), nullif(c ->> 'slug', ''))
  from (select coalesce(p_before, '{}') || coalesce(p_after, '{}') as c) x
$$;

-- What an entry is found by, in lower case.
create or replace function audit.words(
  p_actor text, p_operation text, p_type text, p_action text, p_kind text, p_address text, p_request uuid, p_name text, p_reason text)
returns text language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select lower(left(concat_ws(' ', p_actor, p_operation, p_type, p_action, p_kind, p_address, p_request, p_name, p_reason), 1500))
$$;

create or replace function audit.pattern(p_text text, p_before text default '%', p_after text default '%') returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select p_before || replace(replace(replace(lower(p_text), '\', '\\'), '%', '\%'), '_', '\_') || p_after $$;

-- Internal: `column like 'one' or column like 'other'`; spelled out, so that a trigram index serves it.
create or replace function audit.any_like(p_column text, p_patterns text[]) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select '(' || string_agg(format('%s like %L', p_column, pattern), ' or ') || ')' from unnest(p_patterns) pattern $$;

-- Internal: one condition of a search as SQL over the entry `e` and its words `w`. What it names is quoted as literals.
create or replace function audit.condition(p_condition jsonb, p_zone text) returns text
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
  given text[] := array(select jsonb_array_elements_text(p_condition -> 'values'));
  moments text[] := array(select format('(%L::timestamp at time zone %L)', v, p_zone) from unnest(given) v);
  held text;
begin
  held := case p_condition ->> 'on'
    when 'person' then format('e.actor_user_id = any (%L::uuid[])', given)
    when 'actor' then audit.any_like('lower(e.actor_label)', array(select audit.pattern(v) from unnest(given) v))
    when 'action' then format('e.action = any (%L::text[])', given)
    when 'operation' then audit.any_like('e.operation', array(select audit.pattern(rtrim(v, '*'), '', case when v like '%*' then '%' else '' end)
      from unnest(given) v))
    when 'mode' then case when given = '{test}' then 'e.test_mode' else 'not e.test_mode' end
    when 'type' then format('e.record_type = any (%L::text[])', given)
    when 'record' then format('e.record_id = any (%L::uuid[])', given)
    when 'name' then audit.any_like('lower(w.record_name)', array(select audit.pattern(v) from unnest(given) v))
    when 'address' then audit.any_like('e.address', array(select audit.pattern(rtrim(v, '*'), '', case when v like '%*' then '%' else '' end)
      from unnest(given) v))
    when 'via' then format('e.actor_kind = any (%L::text[])', given)
    when 'request' then format('e.request_id = any (%L::uuid[])', given)
    when 'words' then audit.any_like('w.words', array(select audit.pattern(v) from unnest(given) v))
    when 'from' then format('e.at >= %s', moments[1])
    when 'until' then format('e.at < %s', moments[1])
    when 'within' then format('(e.at >= %s and e.at < %s)', moments[1], moments[2])
    when 'seen' then 'guard.sees_entry(e.record_type, e.record_id)'
  end;
  if held is null then
    perform guard.refuse('BE022', 'The audit trail cannot be searched that way.', 'unknown_condition');
  end if;
  return case when (p_condition ->> 'not')::boolean then format('(%s) is not true', held) else held end;
end $$;

-- Internal: what an entry that meets the condition holds among its words, where that narrows the search; else null.
create or replace function audit.words_condition(p_condition jsonb) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select audit.any_like('w.words', array_agg(audit.pattern(rtrim(v, '*'))))
  from jsonb_array_elements_text(p_condition -> 'values') v
  where not (p_condition ->> 'not')::boolean
    and (p_condition ->> 'on' in ('actor', 'operation', 'name', 'address', 'request', 'words')
      or p_condition ->> 'on' = 'action' and not p_condition -> 'values' ?| array['insert', 'update', 'delete'])
  having min(length(rtrim(v, '*'))) >= 3
$$;

-- Internal: ids of one organization's entries that meet every condition, beside `p_after` in the order asked for. The
-- words lead where they narrow the search; entries that the sealer has not reached yet are read themselves.
create or replace function audit.find(
  p_organization uuid, p_conditions jsonb, p_zone text, p_after bigint, p_ascending boolean, p_most int)
returns setof bigint language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  -- What is said twice, the planner takes for twice as rare: what is only words stands among those alone.
  facts text := (select coalesce(string_agg(audit.condition(c, p_zone), ' and ') filter (
    where c ->> 'on' <> 'words' or audit.words_condition(c) is null), 'true') from jsonb_array_elements(p_conditions) c);
  words text := (select string_agg(audit.words_condition(c), ' and ') from jsonb_array_elements(p_conditions) c);
  place text := format('e.organization_id = %L%s', p_organization,
    case when p_after is null then '' else format(' and e.id %s %s', case when p_ascending then '>' else '<' end, p_after) end);
  direction text := case when p_ascending then 'asc' else 'desc' end;
  -- Written out, so that the planner knows how few entries come after it: joined, it would read every entry's own words.
  sealed record;
  most text := format('order by id %s limit %s', direction, least(greatest(p_most, 1), 5001));
  -- The words of an entry as it stands.
  own constant text := 'lateral (select n.name as record_name, audit.words(e.actor_label, e.operation, e.record_type, e.action,
    e.actor_kind, e.address, e.request_id, n.name, e.after ->> ''reason'') as words
    from (select audit.own_name(e.before, e.after) as name) n) ';
begin
  if words is null then
    return query execute format('select e.id from audit.entries e%s where %s and %s %s',
      case when facts like '%w.%' then ' left join public.audit_words k on k.organization_id = e.organization_id and k.id = e.id
        cross join ' || own || 'o cross join lateral (select coalesce(k.record_name, o.record_name) as record_name,
        coalesce(k.words, o.words) as words) w' else '' end,
      place, facts, most);
  else
    select s.txid, s.entry_id into strict sealed from audit.sealing s;
    return query execute format('select id from (
      (select w.id from public.audit_words w join audit.entries e on e.organization_id = w.organization_id and e.id = w.id
        where %1$s and %2$s and %3$s and %4$s %5$s)
      union all
      (select e.id from audit.entries e cross join %6$sw
        where e.txid >= %7$s and (e.txid > %7$s or e.id > %8$s) and %2$s and %3$s and %4$s %5$s)) found %5$s',
      replace(place, 'e.', 'w.'), place, facts, words, most, own, sealed.txid, sealed.entry_id);
  end if;
end $$;

-- Of the proven organization and mode, whose entries the caller joins back under its fence. Of whom branches limit, what they may
-- see alone counts, or pages would come back short.
create or replace function guard.search_audit(p_conditions jsonb, p_after bigint, p_ascending boolean, p_most int)
returns setof bigint language plpgsql stable security definer rows 50
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := guard.organization_id();
  zone text := (select g.time_zone from public.organizations g where g.id = organization);
begin
  return query select audit.find(organization, p_conditions
    || jsonb_build_object('on', 'mode', 'not', false, 'values', array[case when guard.test_mode() then 'test' else 'live' end]) || case
    when (guard.limited_membership()).membership is null then '[]' else '[{"on": "seen", "values": []}]' end::jsonb,
    zone, p_after, p_ascending, p_most);
end $$;

-- A copy of what the search finds, written by a job in the name of the person of the proven context.
create or replace function guard.start_audit_export(
  p_id uuid, p_format text, p_query text, p_conditions jsonb, p_file text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'Exports begin on the page, signed in.', 'person_needed');
  end if;
  perform guard.require('audit.export');
  perform guard.require('audit.view');
  perform guard.require_everywhere('audit.export');
  perform guard.require_fresh();
  insert into public.audit_exports (organization_id, id, membership_id, starter, format, query, conditions, file, newest_id, oldest_id)
  select c.organization_id, p_id, c.membership_id, m.name, p_format, left(p_query, 500), p_conditions, p_file,
    (select max(e.id) from audit.entries e where e.organization_id = c.organization_id),
    (select min(e.id) from audit.entries e where e.organization_id = c.organization_id)
  from public.memberships m where m.organization_id = c.organization_id and m.id = c.membership_id;
  perform guard.record_act('audit_exports', p_id, 'exported');
  perform guard.queue(c.organization_id, 'audit.export', jsonb_build_object('export', p_id));
end $$;

-- Whether the person of an export may still have one; asked by its job before each page.
create or replace function guard.may_go_on_exporting(p_id uuid) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  return c.kind = 5 and coalesce((select m.status = 'active' and g.state = 'active' and bit_count(guard.live_rights(m.organization_id, m.id)
      & (select bit_or(guard.permission_bit(position)) from guard.permissions where key in ('audit.view', 'audit.export'))) = 2
    from public.audit_exports x
    join public.memberships m on m.organization_id = x.organization_id and m.id = x.membership_id
    join public.organizations g on g.id = x.organization_id
    where x.organization_id = c.organization_id and x.id = p_id), false);
end $$;

-- Opens the finished file for ten minutes, on the record.
create or replace function guard.open_audit_export(p_id uuid) returns timestamptz
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  until timestamptz;
begin
  perform guard.require('audit.export');
  perform guard.require_everywhere('audit.export');
  update public.audit_exports x set link_until = clock_timestamp() + interval '10 minutes'
  where x.organization_id = c.organization_id and x.id = p_id and x.phase = 'done' returning x.link_until into until;
  if not found then
    perform guard.refuse('BE022', 'This file is not there any more. Export it again.', 'export_ended');
  end if;
  perform guard.record_act('audit_exports', p_id, 'downloaded');
  return until;
end $$;

-- One job for each file whose link has ended, or that nobody fetched for a day.
create or replace function guard.queue_ended_exports(p_most int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.queue(x.organization_id, 'audit.drop_export', jsonb_build_object('export', x.id))
  from (select o.organization_id, o.id from public.audit_exports o where o.phase in ('done', 'failed')
    and (o.finished_at < clock_timestamp() - interval '1 day' or o.link_until < clock_timestamp()) limit p_most) x
  where not exists (select from guard.jobs j where j.organization_id = x.organization_id and j.task = 'audit.drop_export'
    and j.state in ('waiting', 'leased') and j.payload ->> 'export' = x.id::text);
end $$;

-- How much happened on which day, and who did it, in the organization's zone: {"days": [...], "people": [...]}.
create or replace function guard.activity_counts(p_from date, p_until date) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := guard.organization_id();
  zone text := (select g.time_zone from public.organizations g where g.id = organization);
  everywhere boolean := (guard.limited_membership()).membership is null;
  test boolean := guard.test_mode();
begin
  perform guard.require('activity.view');
  return (with counted as materialized (
    select (e.at at time zone zone)::date as day, e.record_type as kind, e.actor_user_id as person, count(*)::int as n
    from audit.entries e
    where e.organization_id = organization and e.test_mode = test and e.at >= p_from::timestamp at time zone zone
      and e.at < (p_until + 1)::timestamp at time zone zone
      and (e.action = 'insert' and e.record_type in ('orders', 'shipments', 'invitations')
        or e.action = 'update' and e.record_type = 'registration_requests' and e.after ->> 'state' = 'approved')
      and (everywhere or guard.sees_entry(e.record_type, e.record_id))
    group by 1, 2, 3),
  days as (select c.day, c.kind, sum(c.n)::int as n from counted c group by c.day, c.kind),
  people as (
    select m.id, case when c.person is null then 'API keys and Berth' else coalesce(m.name, 'A former member') end as name,
      coalesce(sum(c.n) filter (where c.kind = 'orders'), 0) as orders, coalesce(sum(c.n) filter (where c.kind = 'shipments'), 0) as shipments,
      coalesce(sum(c.n) filter (where c.kind = 'registration_requests'), 0) as approvals,
      coalesce(sum(c.n) filter (where c.kind = 'invitations'), 0) as invitations
    from counted c left join public.memberships m on m.organization_id = organization and m.user_id = c.person
    group by 1, 2 order by sum(c.n) desc, 2 limit 20)
  select jsonb_build_object('days', coalesce((select jsonb_agg(to_jsonb(d) order by d.day) from days d), '[]'),
    'people', coalesce((select jsonb_agg(to_jsonb(p)) from people p), '[]')));
end $$;

-- How the newest members of these days came in: when it was decided, when they could enter, their first page here, and whether they
-- were at a page themselves when it began, by their own act and not by a program's. Whoever was let in by somebody else comes when
-- they like.
create or replace function guard.joinings(p_from date, p_until date, p_most int)
returns table (membership uuid, decided_at timestamptz, entered_at timestamptz, first_page_at timestamptz, present boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  organization uuid := guard.organization_id();
  zone text := (select g.time_zone from public.organizations g where g.id = organization);
begin
  perform guard.require('activity.view');
  return query select m.id, r.decided_at, coalesce(r.joined_at, m.joined_at), p.at,
    coalesce(i.actor_kind in ('session', 'account', 'none') and (i.actor_user_id is null or i.actor_user_id = m.user_id), true)
  from public.memberships m
  left join lateral (select q.decided_at, q.joined_at from public.registration_requests q
    where q.organization_id = organization and q.email = m.email and q.state = 'approved' and q.joined_at >= m.joined_at
    order by q.joined_at limit 1) r on m.origin = 'registration'
  left join lateral (select e.actor_kind, e.actor_user_id from audit.entries e
    where e.organization_id = organization and e.record_id = m.id and e.record_type = 'memberships' and e.action = 'insert'
    order by e.id limit 1) i on true
  left join lateral (select e.at from audit.entries e
    where e.organization_id = organization and e.actor_user_id = m.user_id and e.record_type = 'sessions' and e.action = 'insert'
      and e.at >= m.joined_at order by e.id limit 1) p on true
  where m.organization_id = organization and m.origin <> 'seed' and m.joined_at >= p_from::timestamp at time zone zone
    and m.joined_at < (p_until + 1)::timestamp at time zone zone
  order by m.joined_at desc limit least(p_most, 500);
end $$;

revoke all on all functions in schema guard from public;
revoke all on all functions in schema audit from public;
grant execute on function guard.search_audit(jsonb, bigint, boolean, int), guard.may_go_on_exporting(uuid),
  guard.start_audit_export(uuid, text, text, jsonb, text), guard.open_audit_export(uuid),
  guard.activity_counts(date, date), guard.joinings(date, date, int) to berth_app;
grant execute on function guard.queue_ended_exports(int) to berth_worker;
reset role;
