-- People of a group's head in its children: given memberships, by agreement, and taken back.
set local role berth_guard;

-- Internal: the children that are asked for, each with its role and why people of the parent cannot get it there; null where
-- they can. Links of the parent's group are held.
drop function if exists guard.group_fault(uuid, text);
create or replace function guard.group_targets(p_targets jsonb)
returns table (link uuid, child uuid, name text, role text, role_name text, given bit(256), fault text)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  none constant bit(256) := repeat('0', 256)::bit(256);
  givable constant bit(256) := guard.givable_rights();
begin
  perform from guard.group_links l
  where l.id in (select (x ->> 'link')::uuid from jsonb_array_elements(p_targets) x) and l.parent_id = c.organization_id
  order by l.id for share;
  return query select distinct on (a.link) a.link, l.child_id, o.name, r.key, r.name, g.given,
    case when l.id is null then 'not_in_group' when o.state <> 'active' then 'not_active'
      when r.key is null or r.key <> all (l.role_keys) then 'role_not_agreed'
      when (g.given & ~l.ceiling) <> none then 'role_grew' when (g.given & ~givable) <> none then 'above_own_rights' end
  from (select (x ->> 'link')::uuid as link, x ->> 'role' as role from jsonb_array_elements(p_targets) x) a
  left join guard.group_links l on l.id = a.link and l.parent_id = c.organization_id and l.state = 'active'
  left join public.organizations o on o.id = l.child_id
  left join public.roles r on r.organization_id = l.child_id and r.key = a.role
  left join lateral (select guard.role_rights(r.organization_id, r.key) as given) g on r.key is not null
  order by a.link, a.role;
end $$;

-- Gives people of the parent memberships in children: p_targets [{link, role}]. All of it or nothing; answers for each
-- organization what came of it. A person who belongs already keeps the role they have.
create or replace function guard.assign_in_group(p_members uuid[], p_targets jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  people uuid[];
  targets jsonb;
begin
  perform guard.require('members.invite');
  perform guard.require('members.set_role');
  if guard.acting_membership() = any (p_members) then
    perform guard.refuse('BE022', 'Nobody assigns themselves. Ask another admin.', 'self');
  end if;
  people := array(select m.user_id from public.memberships m
    where m.organization_id = c.organization_id and m.id = any (p_members) and m.status = 'active' order by m.id for share);
  if cardinality(people) <> cardinality(p_members) then
    perform guard.refuse('BE004', 'One of these people is no active member any more.');
  end if;
  select jsonb_agg(to_jsonb(t)) into targets from guard.group_targets(p_targets) t;
  perform guard.require_fresh_for(bit_or(guard.role_rights(t.child, t.role)))
  from jsonb_to_recordset(targets) as t (child uuid, role text, fault text)
  where coalesce(t.fault, 'role_grew') in ('role_grew', 'above_own_rights') having count(*) > 0;
  if exists (select from jsonb_to_recordset(targets) as t (fault text) where t.fault is not null) then
    return (select jsonb_build_object('done', false, 'results', jsonb_agg(
        jsonb_build_object('link', t.link, 'fault', t.fault, 'joined', 0, 'already', 0) order by t.link))
      from jsonb_to_recordset(targets) as t (link uuid, fault text));
  end if;
  return (with asked as (
      select t.* from jsonb_to_recordset(targets) as t (link uuid, child uuid, name text, role text, role_name text)
    ), began as materialized (
      select j.* from (select array_agg(a.child) as children, array_agg(a.role) as roles from asked a) x
      cross join lateral guard.join_many(x.children, people, x.roles, 'group') j
    ), told as materialized (
      select guard.tell_of_assigned(a.link, a.child, a.name, a.role, a.role_name, array_agg(b.membership)) as n, a.link
      from began b join asked a on a.child = b.organization group by a.link, a.child, a.name, a.role, a.role_name
    )
    select jsonb_build_object('done', true, 'results', jsonb_agg(jsonb_build_object('link', a.link, 'fault', null,
        'joined', coalesce(t.n, 0), 'already', cardinality(people) - coalesce(t.n, 0)) order by a.child))
    from asked a left join told t on t.link = a.link);
end $$;

-- Internal: memberships that began now in a child, noted as the parent's, on the parent's record and told to the child's
-- managers. Answers how many.
create or replace function guard.tell_of_assigned(
  p_link uuid, p_child uuid, p_name text, p_role text, p_role_name text, p_memberships uuid[]) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  who text;
begin
  insert into guard.group_assignments (organization_id, membership_id, link_id, user_id, role_name)
  select p_child, m.id, p_link, m.user_id, p_role_name from public.memberships m
  where m.organization_id = p_child and m.id = any (p_memberships);
  perform guard.record_group(c.organization_id, p_link, 'group_assigned',
    jsonb_build_object('child', p_name, 'person', m.name || ' <' || m.email || '>', 'role', p_role))
  from public.memberships m where m.organization_id = p_child and m.id = any (p_memberships);
  select case count(*) when 1 then min(m.name) when 2 then min(m.name) || ' and ' || max(m.name)
    else min(m.name) || ' and ' || count(*) - 1 || ' others' end into who
  from public.memberships m where m.organization_id = p_child and m.id = any (p_memberships);
  perform guard.notify_permission(p_child, 'members.manage', 'member_joined', who || ' joined',
    'Assigned by the head of your group, as ' || p_role_name || '.', '/members');
  return cardinality(p_memberships);
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

-- Internal: memberships of one person that the parent gave in these children, each with why it cannot be taken back any
-- more; null where it can. They are held. What the child made of it since is the child's.
drop function if exists guard.take_back_fault(uuid, uuid);
create or replace function guard.taken_back(p_links uuid[], p_user uuid)
returns table (link uuid, child uuid, name text, membership uuid, role_name text, fault text)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  none constant bit(256) := repeat('0', 256)::bit(256);
  givable constant bit(256) := guard.givable_rights();
begin
  perform from guard.group_links l where l.id = any (p_links) and l.parent_id = c.organization_id order by l.id for share;
  perform from public.memberships m join guard.group_assignments a on a.organization_id = m.organization_id and a.membership_id = m.id
  where a.link_id = any (p_links) and a.user_id = p_user order by m.organization_id for update of m;
  return query select asked.link, l.child_id, o.name, m.id, a.role_name,
    case when l.id is null then 'not_in_group' when o.state <> 'active' then 'not_active' when m.id is null then 'not_assigned'
      when m.role_key = 'owner' then 'is_owner' when (h.held & ~l.ceiling) <> none then 'holds_more'
      when (h.held & ~givable) <> none then 'above_own_rights' end
  from (select distinct x from unnest(p_links) x) as asked (link)
  left join guard.group_links l on l.id = asked.link and l.parent_id = c.organization_id and l.state = 'active'
  left join public.organizations o on o.id = l.child_id
  left join guard.group_assignments a on a.link_id = l.id and a.user_id = p_user
  left join public.memberships m on m.organization_id = a.organization_id and m.id = a.membership_id
  left join lateral (select guard.role_rights(m.organization_id, m.role_key) | guard.flag_rights(m.flags)
    | guard.branch_role_rights(m.organization_id, m.id) as held) h on m.id is not null
  order by l.child_id;
end $$;

-- Internal: ends the keys that memberships made, also where the organization lets keys outlive their makers: who leaves is
-- its own choice, what is taken back is the parent's, and no door of the parent's people stays open. Answers whose ended.
drop function if exists guard.end_keys_of(uuid, uuid);
create or replace function guard.end_keys_of(p_organizations uuid[], p_memberships uuid[]) returns setof uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return query update guard.api_keys k
  set revoked_at = clock_timestamp(), ended_as = 'maker_left', maker_name = coalesce(k.maker_name, m.name)
  from unnest(p_organizations, p_memberships) as x (organization, membership)
  join public.memberships m on m.organization_id = x.organization and m.id = x.membership
  where k.organization_id = m.organization_id and k.created_by = m.id and k.revoked_at is null
  returning m.id;
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
  taken jsonb;
  keys_of uuid[];
  done boolean;
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
  select jsonb_agg(to_jsonb(t)), coalesce(bool_and(t.fault is null), true) into taken, done
  from guard.taken_back(p_links, person.user_id) t;
  if done then
    keys_of := array(select guard.end_keys_of(array_agg(t.child), array_agg(t.membership))
      from jsonb_to_recordset(taken) as t (child uuid, membership uuid));
    delete from public.memberships m using jsonb_to_recordset(taken) as t (child uuid, membership uuid)
    where m.organization_id = t.child and m.id = t.membership;
    perform guard.record_group(c.organization_id, t.link, 'group_taken_back',
        jsonb_build_object('child', t.name, 'person', person.name || ' <' || person.email || '>', 'role', t.role_name)),
      guard.notify_permission(t.child, 'members.manage', 'member_left', person.name || ' is no member any more',
        'The head of your group took the membership back that it gave.' || case k.ended when 0 then ''
          when 1 then ' An API key that they made ended.' else ' ' || k.ended || ' API keys that they made ended.' end, '/members')
    from jsonb_to_recordset(taken) as t (link uuid, child uuid, name text, membership uuid, role_name text)
    cross join lateral (select count(*) as ended from unnest(keys_of) x where x = t.membership) k;
  end if;
  return (select jsonb_build_object('done', done, 'results', coalesce(jsonb_agg(
      jsonb_build_object('link', t.link, 'fault', t.fault) order by t.link), '[]'))
    from jsonb_to_recordset(taken) as t (link uuid, fault text));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.assign_in_group(uuid[], jsonb), guard.assigned_in_group(uuid[]),
  guard.take_back_in_group(uuid, uuid[]) to berth_app;
reset role;
