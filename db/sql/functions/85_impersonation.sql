-- Impersonation: a super admin acts as one member of one organization. Read only unless raised, an allow-list when raised,
-- an hour at most, on the record of the organization with both names. What it hangs on is asked anew by every request.
set local role berth_guard;

-- Internal: the running impersonation of a root session, where everything that it hangs on still holds: time, the super
-- admin's right, the member, and that the member is no super admin.
create or replace function guard.live_impersonation(p_root uuid)
returns table (organization_id uuid, id uuid, super_admin_id uuid, membership_id uuid, user_id uuid, role_key text,
  raised_at timestamptz, expires_at timestamptz)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select i.organization_id, i.id, i.super_admin_id, i.membership_id, i.user_id, m.role_key, i.raised_at,
    i.expires_at
  from guard.impersonations i
  join guard.sessions root on root.id = i.session_id and root.user_id = i.super_admin_id
    and guard.is_live(root.revoked_at, root.expires_at, root.idle_until)
  join guard.super_admins a on a.user_id = i.super_admin_id and a.revoked_at is null
  join public.memberships m on m.organization_id = i.organization_id and m.id = i.membership_id
    and m.user_id = i.user_id and m.status = 'active'
  where i.session_id = p_root and i.ended_at is null and i.expires_at > clock_timestamp()
    and not exists (select from guard.super_admins x where x.user_id = i.user_id and x.revoked_at is null);
end $$;

-- Internal: what an impersonation may hold at most. Without an act: what looking takes. With one: the permissions of the
-- allow-list and views, so that no function with power of its own is reached from an allowed act.
create or replace function guard.impersonation_rights(p_raised boolean, p_act boolean) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(bit_or(guard.permission_bit(p.position)), repeat('0', 256)::bit(256))
    from guard.permissions p
    where p_act and p.key like '%.view'
      or exists (select from guard.operations o where o.position = p.position and o.scope = 'organization'
        and (o.impersonation = 'act' and p_raised or o.impersonation = 'look' and not p_act)));
end $$;

-- Internal: why an operation is closed to an impersonation; null where it is open.
create or replace function guard.impersonation_fault(p_impersonation text, p_raised boolean) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case when p_impersonation in ('look', 'own') or p_impersonation = 'act' and p_raised then null
    when p_impersonation = 'act' then 'impersonation_read_only' else 'impersonation_closed' end
$$;

-- The way of guard.open for a session that impersonates. Internal.
create or replace function guard.open_impersonation(
  p_credential text, p_audience text, p_organization uuid, p_operation text, p_request jsonb)
returns text language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  s record;
  i record;
  g record;
  o record;
  held bit(256);
  fault text;
begin
  select access, permission, position, impersonation into strict o from guard.operations where name = p_operation;
  select x.id, x.parent_id, x.organization_id, x.impersonation_id into s from guard.sessions x
  where x.hash = guard.secret_hash(p_credential) and x.audience = p_audience
    and guard.is_live(x.revoked_at, x.expires_at, x.idle_until);
  if not found then
    perform guard.refuse('BE001', 'The support session is over.', 'impersonation_over');
  end if;
  -- Who stops it waits here for an act that is under way, so that none is finished after the stop.
  if o.access = 'write' and o.impersonation = 'own' then
    perform from guard.impersonations x where x.organization_id = s.organization_id and x.id = s.impersonation_id for update;
  elsif o.access = 'write' then
    perform from guard.impersonations x where x.organization_id = s.organization_id and x.id = s.impersonation_id for share;
  end if;
  select * into i from guard.live_impersonation(s.parent_id) l
  where l.organization_id = s.organization_id and l.id = s.impersonation_id;
  if not found then
    perform guard.refuse('BE001', 'The support session is over.', 'impersonation_over');
  end if;
  select state, slug, allowed_networks into strict g from public.organizations where id = i.organization_id;
  if g.state not in ('active', 'suspended') or p_audience <> g.slug
    or (p_organization is not null and p_organization <> i.organization_id) then
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  if g.state = 'suspended' then
    perform guard.refuse('BE005', 'This organization is suspended.');
  end if;
  -- Its networks bind whoever acts in it. A look from the console is bound by its reason and its record instead.
  fault := guard.kept_out(g.allowed_networks, p_request ->> 'address');
  if fault is not null then
    perform guard.refuse('BE007', fault, 'network_refused');
  end if;
  held := guard.live_rights(i.organization_id, i.membership_id);
  if get_bit(held, o.position) is distinct from 1 then
    perform guard.refuse('BE003', 'This member does not have the permission for this.', 'permission_missing', o.permission);
  end if;
  fault := guard.impersonation_fault(o.impersonation, i.raised_at is not null);
  if fault is not null then
    perform guard.refuse('BE003', case fault
      when 'impersonation_read_only' then 'You look at this as support, read only. Raise the session to change it.'
      else 'Support sessions never do this. The member, or an admin of the organization, does it.' end, fault);
  end if;
  perform guard.set_context(8, i.organization_id, i.super_admin_id, i.membership_id, s.id, i.user_id,
    held & guard.impersonation_rights(i.raised_at is not null, o.access = 'write'), p_operation, 'impersonation', p_request,
    least(clock_timestamp() + interval '60 seconds', i.expires_at));
  if o.access = 'read' then
    execute 'set transaction read only';
  end if;
  return guard.answer(i.role_key);
end $$;

-- Internal: the member is told in the bell, the owner by mail too; one person that is both, once.
create or replace function guard.tell_of_support(p_organization uuid, p_membership uuid, p_title text, p_body text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  g record;
  owner record;
begin
  select name, slug, time_zone into strict g from public.organizations where id = p_organization;
  select id, email into owner from public.memberships where organization_id = p_organization and role_key = 'owner';
  perform guard.notify(p_organization, array(select distinct unnest(array[owner.id, p_membership])),
    jsonb_build_object('kind', 'support', 'title', p_title, 'body', p_body, 'path', '/members'));
  perform guard.queue(p_organization, 'mail.send', jsonb_build_object('template', 'support', 'to', owner.email, 'props',
    jsonb_build_object('title', left(p_title, 200), 'body', p_body, 'timeZone', g.time_zone,
      'organization', jsonb_build_object('name', g.name, 'slug', g.slug))));
end $$;

-- Internal: ends it and every session that it opened. Null where it is over already.
create or replace function guard.finish_impersonation(p_organization uuid, p_id uuid, p_as text) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare member uuid;
begin
  perform from guard.impersonations i where i.organization_id = p_organization and i.id = p_id for update;
  update guard.impersonations i set ended_at = clock_timestamp(), ended_as = p_as
  where i.organization_id = p_organization and i.id = p_id and i.ended_at is null
  returning i.membership_id into member;
  update guard.sessions s set revoked_at = clock_timestamp()
  where s.organization_id = p_organization and s.impersonation_id = p_id and s.revoked_at is null;
  return member;
end $$;

-- Whom a super admin is about to act as, and why that cannot be. The look is on the platform's record.
create or replace function guard.impersonation_target(p_organization uuid, p_membership uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  answer jsonb;
begin
  perform guard.require_platform();
  select jsonb_build_object('organization', jsonb_build_object('id', g.id, 'name', g.name, 'slug', g.slug),
    'id', m.id, 'name', m.name, 'email', m.email, 'role', r.name,
    'fault', coalesce(guard.impersonation_refused(c.user_id, m.user_id, m.status, g.state),
      guard.kept_out(g.allowed_networks, c.address)),
    'proof', guard.proof_of(c.user_id))
  into answer
  from public.memberships m
  join public.organizations g on g.id = m.organization_id and g.state <> 'deleted'
  join public.roles r on r.organization_id = m.organization_id and r.key = m.role_key
  where m.organization_id = p_organization and m.id = p_membership;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  perform guard.record_platform('view', 'memberships', p_membership,
    jsonb_build_object('person', answer ->> 'email', 'organization', answer -> 'organization' ->> 'name'));
  return answer;
end $$;

-- Internal: who may not be acted as, in a sentence; null for everybody else.
create or replace function guard.impersonation_refused(p_actor uuid, p_user uuid, p_status text, p_state text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case
    when p_user = p_actor then 'This is your own membership. Open the organization as yourself.'
    when exists (select from guard.super_admins a where a.user_id = p_user and a.revoked_at is null)
      then 'This person is a super admin. Nobody acts as another super admin.'
    when p_status <> 'active' then 'This member is suspended: there is nothing that they could see.'
    when p_state <> 'active' then 'This organization is not active: nobody can enter it.' end;
end $$;

-- Begins with a fresh proof and a reason. Another one that runs in this browser ends; sessions that it holds on the
-- organization's host end too, so that the next request enters as the member.
create or replace function guard.start_impersonation(p_organization uuid, p_membership uuid, p_reason text, p_minutes int)
returns jsonb language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t record;
  other record;
  fault text;
  made uuid := guard.uuid7();
  until timestamptz := clock_timestamp() + make_interval(mins => least(greatest(p_minutes, 1), 60));
  admin text;
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  if coalesce(length(btrim(p_reason)), 0) < 5 then
    perform guard.refuse('BE022', 'Say why; its owner and admins can read it.', 'reason_missing');
  end if;
  perform from guard.sessions s where s.id = c.credential_id for no key update;
  select m.user_id, m.name, m.status, g.state, g.slug, g.name as organization, g.allowed_networks into t
  from public.memberships m join public.organizations g on g.id = m.organization_id
  where m.organization_id = p_organization and m.id = p_membership;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  fault := coalesce(guard.impersonation_refused(c.user_id, t.user_id, t.status, t.state),
    guard.kept_out(t.allowed_networks, c.address));
  if fault is not null then
    perform guard.refuse('BE022', fault, 'not_to_be_impersonated');
  end if;
  for other in select i.organization_id, i.id, i.expires_at from guard.impersonations i
    where i.session_id = c.credential_id and i.ended_at is null loop
    perform guard.finish_impersonation(other.organization_id, other.id,
      case when other.expires_at > clock_timestamp() then 'replaced' else 'expired' end);
  end loop;
  update guard.sessions s set revoked_at = clock_timestamp()
  where s.parent_id = c.credential_id and s.organization_id = p_organization and s.revoked_at is null;
  -- From here on in both names, so that the first entry has them too.
  perform guard.set_context(4, null, c.user_id, null, c.credential_id, t.user_id, null, c.operation, 'impersonation',
    jsonb_build_object('id', c.request_id, 'address', c.address, 'agent', c.agent), clock_timestamp() + interval '60 seconds');
  insert into guard.impersonations (organization_id, id, session_id, super_admin_id, membership_id, user_id, reason, expires_at)
  values (p_organization, made, c.credential_id, c.user_id, p_membership, t.user_id, left(btrim(p_reason), 300), until);
  select u.name into admin from public.users u where u.id = c.user_id;
  perform guard.record_platform('impersonate', 'memberships', p_membership, jsonb_build_object('organization', t.organization,
    'person', guard.person_label(t.user_id), 'reason', left(btrim(p_reason), 300), 'until', guard.utc_text(until)));
  perform guard.tell_of_support(p_organization, p_membership, 'Berth support looks at your organization as ' || t.name,
    admin || ' of Berth support signed in as ' || t.name || ', read only, for ' || least(greatest(p_minutes, 1), 60)
    || ' minutes at most. The reason: ' || left(btrim(p_reason), 300));
  return jsonb_build_object('id', made, 'organization_id', p_organization, 'slug', t.slug);
end $$;

-- What stands above every page while it lasts; null for everybody else.
create or replace function guard.my_impersonation() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 8 then return null; end if;
  return (select jsonb_build_object('name', m.name, 'organization', g.name, 'raised', i.raised_at is not null,
    'expires_at', i.expires_at, 'seconds_left', ceil(extract(epoch from i.expires_at - clock_timestamp()))::int,
    'proof', guard.proof_of(c.user_id),
    'permissions', (select coalesce(jsonb_agg(p.key order by p.position), '[]') from guard.permissions p
      where get_bit(c.rights & guard.impersonation_rights(i.raised_at is not null, true), p.position) = 1))
  from guard.sessions s
  join guard.impersonations i on i.organization_id = s.organization_id and i.id = s.impersonation_id
  join public.memberships m on m.organization_id = i.organization_id and m.id = i.membership_id
  join public.organizations g on g.id = i.organization_id
  where s.id = c.credential_id);
end $$;

-- Internal: the impersonation of the proven context; refuses everybody else.
create or replace function guard.own_impersonation(out organization_id uuid, out id uuid, out membership_id uuid)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 8 then
    perform guard.refuse('BE022', 'This is no support session.', 'not_impersonating');
  end if;
  select s.organization_id, s.impersonation_id, c.membership_id into organization_id, id, membership_id
  from guard.sessions s where s.id = c.credential_id;
end $$;

-- From looking to acting, within the allow-list: a second fresh proof, typed here, and a reason of its own.
create or replace function guard.raise_impersonation(p_reason text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  own record := guard.own_impersonation();
  member text;
begin
  perform guard.require('organization.view');
  perform guard.require_fresh();
  if coalesce(length(btrim(p_reason)), 0) < 5 then
    perform guard.refuse('BE022', 'Say what you are going to change and why.', 'reason_missing');
  end if;
  update guard.impersonations i set raised_at = clock_timestamp(), raise_reason = left(btrim(p_reason), 300)
  where i.organization_id = own.organization_id and i.id = own.id and i.ended_at is null and i.raised_at is null;
  if not found then
    return;
  end if;
  select m.name into member from public.memberships m
  where m.organization_id = own.organization_id and m.id = own.membership_id;
  perform guard.tell_of_support(own.organization_id, own.membership_id, 'Berth support may now change records as ' || member,
    (select u.name from public.users u where u.id = c.user_id) || ' raised the support session as ' || member
    || '. People, roles, keys and settings stay closed to it. The reason: ' || left(btrim(p_reason), 300));
end $$;

-- Ends it from inside.
create or replace function guard.stop_impersonation() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare own record := guard.own_impersonation();
begin
  perform guard.require('organization.view');
  perform guard.finish_impersonation(own.organization_id, own.id, 'stopped');
end $$;

-- Who of the platform is inside now, and as whom: for the organization.
create or replace function guard.support_sessions()
returns table (id uuid, membership_id uuid, member text, support text, reason text, raise_reason text, raised boolean,
  started_at timestamptz, expires_at timestamptz)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('members.view');
  return query select i.id, i.membership_id, m.name, u.name, i.reason, i.raise_reason, i.raised_at is not null, i.started_at,
    i.expires_at
  from guard.impersonations i
  cross join lateral guard.live_impersonation(i.session_id) l
  join public.memberships m on m.organization_id = i.organization_id and m.id = i.membership_id
  join public.users u on u.id = i.super_admin_id
  where i.organization_id = c.organization_id and i.ended_at is null and i.expires_at > clock_timestamp()
    and l.organization_id = i.organization_id and l.id = i.id
  order by i.started_at;
end $$;

-- The organization ends it, from its next request on.
create or replace function guard.end_support_session(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('members.manage');
  perform from guard.impersonations i where i.organization_id = c.organization_id and i.id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such support session.');
  end if;
  perform guard.finish_impersonation(c.organization_id, p_id, 'stopped_by_organization');
end $$;

-- All that run, then the newest that ended.
create or replace function guard.platform_impersonations()
returns table (id uuid, organization_id uuid, organization text, member text, email text, support text, reason text,
  raise_reason text, raised boolean, started_at timestamptz, expires_at timestamptz, ended_at timestamptz, ended_as text,
  running boolean, mine boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require_platform();
  return query
  select i.id, i.organization_id, g.name, t.name, t.email, u.name, i.reason, i.raise_reason, i.raised_at is not null,
    i.started_at, i.expires_at, coalesce(i.ended_at, case when i.expires_at < clock_timestamp() then i.expires_at end),
    coalesce(i.ended_as, case when i.expires_at < clock_timestamp() then 'expired'
      when l.id is null then 'lost' end), l.id is not null, i.session_id = c.credential_id
  from guard.impersonations i
  join public.organizations g on g.id = i.organization_id
  join public.users t on t.id = i.user_id
  join public.users u on u.id = i.super_admin_id
  left join lateral guard.live_impersonation(i.session_id) l on l.organization_id = i.organization_id and l.id = i.id
  order by l.id is null, i.started_at desc, i.id limit 100;
end $$;

create or replace function guard.platform_stop_impersonation(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare i record;
begin
  perform guard.require_platform();
  select x.organization_id, x.membership_id into i from guard.impersonations x where x.id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such support session.');
  end if;
  if guard.finish_impersonation(i.organization_id, p_id, 'stopped_by_platform') is not null then
    perform guard.record_platform('stop', 'memberships', i.membership_id, null);
  end if;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.impersonation_target(uuid, uuid), guard.start_impersonation(uuid, uuid, text, int),
  guard.my_impersonation(), guard.raise_impersonation(text), guard.stop_impersonation(), guard.support_sessions(),
  guard.end_support_session(uuid), guard.platform_impersonations(), guard.platform_stop_impersonation(uuid) to berth_app;
reset role;
