-- People of a group's head in its children: given memberships, by agreement, and taken back.
set local role berth_guard;

-- Internal: why people of the parent cannot get this role in this child; null where they can. The link is held.
create or replace function guard.group_fault(p_link uuid, p_role text) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  l record;
  given bit(256);
begin
  select x.child_id, x.role_keys, x.ceiling, o.state into l
  from guard.group_links x join public.organizations o on o.id = x.child_id
  where x.id = p_link and x.parent_id = c.organization_id and x.state = 'active' for share of x;
  if not found then
    return 'not_in_group';
  end if;
  if l.state <> 'active' then
    return 'not_active';
  end if;
  if p_role <> all (l.role_keys) or not exists (select from public.roles r where r.organization_id = l.child_id and r.key = p_role) then
    return 'role_not_agreed';
  end if;
  given := guard.role_rights(l.child_id, p_role);
  perform guard.require_fresh_for(given);
  return case when (given & ~l.ceiling) <> repeat('0', 256)::bit(256) then 'role_grew'
    when (given & ~guard.givable_rights()) <> repeat('0', 256)::bit(256) then 'above_own_rights' end;
end $$;

-- Gives people of the parent memberships in children: p_targets [{link, role}]. All of it or nothing; answers for each
-- organization what came of it. A person who belongs already keeps the role they have.
create or replace function guard.assign_in_group(p_members uuid[], p_targets jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  person record;
  t record;
  fault text;
  faults boolean := false;
  results jsonb := '[]';
  joined uuid;
  child_name text;
begin
  perform guard.require('members.invite');
  perform guard.require('members.set_role');
  if guard.acting_membership() = any (p_members) then
    perform guard.refuse('BE022', 'Nobody assigns themselves. Ask another admin.', 'self');
  end if;
  if (select count(*) from (select from public.memberships m where m.organization_id = c.organization_id
      and m.id = any (p_members) and m.status = 'active' for share) found) <> cardinality(p_members) then
    perform guard.refuse('BE004', 'One of these people is no active member any more.');
  end if;
  for t in select (x ->> 'link')::uuid as link, x ->> 'role' as role from jsonb_array_elements(p_targets) x order by 1 loop
    fault := guard.group_fault(t.link, t.role);
    faults := faults or fault is not null;
    results := results || jsonb_build_object('link', t.link, 'fault', fault, 'joined', 0, 'already', 0);
  end loop;
  if faults then
    return jsonb_build_object('done', false, 'results', results);
  end if;
  results := '[]';
  for t in select l.id as link, l.child_id, x ->> 'role' as role, o.name
    from jsonb_array_elements(p_targets) x
    join guard.group_links l on l.id = (x ->> 'link')::uuid
    join public.organizations o on o.id = l.child_id order by l.child_id
  loop
    results := results || jsonb_build_object('link', t.link, 'fault', null, 'joined', 0, 'already', 0);
    for person in select m.user_id, m.name, m.email from public.memberships m
      where m.organization_id = c.organization_id and m.id = any (p_members) order by m.user_id
    loop
      joined := guard.join(t.child_id, person.user_id, t.role, 'group', null);
      results := jsonb_set(results, array['-1', case when joined is null then 'already' else 'joined' end],
        to_jsonb((results -> -1 ->> case when joined is null then 'already' else 'joined' end)::int + 1));
      if joined is not null then
        insert into guard.group_assignments (organization_id, membership_id, link_id, user_id, role_name)
        select t.child_id, joined, t.link, person.user_id, r.name from public.roles r
        where r.organization_id = t.child_id and r.key = t.role;
        perform guard.record_group(c.organization_id, t.link, 'group_assigned',
          jsonb_build_object('child', t.name, 'person', person.name || ' <' || person.email || '>', 'role', t.role));
        perform guard.notify_permission(t.child_id, 'members.manage', 'member_joined', person.name || ' joined',
          'Assigned by the head of your group, as ' || (select r.name from public.roles r
            where r.organization_id = t.child_id and r.key = t.role) || '.', '/members');
      end if;
    end loop;
  end loop;
  return jsonb_build_object('done', true, 'results', results);
end $$;

-- Which people of the parent it assigned where, as far as they are there still: [{member, link, role}].
create or replace function guard.assigned_in_group(p_members uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.view');
  return (select coalesce(jsonb_agg(jsonb_build_object('member', m.id, 'link', a.link_id, 'name', o.name, 'role', a.role_name)
      order by o.name, o.id), '[]')
    from public.memberships m
    join guard.group_links l on l.parent_id = m.organization_id and l.state = 'active'
    join guard.group_assignments a on a.link_id = l.id and a.user_id = m.user_id
    join public.organizations o on o.id = l.child_id
    where m.organization_id = c.organization_id and m.id = any (p_members));
end $$;

-- Internal: why a membership that the parent gave cannot be taken back any more; null where it can. It is held. What the
-- child made of it since is the child's.
create or replace function guard.take_back_fault(p_link uuid, p_user uuid) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  l record;
  m record;
  held bit(256);
begin
  select x.child_id, x.ceiling, o.state into l from guard.group_links x join public.organizations o on o.id = x.child_id
  where x.id = p_link and x.parent_id = c.organization_id and x.state = 'active' for share of x;
  if not found then
    return 'not_in_group';
  end if;
  if l.state <> 'active' then
    return 'not_active';
  end if;
  select n.id, n.role_key, n.flags into m from public.memberships n
  join guard.group_assignments a on a.organization_id = n.organization_id and a.membership_id = n.id
  where n.organization_id = l.child_id and n.user_id = p_user and a.link_id = p_link for update of n;
  if not found then
    return 'not_assigned';
  end if;
  held := guard.role_rights(l.child_id, m.role_key) | guard.flag_rights(m.flags) | guard.branch_role_rights(l.child_id, m.id);
  return case when m.role_key = 'owner' then 'is_owner'
    when (held & ~l.ceiling) <> repeat('0', 256)::bit(256) then 'holds_more'
    when (held & ~guard.givable_rights()) <> repeat('0', 256)::bit(256) then 'above_own_rights' end;
end $$;

-- Internal: ends the keys that a membership made, also where the organization lets keys outlive their makers: who leaves is
-- its own choice, what is taken back is the parent's, and no door of the parent's people stays open. Answers how many.
create or replace function guard.end_keys_of(p_organization uuid, p_membership uuid) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare ended int;
begin
  update guard.api_keys k set revoked_at = clock_timestamp(), ended_as = 'maker_left', maker_name = coalesce(k.maker_name, m.name)
  from public.memberships m
  where k.organization_id = p_organization and k.created_by = p_membership and k.revoked_at is null
    and m.organization_id = k.organization_id and m.id = k.created_by;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- Takes memberships in children back that the parent gave to one of its people, and ends the keys that they made there. All
-- of them or none; answers for each organization what came of it.
create or replace function guard.take_back_in_group(p_member uuid, p_links uuid[]) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  person record;
  t record;
  fault text;
  faults boolean := false;
  results jsonb := '[]';
  ended int;
begin
  perform guard.require('members.manage');
  if p_member = guard.acting_membership() then
    perform guard.refuse('BE022', 'Nobody takes from themselves. Ask another admin.', 'self');
  end if;
  select m.user_id, m.name, m.email into person from public.memberships m
  where m.organization_id = c.organization_id and m.id = p_member;
  if not found or person.user_id = c.user_id then
    perform guard.refuse('BE004', 'There is no such member.', 'member_unknown');
  end if;
  for t in select distinct l.link from unnest(p_links) l (link) order by 1 loop
    fault := guard.take_back_fault(t.link, person.user_id);
    faults := faults or fault is not null;
    results := results || jsonb_build_object('link', t.link, 'fault', fault);
  end loop;
  if faults then
    return jsonb_build_object('done', false, 'results', results);
  end if;
  for t in select l.id as link, l.child_id, o.name, a.membership_id, a.role_name
    from guard.group_links l join public.organizations o on o.id = l.child_id
    join guard.group_assignments a on a.link_id = l.id and a.user_id = person.user_id
    where l.id = any (p_links) order by l.child_id
  loop
    ended := guard.end_keys_of(t.child_id, t.membership_id);
    delete from public.memberships where organization_id = t.child_id and id = t.membership_id;
    perform guard.record_group(c.organization_id, t.link, 'group_taken_back',
      jsonb_build_object('child', t.name, 'person', person.name || ' <' || person.email || '>', 'role', t.role_name));
    perform guard.notify_permission(t.child_id, 'members.manage', 'member_left', person.name || ' is no member any more',
      'The head of your group took the membership back that it gave.' || case when ended = 0 then ''
        when ended = 1 then ' An API key that they made ended.' else ' ' || ended || ' API keys that they made ended.' end,
      '/members');
  end loop;
  return jsonb_build_object('done', true, 'results', results);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.assign_in_group(uuid[], jsonb), guard.assigned_in_group(uuid[]),
  guard.take_back_in_group(uuid, uuid[]) to berth_app;
reset role;
