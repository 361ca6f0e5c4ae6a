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
    least(clock_timestamp() + interval '60 seconds', i.expires_at), guard.asks_for_tests(p_request));
  if o.access = 'read' then
    execute 'set transaction read only';
  end if;
  return guard.answer(i.role_key);
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

revoke all on all functions in schema guard from public;
reset role;
