-- What happens by itself at its time: reminders and escalation of requests, stand-ins that begin and end, digests.
-- A sweep only lists what is due and queues one job each; what a job does, it does by a guarded update, once.
set local role berth_guard;

-- Internal: as guard.queue, but of one task and subject there is only one open job.
create or replace function guard.queue_once(p_organization uuid, p_task text, p_subject uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare job uuid;
begin
  insert into guard.jobs (id, organization_id, task, subject) values (guard.uuid7(), p_organization, p_task, p_subject)
  on conflict (task, subject) where subject is not null and state in ('waiting', 'leased') do nothing
  returning id into job;
  if job is null then
    return false;
  end if;
  perform worker.wake(job);
  return true;
end $$;

-- Internal: what the leased job of the proven context is about.
create or replace function guard.job_subject(p_task text) returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  found_subject uuid;
begin
  if c.kind <> 5 then raise insufficient_privilege using message = 'no job context'; end if;
  select subject into found_subject from guard.jobs where id = c.credential_id and task = p_task;
  if found_subject is null then raise insufficient_privilege using message = 'a job of another kind'; end if;
  return found_subject;
end $$;

create or replace function guard.set_due() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if new.due_at is null and new.state = 'pending' then
    select new.created_at + make_interval(hours => g.request_due_hours) into new.due_at
    from public.organizations g where g.id = new.organization_id;
  end if;
  return new;
end $$;

-- Another due time holds for those who wait already too, but leaves everybody a day, or the whole time where it is shorter.
create or replace function guard.move_due() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update public.registration_requests set due_at = case when new.request_due_hours is not null then
    greatest(created_at + make_interval(hours => new.request_due_hours),
      clock_timestamp() + make_interval(hours => least(new.request_due_hours, 24))) end
  where organization_id = new.id and state = 'pending';
  return null;
end $$;

-- For the sweep: queues a job for each pending request with something to do now. Answers how many.
create or replace function guard.queue_due_requests(p_max int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select count(*) filter (where guard.queue_once(due.organization_id, 'registration.due', due.id)) from (
    select q.organization_id, q.id
    from public.registration_requests q
    join public.organizations g on g.id = q.organization_id and g.state = 'active'
    where q.state = 'pending' and q.due_at is not null and (
      q.reminded_at is null and q.due_at - make_interval(hours => g.request_reminder_hours) <= clock_timestamp()
      or q.escalated_at is null and q.due_at + make_interval(hours => g.request_escalation_hours) <= clock_timestamp()
      or q.due_at + make_interval(hours => g.request_close_hours) <= clock_timestamp())
    order by q.due_at limit least(p_max, 1000)) due);
end $$;

-- Internal: tells who decides, once. Before the due time it reminds of it, after it says since when it has passed.
create or replace function guard.remind_of_request(p_organization uuid, p_request uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  r record;
  late boolean;
begin
  update public.registration_requests q set reminded_at = clock_timestamp()
  from public.organizations g
  where g.id = q.organization_id and q.organization_id = p_organization and q.id = p_request and q.state = 'pending'
    and q.reminded_at is null and q.due_at - make_interval(hours => g.request_reminder_hours) <= clock_timestamp()
  returning q.name, q.email, q.message, q.due_at into r;
  if not found then
    return false;
  end if;
  late := r.due_at <= clock_timestamp();
  perform guard.notify_holders(p_organization, 'registrations.decide', jsonb_build_object('kind', 'registration.due',
    'title', case when late then r.name || ' is still waiting to join' else r.name || ' needs a decision soon' end,
    'body', case when late then 'This request is overdue.' else 'This request is due soon.' end,
    'path', '/registrations/' || p_request, 'record', p_request,
    'mail', jsonb_build_object('template', 'request-waiting', 'props', jsonb_build_object('requester', r.name,
      'address', r.email, 'message', nullif(r.message, ''))
      || jsonb_build_object(case when late then 'overdueSince' else 'dueAt' end, guard.utc_text(r.due_at)))));
  return true;
end $$;

-- Internal: tells the owner, once, that nobody decided.
create or replace function guard.escalate_request(p_organization uuid, p_request uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare r record;
begin
  update public.registration_requests q set escalated_at = clock_timestamp()
  from public.organizations g
  where g.id = q.organization_id and q.organization_id = p_organization and q.id = p_request and q.state = 'pending'
    and q.escalated_at is null and q.due_at + make_interval(hours => g.request_escalation_hours) <= clock_timestamp()
  returning q.name, q.email, q.message, q.due_at, q.created_at into r;
  if not found then
    return false;
  end if;
  perform guard.notify(p_organization, array(select id from public.memberships
    where organization_id = p_organization and role_key = 'owner'), jsonb_build_object('kind', 'registration.escalated',
    'title', 'Nobody decided on ' || r.name, 'body', 'The request is overdue, so it comes to you as the owner.',
    'path', '/registrations/' || p_request, 'record', p_request,
    'mail', jsonb_build_object('template', 'request-escalated', 'props', jsonb_build_object('requester', r.name,
      'address', r.email, 'message', nullif(r.message, ''), 'dueAt', guard.utc_text(r.due_at),
      'askedAt', guard.utc_text(r.created_at)))));
  return true;
end $$;

-- Internal: closes a request that nobody decided on, where the organization chose that, and tells the person.
create or replace function guard.close_overdue_request(p_organization uuid, p_request uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare r record;
begin
  update public.registration_requests q set state = 'rejected', closed_as = 'overdue', decided_at = clock_timestamp(),
    updated_at = clock_timestamp()
  from public.organizations g
  where g.id = q.organization_id and q.organization_id = p_organization and q.id = p_request and q.state = 'pending'
    and q.due_at + make_interval(hours => g.request_close_hours) <= clock_timestamp()
  returning q.name, q.email into r;
  if not found then
    return false;
  end if;
  perform guard.settle_notices(p_organization, p_request);
  perform guard.queue(p_organization, 'mail.send', jsonb_build_object('template', 'request-expired', 'to', r.email,
    'props', jsonb_build_object('organization', guard.mail_organization(p_organization), 'name', r.name)));
  return true;
end $$;

-- Does what the job's request is due for. A closed request needs no reminder any more.
create or replace function guard.follow_due_request(out reminded boolean, out escalated boolean, out closed boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  request uuid := guard.job_subject('registration.due');
begin
  closed := guard.close_overdue_request(c.organization_id, request);
  reminded := guard.remind_of_request(c.organization_id, request);
  escalated := guard.escalate_request(c.organization_id, request);
end $$;

-- The acting member names a stand-in for the queue. Only what the member holds by role and flags can be lent; a stand-in
-- named before is replaced.
create or replace function guard.name_stand_in(p_to uuid, p_from timestamptz, p_until timestamptz, p_note text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  made uuid := guard.uuid7();
  begins timestamptz := greatest(coalesce(p_from, clock_timestamp()), clock_timestamp());
  giver text;
  receiver record;
begin
  perform guard.require('registrations.decide');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A key is never absent. A member names a stand-in.', 'members_only');
  end if;
  if p_to = c.membership_id then
    perform guard.refuse('BE022', 'You cannot stand in for yourself.', 'self');
  end if;
  if p_until <= begins or p_until > begins + interval '90 days' then
    perform guard.refuse('BE022', 'The end must come after the beginning, within 90 days.', 'time_wrong');
  end if;
  if begins > clock_timestamp() + interval '1 year' then
    perform guard.refuse('BE022', 'Choose a beginning within a year.', 'time_wrong');
  end if;
  -- Both memberships stay as they are until the end of the transaction.
  perform 1 from public.memberships where organization_id = c.organization_id and id in (p_to, c.membership_id)
    order by id for no key update;
  select name, status into receiver from public.memberships where organization_id = c.organization_id and id = p_to;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  if receiver.status <> 'active' then
    perform guard.refuse('BE022', 'Only an active member can stand in for you.', 'not_active');
  end if;
  if coalesce(get_bit(guard.own_rights(c.organization_id, c.membership_id),
    (select position from guard.permissions where key = 'registrations.decide')), 0) = 0 then
    perform guard.refuse('BE003', 'You stand in for somebody yourself. What was lent to you cannot be lent on.', 'above_own_rights',
      'registrations.decide');
  end if;
  update public.delegations set ended_at = clock_timestamp(), ended_as = 'replaced'
  where organization_id = c.organization_id and from_membership_id = c.membership_id and stand_in and ended_at is null;
  insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions,
    starts_at, ends_at, note)
  values (c.organization_id, made, c.membership_id, p_to, true, '{registrations.view,registrations.decide}', begins,
    p_until, nullif(btrim(p_note), ''));
  select name into giver from public.memberships where organization_id = c.organization_id and id = c.membership_id;
  perform guard.notify(c.organization_id, array[p_to], jsonb_build_object('kind', 'delegation',
    'title', 'You stand in for ' || giver, 'body', nullif(btrim(p_note), ''), 'path', '/registrations',
    'mail', jsonb_build_object('template', 'stand-in', 'props', jsonb_build_object('giver', giver, 'name', receiver.name,
      'startsAt', guard.utc_text(begins), 'endsAt', guard.utc_text(p_until), 'note', nullif(btrim(p_note), '')))));
  return made;
end $$;

-- For the sweep: queues a job for each person whose day has passed eight o'clock, who wants a digest, has something
-- unread for it and got none today. Answers how many.
create or replace function guard.queue_due_digests(p_max int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select count(*) filter (where guard.queue_once(due.organization_id, 'notices.digest', due.id)) from (
    select m.organization_id, m.id
    from (select distinct n.organization_id, n.user_id from public.notices n
      where n.digest and n.digested_at is null and n.read_at is null) waiting
    join public.memberships m on m.organization_id = waiting.organization_id and m.user_id = waiting.user_id
      and m.status = 'active'
    join public.organizations g on g.id = m.organization_id and g.state = 'active'
    join public.users u on u.id = m.user_id
    where extract(hour from clock_timestamp() at time zone u.time_zone) >= 8 and not exists (
      select 1 from guard.digests d where d.organization_id = m.organization_id and d.membership_id = m.id
        and d.day = (clock_timestamp() at time zone u.time_zone)::date)
    limit least(p_max, 1000)) due);
end $$;

-- Writes the digest of the job's member. The row of the day is what makes it one a day.
create or replace function guard.send_digest() returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  member uuid := guard.job_subject('notices.digest');
  m record;
  items jsonb;
  amount int;
begin
  select x.user_id, x.name, x.email, u.time_zone, clock_timestamp() at time zone u.time_zone as now_there into m
  from public.memberships x join public.users u on u.id = x.user_id
  where x.organization_id = c.organization_id and x.id = member and x.status = 'active';
  if not found or extract(hour from m.now_there) < 8 then
    return false;
  end if;
  insert into guard.digests (organization_id, membership_id, day) values (c.organization_id, member, m.now_there::date)
  on conflict (organization_id, membership_id, day) do nothing;
  if not found then
    return false;
  end if;
  with told as (
    update public.notices n set digested_at = clock_timestamp()
    where n.organization_id = c.organization_id and n.user_id = m.user_id and n.digest and n.digested_at is null
    returning n.title, n.created_at, n.read_at)
  select count(*), coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'at', guard.utc_text(t.created_at))
      order by t.created_at desc) filter (where t.place <= 30), '[]') into amount, items
  from (select *, row_number() over (order by created_at desc) as place from told where read_at is null) t;
  if amount = 0 then
    delete from guard.digests d where d.organization_id = c.organization_id and d.membership_id = member
      and d.day = m.now_there::date;
    return false;
  end if;
  perform guard.queue(c.organization_id, 'mail.send', jsonb_build_object('template', 'digest', 'to', m.email, 'props',
    jsonb_build_object('organization', guard.mail_organization(c.organization_id), 'name', m.name, 'items', items,
      'amount', amount, 'timeZone', m.time_zone)));
  return true;
end $$;

-- Puts an export on the record before its first row leaves.
create or replace function guard.record_export(p_type text, p_filters jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('data.export');
  perform guard.require_fresh_person();
  if p_type not in ('memberships', 'registration_requests') then
    perform guard.refuse('BE022', 'There is no such export.', 'export_unknown');
  end if;
  perform guard.require(case p_type when 'memberships' then 'members.view' else 'registrations.view' end);
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    action, after, request_id, address, agent)
  values (c.organization_id, c.user_id, coalesce(guard.person_label(c.user_id),
    (select 'Key ' || k.label from guard.api_keys k where k.id = c.credential_id)), c.credential_kind, c.credential_id,
    c.operation, p_type, 'exported', jsonb_build_object('filters', p_filters), c.request_id, c.address, c.agent);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.follow_due_request(), guard.send_digest(), guard.name_stand_in(uuid, timestamptz, timestamptz, text),
  guard.record_export(text, jsonb) to berth_app;
grant execute on function guard.queue_due_requests(int), guard.queue_due_digests(int) to berth_worker;
-- A migration attaches them to their tables.
grant execute on function guard.set_due(), guard.move_due() to berth_owner;
reset role;
