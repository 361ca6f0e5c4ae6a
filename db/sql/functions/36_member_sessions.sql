-- Where a member is signed in to this organization, and how: for who manages members, and for the member.
set local role berth_guard;

-- Sessions of the organization's own host; where else somebody is signed in is nobody's business here.
create or replace function guard.member_sessions(p_membership uuid)
returns table (id uuid, current boolean, method text, device text, agent text, address text, created_at timestamptz,
  last_used_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if p_membership is distinct from c.membership_id then
    perform guard.require('members.manage');
  end if;
  perform guard.require('organization.view');
  return query select s.id, s.id = c.credential_id, s.method, s.device, s.agent, s.address, s.created_at, s.last_used_at
  from public.memberships m
  join guard.sessions s on s.user_id = m.user_id and s.organization_id = m.organization_id
  where m.organization_id = c.organization_id and m.id = p_membership
    and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)
  order by s.last_used_at desc limit 50;
end $$;

-- How a member can sign in: the names of ways.
create or replace function guard.member_sign_in_ways(p_membership uuid) returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if p_membership is distinct from c.membership_id then
    perform guard.require('members.manage');
  end if;
  perform guard.require('organization.view');
  return array(select 'password' from public.memberships m join guard.credentials x on x.user_id = m.user_id
    where m.organization_id = c.organization_id and m.id = p_membership
    union all select i.provider from public.memberships m join guard.identities i on i.user_id = m.user_id
    where m.organization_id = c.organization_id and m.id = p_membership);
end $$;

-- Ends a member's sessions here, one (p_session) or all; the next request asks to sign in again. Nobody ends those of a
-- member who holds more than they do.
create or replace function guard.end_member_sessions(p_membership uuid, p_session uuid) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  m record;
  ended int;
begin
  perform guard.require('members.manage');
  select x.id, x.user_id into m from public.memberships x
  where x.organization_id = c.organization_id and x.id = p_membership;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  perform guard.require_covers(guard.givable_rights(), guard.own_rights(c.organization_id, m.id));
  update guard.sessions s set revoked_at = clock_timestamp()
  where s.organization_id = c.organization_id and s.user_id = m.user_id and s.revoked_at is null
    and (p_session is null or s.id = p_session);
  get diagnostics ended = row_count;
  if ended = 0 and p_session is not null then
    perform guard.refuse('BE004', 'There is no such session.');
  end if;
  return ended;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.member_sessions(uuid), guard.member_sign_in_ways(uuid),
  guard.end_member_sessions(uuid, uuid) to berth_app;
reset role;
