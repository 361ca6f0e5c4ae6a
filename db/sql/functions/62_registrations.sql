-- Registration requests: asking, deciding, and the membership that begins when the address is proved.
set local role berth_guard;

-- Internal: one address at a time. Who decides and who proves an address never pass each other unseen.
create or replace function guard.lock_address(p_email text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$ select guard.take_turns('berth.address|' || p_email) $$;

create or replace function guard.mail_organization(p_organization uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select jsonb_build_object('name', name, 'slug', slug) from public.organizations where id = p_organization $$;

-- Internal: tells everybody who decides. A flood stops telling after about 20 an hour
-- (requests of the same moment do not see each other); the queue still has them all.
create or replace function guard.announce_request(p_organization uuid, p_request uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare r record;
begin
  if (select count(*) from (select 1 from public.registration_requests q where q.organization_id = p_organization
    and q.created_at > clock_timestamp() - interval '1 hour' limit 21) recent) > 20 then
    return;
  end if;
  select * into strict r from public.registration_requests where organization_id = p_organization and id = p_request;
  perform guard.notify_holders(p_organization, 'registrations.decide', jsonb_build_object('kind', 'registration.waiting',
    'title', r.name || ' asks to join', 'body', nullif(r.message, ''), 'path', '/registrations/' || p_request,
    'record', p_request, 'mail', jsonb_build_object('template', 'request-waiting', 'props', jsonb_build_object(
      'requester', r.name, 'address', r.email, 'message', nullif(r.message, '')))));
end $$;

-- Asks to join. Answers nothing and does the same work whatever exists: it only notes what was asked, and a job looks
-- whether there is such an organization or person.
create or replace function guard.request_access(p_slug text, p_address text, p_name text, p_message text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  normal text := guard.normal_address(p_address);
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  if normal !~ '^[^\s@"(),:;<>\[\]\\]{1,64}@[^\s@"(),:;<>\[\]\\]+\.[^\s@"(),:;<>\[\]\\.]+$' or length(normal) > 254 then
    perform guard.refuse('BE022', 'Enter one e-mail address, such as maria@example.com.', 'address');
  end if;
  perform guard.queue(null, 'registration.receive', jsonb_build_object('slug', lower(btrim(p_slug)), 'email', normal,
    'name', p_name, 'message', p_message,
    'request', jsonb_build_object('id', c.request_id, 'address', c.address, 'agent', c.agent)));
end $$;

-- Whose address the leased request is from, so that a link can be sealed for it; null where it was taken in before.
create or replace function guard.noted_address() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 5 then raise insufficient_privilege using message = 'no job context'; end if;
  return (select payload ->> 'email' from guard.jobs where id = c.credential_id and task = 'registration.receive');
end $$;

-- What a leased job noted that somebody asked, once: it leaves the job with this transaction. What there is to say goes
-- to the address by mail. One pending request per organization and address: a repeat updates it, and writes to the
-- address at most once an hour.
drop function if exists guard.receive_request();
create or replace function guard.receive_request(p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  asked jsonb;
  normal text;
  person record;
  belonging record;
  known record;
  made uuid := guard.uuid7();
  o uuid;
begin
  if c.kind <> 5 then raise insufficient_privilege using message = 'no job context'; end if;
  select payload into asked from guard.jobs where id = c.credential_id and task = 'registration.receive' for update;
  if not found then raise insufficient_privilege using message = 'another job'; end if;
  if not asked ? 'email' then
    return;
  end if;
  update guard.jobs set payload = '{}' where id = c.credential_id;
  perform guard.set_context(3, null, null, null, null, null, null, 'registration.request', 'none', asked -> 'request',
    clock_timestamp() + interval '60 seconds');
  c := guard.proven();
  normal := asked ->> 'email';
  perform guard.lock_address(normal);
  select id into o from public.organizations where slug = asked ->> 'slug' and state = 'active';
  select id into person from public.users where email = normal and email_verified_at is not null;
  if o is null then
    return;
  end if;
  select name, status into belonging from public.memberships where organization_id = o and user_id = person.id;
  if found then
    perform guard.queue(o, 'mail.send', jsonb_build_object('template', 'request-from-member', 'to', normal, 'props',
      jsonb_build_object('organization', guard.mail_organization(o), 'name', belonging.name,
        'suspended', belonging.status = 'suspended')));
    return;
  end if;
  select id, updated_at into known from public.registration_requests
  where organization_id = o and email = normal and state = 'pending' for update;
  if found then
    update public.registration_requests set name = asked ->> 'name', message = asked ->> 'message', repeats = repeats + 1,
      user_id = coalesce(person.id, user_id), address = c.address, agent = c.agent, updated_at = clock_timestamp()
    where organization_id = o and id = known.id;
    if known.updated_at > clock_timestamp() - interval '1 hour' then
      return;
    end if;
  else
    insert into public.registration_requests (organization_id, id, email, name, message, user_id, address, agent)
    values (o, made, normal, asked ->> 'name', asked ->> 'message', person.id, c.address, c.agent);
    perform guard.announce_request(o, made);
  end if;
  insert into guard.request_links (hash, organization_id, request_id, expires_at)
  values (guard.secret_hash(p_token), o, coalesce(known.id, made), clock_timestamp() + interval '90 days');
  perform guard.queue(o, 'mail.send', jsonb_build_object('template', 'request-received', 'to', normal, 'props',
    jsonb_build_object('organization', guard.mail_organization(o), 'name', asked ->> 'name'), 'sealed', p_sealed));
end $$;

drop function if exists guard.deciding_rights();
drop function if exists guard.decide_registration(uuid, boolean, text, text, text, text);

-- Internal: the acting member or key decides on registrations now, not only when its context was opened. Answers what
-- it holds in these branches, which are its own; null: wherever it is. The membership stays as it is until the end of the
-- transaction.
create or replace function guard.deciding_rights(p_branches uuid[] default null) returns bit
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  held bit(256);
begin
  perform guard.require('registrations.decide');
  perform guard.require_own_branches(p_branches);
  if c.kind = 6 then
    return guard.givable_rights_in(coalesce(p_branches, guard.branches_of(c.organization_id, guard.acting_membership())));
  end if;
  perform 1 from public.memberships where organization_id = c.organization_id and id = c.membership_id
    and status = 'active' for share;
  if found then
    held := guard.computed_rights(c.organization_id, c.membership_id);
  end if;
  if get_bit(coalesce(held, repeat('0', 256)::bit(256)),
    (select position from guard.permissions where key = 'registrations.decide')) = 0 then
    perform guard.refuse('BE003', 'You do not have the permission for this.', 'permission_missing', 'registrations.decide');
  end if;
  return guard.own_rights_in(c.organization_id, c.membership_id,
    coalesce(p_branches, guard.branches_of(c.organization_id, c.membership_id)));
end $$;

drop function if exists guard.require_may_approve(uuid, bit, text);

-- Internal: who answers for an approval in the proven context: the member, or for a key the member who made it.
create or replace function guard.approving_member() returns uuid
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(c.membership_id, (select k.created_by from guard.api_keys k where k.id = c.credential_id))
  from guard.proven() c
$$;

-- Internal: a way in for somebody whose address is not proved. The link stands only in the sealed part.
create or replace function guard.send_activation(p_organization uuid, p_request uuid, p_token text, p_sealed text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  r record;
  until timestamptz := clock_timestamp() + interval '7 days';
begin
  select * into strict r from public.registration_requests where organization_id = p_organization and id = p_request;
  update guard.tokens set used_at = clock_timestamp() where kind = 'activation' and record_id = p_request and used_at is null;
  insert into guard.tokens (id, kind, email, organization_id, record_id, hash, payload, expires_at)
  values (guard.uuid7(), 'activation', r.email, p_organization, p_request, guard.secret_hash(p_token), '{}', until);
  perform guard.queue(p_organization, 'mail.send', jsonb_build_object('template', 'activation', 'to', r.email, 'props',
    jsonb_build_object('organization', guard.mail_organization(p_organization), 'name', r.name, 'role', o.name,
      'expiresAt', guard.utc_text(until), 'timeZone', g.time_zone, 'note', r.note), 'sealed', p_sealed))
  from public.roles o join public.organizations g on g.id = o.organization_id
  where o.organization_id = p_organization and o.key = r.role_key;
end $$;

-- Internal: the membership of an approved request begins. Joining again never changes a role.
create or replace function guard.enter_approved(p_organization uuid, p_request uuid, p_user uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  r record;
  joined uuid;
begin
  select * into strict r from public.registration_requests where organization_id = p_organization and id = p_request;
  joined := guard.join(p_organization, p_user, r.role_key, 'registration', r.decided_by, r.branch_ids);
  update public.registration_requests set joined_at = clock_timestamp(), user_id = p_user
  where organization_id = p_organization and id = p_request and joined_at is null;
  update guard.tokens set used_at = clock_timestamp() where kind = 'activation' and record_id = p_request and used_at is null;
  if joined is null then
    return false;
  end if;
  perform guard.notify_user(p_organization, p_user, 'registration.approved', 'Your request was approved', r.note, '/');
  return true;
end $$;

-- Internal: an approved request enters a person whose address is proved, where who approved may still do so. Where not,
-- it waits for another approval, and everybody who decides is told once. The approver stays as is until the end.
create or replace function guard.begin_approved(p_organization uuid, p_request uuid, p_user uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if not guard.approval_stands(p_organization, p_request) or not guard.finds_seat(p_organization, p_request, p_user) then
    return false;
  end if;
  perform guard.enter_approved(p_organization, p_request, p_user);
  return true;
end $$;

-- Internal: whether a seat is left for somebody who was approved before. Where none is, the approval stands, and everybody
-- who decides is told once.
create or replace function guard.finds_seat(p_organization uuid, p_request uuid, p_user uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare r record;
begin
  if exists (select from public.memberships m where m.organization_id = p_organization and m.user_id = p_user)
    or guard.has_room(p_organization, 'max_users') then
    return true;
  end if;
  update public.registration_requests set lapse_told_at = clock_timestamp()
  where organization_id = p_organization and id = p_request and lapse_told_at is null returning name into r;
  if found then
    perform guard.notify_permission(p_organization, 'registrations.decide', 'registration.lapsed', r.name || ' finds no seat',
      'They were approved and no seat is left. Make room, then send the activation again.', '/registrations/' || p_request);
  end if;
  return false;
end $$;

create or replace function guard.approval_stands(p_organization uuid, p_request uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare r record;
begin
  select * into strict r from public.registration_requests where organization_id = p_organization and id = p_request;
  perform 1 from public.memberships where organization_id = p_organization and id = r.decided_by for share;
  if guard.still_may(p_organization, r.decided_by, 'registrations.decide', r.role_key,
    coalesce(r.branch_ids, guard.branches_of(p_organization, r.decided_by))) then
    return true;
  end if;
  update public.registration_requests set lapse_told_at = clock_timestamp()
  where organization_id = p_organization and id = p_request and lapse_told_at is null;
  if found then
    perform guard.notify_holders(p_organization, 'registrations.decide', jsonb_build_object('kind', 'registration.lapsed',
      'title', r.name || ' needs another approval', 'body', coalesce(r.decided_by_name, 'Who approved it')
        || ' may no longer approve this role. Approve it again or take it back.', 'path', '/registrations/' || p_request,
      'mail', jsonb_build_object('template', 'approval-lapsed', 'props', jsonb_build_object('requester', r.name,
        'address', r.email, 'approver', coalesce(r.decided_by_name, 'Somebody')))));
  end if;
  return false;
end $$;

-- Internal: what somebody is told who decides too late: {"outcome": "decided"} with what it is now, who was first and when.
create or replace function guard.decided_before(p_organization uuid, p_request uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('outcome', 'decided', 'state', q.state, 'closed_as', q.closed_as, 'by', q.decided_by_name,
    'at', q.decided_at, 'joined', q.joined_at is not null)
  from public.registration_requests q where q.organization_id = p_organization and q.id = p_request
$$;

-- Internal: tells somebody who is in now.
create or replace function guard.mail_approved(p_organization uuid, p_request uuid, p_user uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  select guard.queue(p_organization, 'mail.send', jsonb_build_object('template', 'request-approved', 'to', r.email,
    'props', jsonb_build_object('organization', guard.mail_organization(p_organization), 'name', r.name, 'role', o.name, 'note', r.note)))
  from public.registration_requests r
  join public.memberships m on m.organization_id = r.organization_id and m.user_id = p_user
  join public.roles o on o.organization_id = m.organization_id and o.key = m.role_key
  where r.organization_id = p_organization and r.id = p_request
$$;

-- Decides one request, once. Answers {"outcome"}: `joined`, `waiting` (an activation is on its way), `member` (was one
-- already), `rejected`, or `decided` by somebody before, with {"state", "closed_as", "by", "at"}, or `missing`.
create or replace function guard.decide_registration(
  p_id uuid, p_approve boolean, p_role text, p_note text, p_token text, p_sealed text, p_branches uuid[] default null)
returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  held bit(256) := guard.deciding_rights(p_branches);
  r record;
  person uuid;
  entered boolean;
begin
  if p_approve then
    perform guard.require_may_give(c.organization_id, held, p_role);
    perform guard.require_fresh_for(guard.role_rights(c.organization_id, p_role));
  elsif coalesce(btrim(p_note), '') = '' then
    perform guard.refuse('BE022', 'Give a reason; the person will read it.', 'reason_missing');
  end if;
  select email into r from public.registration_requests where organization_id = c.organization_id and id = p_id;
  if not found then
    return jsonb_build_object('outcome', 'missing');
  end if;
  perform guard.lock_address(r.email);
  update public.registration_requests set state = case when p_approve then 'approved' else 'rejected' end,
    closed_as = case when p_approve then null else 'rejected' end, role_key = case when p_approve then p_role end,
    branch_ids = case when p_approve then p_branches end,
    note = nullif(btrim(p_note), ''), decided_by = guard.approving_member(), decided_by_name = guard.acting_name(),
    decided_at = clock_timestamp(), updated_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_id and state = 'pending'
  returning * into r;
  if not found then
    return guard.decided_before(c.organization_id, p_id);
  end if;
  perform guard.settle_notices(c.organization_id, p_id);
  if not p_approve then
    perform guard.queue(c.organization_id, 'mail.send', jsonb_build_object('template', 'request-rejected', 'to', r.email,
      'props', jsonb_build_object('organization', guard.mail_organization(c.organization_id), 'name', r.name, 'reason', r.note)));
    return jsonb_build_object('outcome', 'rejected');
  end if;
  select id into person from public.users where email = r.email and email_verified_at is not null;
  if person is null then
    perform guard.send_activation(c.organization_id, p_id, p_token, p_sealed);
    return jsonb_build_object('outcome', 'waiting');
  end if;
  entered := guard.enter_approved(c.organization_id, p_id, person);
  perform guard.mail_approved(c.organization_id, p_id, person);
  return jsonb_build_object('outcome', case when entered then 'joined' else 'member' end);
end $$;

-- Takes an approval back as long as its membership has not begun: the request is closed with a reason, the link in the
-- mail opens nothing any more, the requester is told. Answers {"outcome": "taken_back"}, or who was first.
create or replace function guard.take_back_approval(p_id uuid, p_reason text) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  r record;
begin
  perform guard.deciding_rights();
  if coalesce(btrim(p_reason), '') = '' then
    perform guard.refuse('BE022', 'Give a reason; the person will read it.', 'reason_missing');
  end if;
  select email into r from public.registration_requests where organization_id = c.organization_id and id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such request.', 'request_unknown');
  end if;
  perform guard.lock_address(r.email);
  update public.registration_requests set state = 'rejected', closed_as = 'taken_back', note = btrim(p_reason),
    decided_by = guard.approving_member(), decided_by_name = guard.acting_name(), decided_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_id and state = 'approved' and joined_at is null
  returning * into r;
  if not found then
    return guard.decided_before(c.organization_id, p_id);
  end if;
  update guard.tokens set used_at = clock_timestamp() where kind = 'activation' and record_id = p_id and used_at is null;
  perform guard.queue(c.organization_id, 'mail.send', jsonb_build_object('template', 'approval-taken-back', 'to', r.email,
    'props', jsonb_build_object('organization', guard.mail_organization(c.organization_id), 'name', r.name, 'reason', r.note)));
  return jsonb_build_object('outcome', 'taken_back');
end $$;

-- A new activation for an approved request that still waits; the link before it ends. Whoever sends it answers for the
-- approval from then on. Answers `waiting`, or `joined` where the address was proved meanwhile.
-- Earlier versions answered nothing; a return type cannot be replaced.
drop function if exists guard.resend_activation(uuid, text, text);
create function guard.resend_activation(p_id uuid, p_token text, p_sealed text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  r record;
  person uuid;
begin
  perform guard.require('registrations.decide');
  select email into r from public.registration_requests where organization_id = c.organization_id and id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such request.', 'request_unknown');
  end if;
  perform guard.lock_address(r.email);
  select email, role_key, branch_ids into r from public.registration_requests where organization_id = c.organization_id and id = p_id
    and state = 'approved' and joined_at is null for update;
  if not found then
    perform guard.refuse('BE022', 'Nobody waits for this link any more.', 'not_waiting');
  end if;
  perform guard.require_may_give(c.organization_id, guard.deciding_rights(r.branch_ids), r.role_key);
  perform guard.require_fresh_for(guard.role_rights(c.organization_id, r.role_key));
  update public.registration_requests set decided_by = guard.approving_member(), decided_by_name = guard.acting_name(),
    lapse_told_at = null
  where organization_id = c.organization_id and id = p_id;
  perform guard.record_act('registration_requests', p_id, 'resent');
  select id into person from public.users where email = r.email and email_verified_at is not null;
  if person is null then
    perform guard.send_activation(c.organization_id, p_id, p_token, p_sealed);
    return 'waiting';
  end if;
  perform guard.enter_approved(c.organization_id, p_id, person);
  perform guard.mail_approved(c.organization_id, p_id, person);
  return 'joined';
end $$;

-- Approved requests of these that nobody can enter with: who approved may no longer do so.
create or replace function guard.lapsed_approvals(p_ids uuid[]) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('registrations.view');
  return query select q.id from public.registration_requests q
  where q.organization_id = c.organization_id and q.id = any (p_ids) and q.state = 'approved' and q.joined_at is null
    and not guard.still_may(q.organization_id, q.decided_by, 'registrations.decide', q.role_key,
      coalesce(q.branch_ids, guard.branches_of(q.organization_id, q.decided_by)));
end $$;

-- A proved address (sign-up, activation, invitation, change of address) enters what was approved for it.
create or replace function guard.join_approved() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.lock_address(new.email);
  perform guard.begin_approved(q.organization_id, q.id, new.id)
  from public.registration_requests q
  join public.organizations g on g.id = q.organization_id and g.state in ('active', 'suspended')
  where q.email = new.email and q.state = 'approved' and q.joined_at is null;
  return null;
end $$;

-- What an activation link is for, without using it up: state `live`, `used`, `expired` or `unknown`.
create or replace function guard.peek_activation(p_token text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t record;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  select k.email, k.used_at, k.expires_at, q.name, q.state, q.joined_at, g.name as organization, g.slug, r.name as role
  into t
  from guard.tokens k
  join public.registration_requests q on q.organization_id = k.organization_id and q.id = k.record_id
  join public.organizations g on g.id = k.organization_id and g.state = 'active'
  join public.roles r on r.organization_id = q.organization_id and r.key = q.role_key
  where k.hash = guard.secret_hash(p_token) and k.kind = 'activation';
  if not found then
    return jsonb_build_object('state', 'unknown');
  end if;
  return jsonb_build_object('state', case when t.used_at is not null then 'used'
      when t.expires_at <= clock_timestamp() then 'expired' else 'live' end,
    'joined', t.joined_at is not null, 'email', t.email, 'name', t.name, 'organization', t.organization,
    'slug', t.slug, 'role', t.role);
end $$;

-- Uses an activation: account, proved address and membership in one transaction. Answers {"session", "slug"}; the session
-- is empty where who approved may no longer do so: then nothing was used up, and the organization is told.
create or replace function guard.activate(
  p_token text, p_name text, p_salt bytea, p_params jsonb, p_raw bytea, p_device text, p_request jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t record;
  person uuid;
  organization_slug text;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  select email into t from guard.tokens where hash = guard.secret_hash(p_token) and kind = 'activation';
  if found then
    perform guard.lock_address(t.email);
  end if;
  select k.id, k.email, k.organization_id, k.record_id into t from guard.tokens k
  join public.organizations g on g.id = k.organization_id and g.state = 'active'
  where k.hash = guard.secret_hash(p_token) and k.kind = 'activation' and k.used_at is null
    and k.expires_at > clock_timestamp() for update of k;
  if not found then
    perform guard.refuse('BE022', 'This link is no longer valid. Ask the organization to send it again.', 'token_dead');
  end if;
  select slug into organization_slug from public.organizations where id = t.organization_id;
  if not guard.approval_stands(t.organization_id, t.record_id) then
    return jsonb_build_object('session', '', 'slug', organization_slug);
  end if;
  perform guard.require_room(t.organization_id, 'max_users');
  select id into person from public.users where email = t.email and email_verified_at is null for update;
  if found then
    perform guard.set_password(person, p_salt, p_params, p_raw, null);
    update public.users set name = p_name, email_verified_at = clock_timestamp() where id = person;
  else
    person := guard.create_user(t.email, p_name, p_salt, p_params, sha256(p_raw));
  end if;
  update guard.tokens set used_at = clock_timestamp() where id = t.id and used_at is null;
  return jsonb_build_object('session', guard.create_session(person, 'password', p_device, p_request), 'slug', organization_slug);
end $$;

-- What the queue shows about people beyond the request itself: whether the address is proved, the account's age, and
-- whether it belongs already.
create or replace function guard.request_people(p_ids uuid[])
returns table (id uuid, verified boolean, account_since timestamptz, member boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('registrations.view');
  return query select q.id, u.id is not null, u.created_at, m.id is not null
  from public.registration_requests q
  left join public.users u on u.email = q.email and u.email_verified_at is not null
  left join public.memberships m on m.organization_id = q.organization_id and m.user_id = u.id
  where q.organization_id = c.organization_id and q.id = any (p_ids);
end $$;

-- The roles that the acting person may give, lowest first.
create or replace function guard.roles_to_give() returns table (key text, name text, description text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('organization.view');
  return query select r.key, r.name, r.description from public.roles r
  where r.organization_id = c.organization_id and r.key <> 'owner'
    and (guard.role_rights(r.organization_id, r.key) & ~guard.givable_rights_in(
      guard.branches_of(c.organization_id, guard.acting_membership()))) = repeat('0', 256)::bit(256)
  order by r.position, r.name;
end $$;

-- The acting person's own requests, by proved address or account.
drop function if exists guard.my_requests();
create or replace function guard.my_requests()
returns table (id uuid, organization text, slug text, state text, closed_as text, note text, role_name text,
  message text, created_at timestamptz, due_at timestamptz, decided_at timestamptz, joined_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  return query select q.id, g.name, g.slug, q.state, q.closed_as, q.note, r.name, q.message, q.created_at, q.due_at, q.decided_at,
    q.joined_at
  from public.users u
  join public.registration_requests q on q.email = u.email and u.email_verified_at is not null
  join public.organizations g on g.id = q.organization_id and g.state in ('active', 'suspended')
  left join public.roles r on r.organization_id = q.organization_id and r.key = q.role_key
  where u.id = c.user_id
  order by q.created_at desc limit 50;
end $$;

-- What became of a request, for whoever holds the link that went to its address; null for every other secret.
create or replace function guard.peek_request(p_token text)
returns table (id uuid, organization text, slug text, state text, closed_as text, note text, role_name text,
  message text, created_at timestamptz, due_at timestamptz, decided_at timestamptz, joined_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  return query select q.id, g.name, g.slug, q.state, q.closed_as, q.note, r.name, q.message, q.created_at, q.due_at,
    q.decided_at, q.joined_at
  from guard.request_links l
  join public.registration_requests q on q.organization_id = l.organization_id and q.id = l.request_id
  join public.organizations g on g.id = q.organization_id and g.state in ('active', 'suspended')
  left join public.roles r on r.organization_id = q.organization_id and r.key = q.role_key
  where l.hash = guard.secret_hash(p_token) and l.expires_at > clock_timestamp();
end $$;

-- The requester without an account takes a pending request back, by the link. False where it was decided before.
create or replace function guard.withdraw_by_link(p_token text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  l record;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  select organization_id, request_id into l from guard.request_links
  where hash = guard.secret_hash(p_token) and expires_at > clock_timestamp();
  if not found then
    perform guard.refuse('BE022', 'This link is no longer valid. Ask again to get a new one.', 'token_dead');
  end if;
  update public.registration_requests q set state = 'rejected', closed_as = 'withdrawn', decided_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where q.organization_id = l.organization_id and q.id = l.request_id and q.state = 'pending';
  if found then
    perform guard.settle_notices(l.organization_id, l.request_id);
    return true;
  end if;
  return false;
end $$;

-- The requester takes a pending request back. Answers false where it was decided before.
create or replace function guard.withdraw_request(p_id uuid) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  o uuid;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  update public.registration_requests q set state = 'rejected', closed_as = 'withdrawn', decided_at = clock_timestamp(),
    updated_at = clock_timestamp()
  from public.users u
  where u.id = c.user_id and u.email_verified_at is not null and q.email = u.email and q.id = p_id and q.state = 'pending'
  returning q.organization_id into o;
  if found then
    perform guard.settle_notices(o, p_id);
    return true;
  end if;
  perform 1 from public.registration_requests q join public.users u on u.email = q.email
  where u.id = c.user_id and u.email_verified_at is not null and q.id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such request.', 'request_unknown');
  end if;
  return false;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.request_access(text, text, text, text), guard.receive_request(text, text), guard.noted_address(),
  guard.peek_request(text), guard.withdraw_by_link(text),
  guard.take_back_approval(uuid, text), guard.lapsed_approvals(uuid[]),
  guard.decide_registration(uuid, boolean, text, text, text, text, uuid[]), guard.resend_activation(uuid, text, text),
  guard.peek_activation(text), guard.activate(text, text, bytea, jsonb, bytea, text, jsonb),
  guard.request_people(uuid[]), guard.roles_to_give(), guard.my_requests(), guard.withdraw_request(uuid) to berth_app;
grant execute on function guard.join_approved() to berth_owner;
reset role;
