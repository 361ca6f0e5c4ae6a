-- Notices in the bell, and what waits for the acting person. Rows carry a path inside the organization, never an address.
set local role berth_guard;

-- Internal: one notice for one person, where that person is an active member; otherwise nothing.
create or replace function guard.notify_user(
  p_organization uuid, p_user uuid, p_kind text, p_title text, p_body text, p_path text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  insert into public.notices (organization_id, id, user_id, kind, title, body, path)
  select p_organization, guard.uuid7(), m.user_id, p_kind, left(p_title, 200), left(p_body, 500), p_path
  from public.memberships m
  where m.organization_id = p_organization and m.user_id = p_user and m.status = 'active'
$$;

-- Internal: one notice for each active member who holds a permission.
create or replace function guard.notify_permission(
  p_organization uuid, p_permission text, p_kind text, p_title text, p_body text, p_path text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  insert into public.notices (organization_id, id, user_id, kind, title, body, path)
  select p_organization, guard.uuid7(), m.user_id, p_kind, left(p_title, 200), left(p_body, 500), p_path
  from public.memberships m
  join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
  join guard.permissions p on p.key = p_permission
  where m.organization_id = p_organization and m.status = 'active' and get_bit(r.permissions, p.position) = 1
$$;

-- Internal: whether the proven context holds a permission, without refusing.
create or replace function guard.holds(p_permission text) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select c.kind in (1, 6) and get_bit(c.rights, p.position) = 1
  from guard.proven() c, guard.permissions p where p.key = p_permission
$$;

-- The acting person, for the shell of any signed-in page.
create or replace function guard.my_face() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2) then raise insufficient_privilege using message = 'no person'; end if;
  return (select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'time_zone', u.time_zone,
    'super_admin', exists (select 1 from guard.super_admins s where s.user_id = u.id and s.revoked_at is null))
    from public.users u where u.id = c.user_id);
end $$;

-- What waits in the proven organization; null where the acting credential may not see it.
create or replace function guard.waiting() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  answer jsonb := '{}';
begin
  perform guard.require('organization.view');
  if guard.holds('registrations.view') then
    answer := answer || (select jsonb_build_object('requests', count(*), 'oldest_request', min(q.created_at))
      from (select created_at from public.registration_requests
        where organization_id = c.organization_id and state = 'pending' order by created_at limit 1000) q);
  end if;
  if guard.holds('invitations.view') then
    answer := answer || (select jsonb_build_object('invitations', count(*),
        'expiring', count(*) filter (where i.expires_at < clock_timestamp() + interval '12 hours'))
      from (select expires_at from guard.invitations where organization_id = c.organization_id
        and accepted_at is null and revoked_at is null and expires_at > clock_timestamp()
        order by created_at desc limit 1000) i);
    answer := answer || (select jsonb_build_object('failing_mail', count(*))
      from (select 1 from guard.jobs where organization_id = c.organization_id and task = 'mail.send'
        and (state = 'failed' or state in ('waiting', 'leased') and attempts > 2)
        and created_at > clock_timestamp() - interval '30 days' limit 1000) j);
  end if;
  if guard.holds('keys.view') then
    answer := answer || (select jsonb_build_object('live_keys', count(*), 'used_keys', count(k.last_used_at))
      from guard.api_keys k where k.organization_id = c.organization_id and k.revoked_at is null);
  end if;
  return answer;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_face(), guard.waiting() to berth_app;
reset role;
