-- Roles of an organization's own beyond what row triggers hold (30_rights.sql), and the ladder.
set local role berth_guard;

-- On: a dispatcher holds all that a driver holds. The inheritance row recomputes everybody's rights in this transaction.
create or replace function guard.set_strict_ladder(p_strict boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('roles.manage');
  perform 1 from public.organizations where id = c.organization_id for no key update;
  perform guard.require_covers(guard.givable_rights(),
    guard.role_rights(c.organization_id, 'driver') | guard.role_rights(c.organization_id, 'dispatcher'));
  update public.organizations set strict_ladder = p_strict, updated_at = clock_timestamp()
  where id = c.organization_id and strict_ladder <> p_strict;
  if p_strict then
    insert into public.role_inheritance (organization_id, role_key, inherits_key)
    values (c.organization_id, 'dispatcher', 'driver')
    on conflict (organization_id, role_key, inherits_key) do nothing;
  else
    delete from public.role_inheritance
    where organization_id = c.organization_id and role_key = 'dispatcher' and inherits_key = 'driver';
  end if;
end $$;

-- Deletes a role. Its holders and those who were invited or approved into it get the replacement; what has ended keeps
-- no role. Nobody takes from a member who holds more than they do, nor replaces their own role.
create or replace function guard.delete_role(p_key text, p_replacement text) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  giver bit(256);
  r record;
  heirs text;
  holders int;
begin
  perform guard.require('roles.manage');
  -- As every change of a role, so that nobody is given it meanwhile.
  perform 1 from public.organizations where id = c.organization_id for no key update;
  select key, name, built_in into r from public.roles where organization_id = c.organization_id and key = p_key for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such role.', 'role_unknown');
  end if;
  if r.built_in then
    perform guard.refuse('BE022', 'Built-in roles are locked. They cannot be deleted.', 'built_in');
  end if;
  giver := guard.givable_rights();
  perform guard.require_covers(giver, guard.role_rights(c.organization_id, p_key));
  select string_agg(x.name, ', ' order by x.name) into heirs from public.role_inheritance i
  join public.roles x on x.organization_id = i.organization_id and x.key = i.role_key
  where i.organization_id = c.organization_id and i.inherits_key = p_key;
  if heirs is not null then
    perform guard.refuse('BE022', 'It is inherited by ' || heirs || '. Change that first.', 'role_inherited');
  end if;
  if exists (select from public.organizations where id = c.organization_id and default_role_key = p_key) then
    perform guard.refuse('BE022', 'New members get this role. Choose another one for them in the settings first.', 'role_default');
  end if;
  update guard.invitations set role_key = null where organization_id = c.organization_id and role_key = p_key
    and (accepted_at is not null or revoked_at is not null or expires_at <= clock_timestamp());
  update public.registration_requests set role_key = null where organization_id = c.organization_id and role_key = p_key
    and (joined_at is not null or state <> 'approved');
  select count(*) into holders from public.memberships m where m.organization_id = c.organization_id and (m.role_key = p_key
    or exists (select from public.membership_branches g where g.organization_id = m.organization_id
      and g.membership_id = m.id and g.role_key = p_key));
  if p_replacement is null or p_replacement = p_key then
    if holders > 0 then
      perform guard.refuse('BE022', r.name || ' is held. Choose the role that its members get instead.', 'role_held');
    end if;
    if exists (select from guard.invitations where organization_id = c.organization_id and role_key = p_key)
      or exists (select from public.registration_requests where organization_id = c.organization_id and role_key = p_key) then
      perform guard.refuse('BE022', 'Somebody is on the way into ' || r.name || '. Choose the role that they get instead.', 'role_held');
    end if;
  else
    perform guard.require_may_give(c.organization_id, giver, p_replacement);
    perform guard.require_fresh_for(guard.role_rights(c.organization_id, p_replacement));
    if holders > 0 then
      perform guard.require('members.set_role');
      if exists (select from public.memberships where organization_id = c.organization_id and role_key = p_key
          and id = guard.acting_membership())
        or exists (select from public.membership_branches where organization_id = c.organization_id and role_key = p_key
          and membership_id = guard.acting_membership()) then
        perform guard.refuse('BE022', 'You hold this role yourself. Ask another admin.', 'self');
      end if;
      perform guard.require_covers(giver, (select coalesce(bit_or(guard.flag_rights(f.flags)), repeat('0', 256)::bit(256))
        from (select distinct flags from public.memberships where organization_id = c.organization_id and role_key = p_key) f));
      update public.memberships set role_key = p_replacement, updated_at = clock_timestamp()
      where organization_id = c.organization_id and role_key = p_key;
      update public.membership_branches set role_key = p_replacement
      where organization_id = c.organization_id and role_key = p_key;
    end if;
    update guard.invitations set role_key = p_replacement where organization_id = c.organization_id and role_key = p_key;
    update public.registration_requests set role_key = p_replacement
    where organization_id = c.organization_id and role_key = p_key;
  end if;
  delete from public.roles where organization_id = c.organization_id and key = p_key;
  return holders;
end $$;

-- The acting organization's roles in their order, [key, name, description, position, own permissions] each, words apart by spaces,
-- who inherits whom, "role inherited" apart by commas, and what the plan withholds from all: {"roles", "inherits", "withheld"}. One
-- door, as a page that shows members asks on every call, and under the policies each table would ask the fence anew.
create or replace function guard.role_book() returns json
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare o uuid := guard.organization_id();
begin
  return (
    select json_build_object('withheld', array_to_string(guard.withheld_of(o), ' '),
      'inherits', coalesce((select string_agg(i.role_key || ' ' || i.inherits_key, ',')
        from public.role_inheritance i where i.organization_id = o), ''),
      'roles', coalesce(json_agg(json_build_array(r.key, r.name, r.description, r.position, array_to_string(r.permissions, ' '))
        order by r.position, r.name), '[]'))
    from public.roles r where r.organization_id = o);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.set_strict_ladder(boolean), guard.delete_role(text, text), guard.role_book() to berth_app;
reset role;
