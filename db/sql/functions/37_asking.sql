-- Who can give a permission, and asking them for it.
set local role berth_guard;

-- Internal: the first members who hold a permission of their own and change roles, or flags where it is in one; never the
-- acting one.
create or replace function guard.grantors_of(p_organization uuid, p_permission text)
returns table (membership uuid, name text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare asked record;
begin
  select p.position, p.flag into asked from guard.permissions p where p.key = p_permission;
  if not found then
    return;
  end if;
  return query
  with able as materialized (
    select m.id, m.name, o.position from guard.rights r
    join public.memberships m on m.organization_id = r.organization_id and m.id = r.membership_id
    join public.roles o on o.organization_id = m.organization_id and o.key = m.role_key
    where r.organization_id = p_organization and r.is_open and get_bit(r.permissions, asked.position) = 1
      and (r.permissions & guard.permission_bits(case when asked.flag is null then '{members.set_role}'
        else '{members.set_role,members.set_flags}' end::text[])) <> repeat('0', 256)::bit(256)
      and m.id is distinct from guard.acting_membership()
    order by o.position, lower(m.name) limit 20)
  select a.id, a.name from able a
  where get_bit(guard.own_rights(p_organization, a.id), asked.position) = 1
  order by a.position, lower(a.name);
end $$;

-- {"names", "anybody"}: up to three names, for those who see members.
create or replace function guard.grantors(p_permission text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  names text[];
begin
  perform guard.require('organization.view');
  names := array(select g.name from guard.grantors_of(c.organization_id, p_permission) g limit 3);
  return jsonb_build_object('anybody', cardinality(names) > 0,
    'names', case when guard.holds('members.view') then to_jsonb(names) else '[]' end);
end $$;

-- Tells those who can give a permission that the acting member asks for it; once a day for each. Answers how many where
-- the member sees members anyway, else null.
-- p_words: what the permission allows. p_page: the outside id of the acting member, for the way there.
create or replace function guard.ask_for_permission(p_permission text, p_words text, p_page text) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  m record;
  told uuid[];
begin
  perform guard.require('organization.view');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A member asks for permissions, signed in.', 'members_only');
  end if;
  if not exists (select from guard.permissions p where p.key = p_permission) or guard.holds(p_permission) then
    perform guard.refuse('BE022', 'You hold this permission already.', 'held');
  end if;
  select x.id, x.name into m from public.memberships x
  where x.organization_id = c.organization_id and x.id = c.membership_id for no key update;
  if exists (select from audit.entries e where e.organization_id = c.organization_id and e.record_id = m.id
    and e.action = 'asked' and e.after ->> 'permission' = p_permission and e.at > clock_timestamp() - interval '1 day') then
    perform guard.refuse('BE022', 'You asked for this within the last day. Those who can give it were told.', 'asked_already');
  end if;
  told := array(select g.membership from guard.grantors_of(c.organization_id, p_permission) g);
  if cardinality(told) = 0 then
    perform guard.refuse('BE022', 'Nobody here can give it at the moment.', 'nobody');
  end if;
  perform guard.notify(c.organization_id, told, jsonb_build_object('kind', 'permission.asked',
    'title', m.name || ' asks for a permission',
    'body', left(p_words, 200) || ' (' || p_permission || '). Give it by role or by flag, or leave it.',
    'path', case when p_page ~ '^mem_[0-9a-z]{26}$' then '/members/' || p_page else '/members' end, 'record', m.id));
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    record_id, action, after, request_id, address, agent)
  values (c.organization_id, c.user_id, guard.person_label(c.user_id), c.credential_kind, c.credential_id, c.operation,
    'memberships', m.id, 'asked', jsonb_build_object('permission', p_permission), c.request_id, c.address, c.agent);
  return case when guard.holds('members.view') then cardinality(told) end;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.grantors(text), guard.ask_for_permission(text, text, text) to berth_app;
reset role;
