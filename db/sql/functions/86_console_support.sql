-- Support sessions from the console: whom to act as, the beginning, the list, the end.
set local role berth_guard;

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
  perform guard.require_reason(p_reason, 'Say why; its owner and admins can read it.');
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
  guard.platform_impersonations(), guard.platform_stop_impersonation(uuid) to berth_app;
reset role;
