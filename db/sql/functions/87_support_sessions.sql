-- Support sessions from inside: raised and stopped by support, seen and ended by the organization.
set local role berth_guard;

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
  perform guard.require_reason(p_reason, 'Say what you are going to change and why.');
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

revoke all on all functions in schema guard from public;
grant execute on function guard.my_impersonation(), guard.raise_impersonation(text), guard.stop_impersonation(),
  guard.support_sessions(), guard.end_support_session(uuid) to berth_app;
reset role;
