-- Group accounts. A parent asks, a child agrees: which figures the parent reads, and which roles it may give its people
-- there. What comes of it are ordinary memberships of the child. One level: who has a parent has no children.
set local role berth_guard;

-- Internal: an entry about a link in the trail of one of its sides; the other side is named in it.
create or replace function guard.record_group(p_organization uuid, p_link uuid, p_action text, p_after jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, acting_as, operation,
    record_type, record_id, action, after, request_id, address, agent)
  select p_organization, c.user_id, coalesce(guard.actor_label(c.user_id, c.acting_as), guard.key_label(c.credential_id)),
    c.credential_kind, c.credential_id, c.acting_as, c.operation, 'group_links', p_link, p_action, p_after, c.request_id,
    case when p_organization = c.organization_id then c.address end, case when p_organization = c.organization_id then c.agent end
  from guard.proven() c;
end $$;

-- Internal: both sides of a link get the entry, each with the other's name.
create or replace function guard.record_both(p_link uuid, p_action text, p_after jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare l record;
begin
  select x.parent_id, x.child_id, p.name as parent, g.name as child into strict l
  from guard.group_links x join public.organizations p on p.id = x.parent_id
  left join public.organizations g on g.id = x.child_id where x.id = p_link;
  perform guard.record_group(l.parent_id, p_link, p_action, jsonb_build_object('child', l.child) || p_after);
  perform guard.record_group(l.child_id, p_link, p_action, jsonb_build_object('parent', l.parent) || p_after);
end $$;

-- Internal: tells those who manage the settings of one side.
create or replace function guard.tell_group(p_organization uuid, p_title text, p_body text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.notify_permission(p_organization, 'settings.manage', 'group', p_title, p_body, '/group');
end $$;

-- Internal: one level. Both organizations are held until commit, so that two agreements never pass each other.
create or replace function guard.require_group_depth(p_parent uuid, p_child uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform from public.organizations o where o.id in (p_parent, p_child) order by o.id for no key update;
  perform from public.organizations o where o.id = p_parent and o.state = 'active';
  if not found then
    perform guard.refuse('BE022', 'That organization is not active any more.', 'parent_not_active');
  end if;
  if exists (select from guard.group_links l where l.state = 'active' and l.child_id = p_child) then
    perform guard.refuse('BE022', 'This organization belongs to a group already. Leave that one first.', 'has_parent');
  end if;
  if exists (select from guard.group_links l where l.state = 'active' and l.parent_id = p_child) then
    perform guard.refuse('BE022', 'This organization is the head of a group itself.', 'has_children');
  end if;
  if exists (select from guard.group_links l where l.state = 'active' and l.child_id = p_parent) then
    perform guard.refuse('BE022', 'That organization belongs to a group itself.', 'parent_has_parent');
  end if;
end $$;

-- Internal: what the child lets the parent give, checked as if the acting one gave it: nothing above their own rights.
create or replace function guard.group_ceiling(p_roles text[]) returns bit
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  held bit(256) := guard.givable_rights();
  given bit(256) := repeat('0', 256)::bit(256);
  role text;
begin
  foreach role in array p_roles loop
    perform guard.require_may_give(c.organization_id, held, role);
    given := given | guard.role_rights(c.organization_id, role);
  end loop;
  return given;
end $$;

-- Asks the organization at an address to join. Alike whether there is one.
create or replace function guard.request_group(p_slug text, p_note text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  own record;
  child uuid;
  made uuid := guard.uuid7();
begin
  perform guard.require('settings.manage');
  perform guard.require_feature(c.organization_id, 'groups');
  select o.name, o.slug into strict own from public.organizations o where o.id = c.organization_id for no key update;
  if p_slug = own.slug then
    perform guard.refuse('BE022', 'This is your own organization.', 'self');
  end if;
  if exists (select from guard.group_links l where l.state = 'active' and l.child_id = c.organization_id) then
    perform guard.refuse('BE022', 'Your organization belongs to a group. Only its head asks others.', 'has_parent');
  end if;
  if (select count(*) from guard.group_links l where l.parent_id = c.organization_id and l.state = 'requested') >= 20 then
    perform guard.refuse('BE029', 'Twenty organizations have not answered yet. Withdraw one of those requests first.', 'too_many_requests');
  end if;
  if exists (select from guard.group_links l where l.parent_id = c.organization_id and l.state = 'requested' and l.asked_slug = p_slug) then
    perform guard.refuse('BE009', 'You asked there already.', 'asked_already');
  end if;
  select o.id into child from public.organizations o where o.slug = p_slug and o.state = 'active';
  if exists (select from guard.group_links l where l.parent_id = c.organization_id and l.state = 'active' and l.child_id = child) then
    perform guard.refuse('BE009', 'This organization belongs to your group already.', 'in_group');
  end if;
  insert into guard.group_links (id, parent_id, child_id, asked_slug, note, requested_by_name)
  values (made, c.organization_id, child, p_slug, left(btrim(coalesce(p_note, '')), 300), guard.acting_name());
  perform guard.record_group(c.organization_id, made, 'group_requested', jsonb_build_object('address', p_slug));
  if child is not null then
    perform guard.record_group(child, made, 'group_requested', jsonb_build_object('parent', own.name));
    perform guard.tell_group(child, own.name || ' asks you to join its group',
      'Nothing is shared until one of you agrees, figure by figure.');
  end if;
  return made;
end $$;

-- The child agrees: with a fresh proof, to these figures and these roles.
create or replace function guard.accept_group(p_id uuid, p_figures text[], p_roles text[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  l record;
begin
  perform guard.require('settings.manage');
  perform guard.require_fresh();
  select x.parent_id into l from guard.group_links x where x.id = p_id and x.child_id = c.organization_id and x.state = 'requested';
  if not found then
    perform guard.refuse('BE004', 'There is no such request.');
  end if;
  perform guard.require_group_depth(l.parent_id, c.organization_id);
  update guard.group_links x set state = 'active', accepted_at = clock_timestamp(), accepted_by_name = guard.acting_name(),
    figures = p_figures, role_keys = p_roles, ceiling = guard.group_ceiling(p_roles)
  where x.id = p_id and x.state = 'requested';
  if not found then
    perform guard.refuse('BE022', 'This request was withdrawn or answered meanwhile.', 'request_closed');
  end if;
  perform guard.record_both(p_id, 'group_joined', jsonb_build_object('figures', p_figures, 'roles', p_roles));
  perform guard.tell_group(l.parent_id, (select o.name from public.organizations o where o.id = c.organization_id)
    || ' joined your group', 'You find it on the page of your group.');
end $$;

-- The child changes what it agreed to; what it takes back is closed from the next request on.
create or replace function guard.share_with_group(p_figures text[], p_roles text[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  link uuid;
begin
  perform guard.require('settings.manage');
  perform guard.require_fresh();
  update guard.group_links x set figures = p_figures, role_keys = p_roles, ceiling = guard.group_ceiling(p_roles)
  where x.child_id = c.organization_id and x.state = 'active' returning x.id into link;
  if not found then
    perform guard.refuse('BE022', 'Your organization belongs to no group.', 'no_parent');
  end if;
  perform guard.record_both(link, 'group_shared', jsonb_build_object('figures', p_figures, 'roles', p_roles));
end $$;

-- Either side ends it: the parent withdraws or releases, the child declines or leaves. Memberships stay: they are the
-- child's own.
create or replace function guard.end_group(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  l record;
  how text;
begin
  perform guard.require('settings.manage');
  select x.parent_id, x.child_id, x.state into l from guard.group_links x
  where x.id = p_id and c.organization_id in (x.parent_id, x.child_id) and x.state <> 'ended' for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such link.');
  end if;
  how := case when l.state = 'requested' then case when l.parent_id = c.organization_id then 'withdrawn' else 'declined' end
    when l.parent_id = c.organization_id then 'released' else 'left' end;
  update guard.group_links x set state = 'ended', ended_at = clock_timestamp(), ended_as = how where x.id = p_id;
  if l.child_id is null then
    perform guard.record_group(l.parent_id, p_id, 'group_ended', jsonb_build_object('how', how));
    return;
  end if;
  perform guard.record_both(p_id, 'group_ended', jsonb_build_object('how', how));
  perform guard.tell_group(case when l.parent_id = c.organization_id then l.child_id else l.parent_id end,
    (select o.name from public.organizations o where o.id = c.organization_id) || case how
      when 'withdrawn' then ' withdrew its request' when 'declined' then ' declined your request'
      when 'released' then ' let you out of its group' else ' left your group' end, null);
end $$;

-- Internal: one figure of one organization: a count and nothing else. Of this month as that organization counts it.
create or replace function guard.group_figure(p_organization uuid, p_figure text) returns bigint
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare month timestamptz := (select date_trunc('month', now() at time zone o.time_zone) at time zone o.time_zone
  from public.organizations o where o.id = p_organization);
begin
  return case p_figure
    when 'members' then (select count(*) from public.memberships m where m.organization_id = p_organization and m.status = 'active')
    when 'requests' then (select count(*) from public.registration_requests r
      where r.organization_id = p_organization and r.state = 'pending')
    when 'invitations' then (select count(*) from guard.invitations i where i.organization_id = p_organization
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
    when 'shipments' then (select count(*) from public.shipments s where s.organization_id = p_organization
      and s.created_at >= month and not s.test_mode)
    when 'orders' then (select count(*) from public.orders s where s.organization_id = p_organization
      and s.created_at >= month and not s.test_mode)
  end;
end $$;

-- Internal: names of roles that a child has, in its order.
create or replace function guard.group_roles(p_organization uuid, p_keys text[]) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'name', r.name) order by r.position, r.name), '[]')
    from public.roles r where r.organization_id = p_organization and r.key = any (p_keys));
end $$;

-- The group of the proven organization: its parent and what is shared, its children with the figures that each agreed to,
-- requests on both sides.
create or replace function guard.my_group() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.view');
  return jsonb_build_object(
    'parent', (select jsonb_build_object('id', l.id, 'name', o.name, 'slug', o.slug, 'figures', l.figures,
        'roles', guard.group_roles(l.child_id, l.role_keys), 'since', l.accepted_at, 'accepted_by', l.accepted_by_name)
      from guard.group_links l join public.organizations o on o.id = l.parent_id
      where l.child_id = c.organization_id and l.state = 'active'),
    'asked_us', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', o.name, 'slug', o.slug, 'note', l.note,
        'by', l.requested_by_name, 'at', l.requested_at) order by l.requested_at), '[]')
      from guard.group_links l join public.organizations o on o.id = l.parent_id and o.state = 'active'
      where l.child_id = c.organization_id and l.state = 'requested'),
    'asked', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'slug', l.asked_slug, 'note', l.note,
        'by', l.requested_by_name, 'at', l.requested_at) order by l.requested_at), '[]')
      from guard.group_links l where l.parent_id = c.organization_id and l.state = 'requested'),
    'children', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', o.name, 'slug', o.slug,
        'state', o.state, 'since', l.accepted_at, 'roles', guard.group_roles(l.child_id, l.role_keys),
        'figures', (select coalesce(jsonb_object_agg(f, guard.group_figure(l.child_id, f)), '{}') from unnest(l.figures) f)
      ) order by o.name, o.id), '[]')
      from guard.group_links l join public.organizations o on o.id = l.child_id and o.state in ('active', 'suspended')
      where l.parent_id = c.organization_id and l.state = 'active'));
end $$;

-- Which of a person's organizations stands under which other of theirs, for the switcher.
create or replace function guard.my_groups() returns table (organization_id uuid, parent_id uuid)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2) then return; end if;
  return query select l.child_id, l.parent_id
  from guard.group_links l
  join public.memberships m on m.organization_id = l.child_id and m.user_id = c.user_id and m.status = 'active'
  join public.memberships p on p.organization_id = l.parent_id and p.user_id = c.user_id and p.status = 'active'
  where l.state = 'active';
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.request_group(text, text), guard.accept_group(uuid, text[], text[]),
  guard.share_with_group(text[], text[]), guard.end_group(uuid), guard.my_group(),
  guard.my_groups() to berth_app;
reset role;
