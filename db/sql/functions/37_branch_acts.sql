-- Acts on branches: placing members, and those who get in; archiving and opening again.
set local role berth_guard;

-- Says where a member belongs: everywhere, or in these branches with all below them; beside each branch a role of its
-- own, or null for the member's. Whoever says so holds in each of these branches what the member gets there, and held
-- where the member was what the member had.
create or replace function guard.set_branches(p_membership uuid, p_everywhere boolean, p_branches uuid[], p_roles text[])
returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  m record;
  g record;
  of_member bit(256);
begin
  perform guard.require('branches.manage');
  perform 1 from public.organizations where id = c.organization_id for share;
  select * into m from public.memberships where organization_id = c.organization_id and id = p_membership for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.', 'member_unknown');
  end if;
  if m.role_key = 'owner' then
    perform guard.refuse('BE022', 'The owner is of all branches. Transfer ownership first.', 'owner_protected');
  end if;
  if m.id = guard.acting_membership() or m.user_id = c.user_id then
    perform guard.refuse('BE022', 'You cannot change your own membership.', 'self');
  end if;
  of_member := guard.role_rights(c.organization_id, m.role_key) | guard.flag_rights(m.flags);
  perform guard.require_covers(guard.givable_rights_in(guard.branches_of(c.organization_id, m.id)),
    of_member | guard.branch_role_rights(c.organization_id, m.id));
  if cardinality(p_branches) <> cardinality(p_roles) or cardinality(p_branches) > 500
    or cardinality(p_branches) <> (select count(distinct b) from unnest(p_branches) b) then
    perform guard.refuse('BE022', 'Name each branch once.', 'branches_wrong');
  end if;
  for g in select w.branch, w.role, b.id as found, r.key as known
    from unnest(p_branches, p_roles) w (branch, role)
    left join public.branches b on b.organization_id = c.organization_id and b.id = w.branch and b.archived_at is null
      and guard.is_of_branch(b.id)
    left join public.roles r on r.organization_id = c.organization_id and r.key = w.role loop
    if g.found is null then
      perform guard.refuse('BE022', 'There is no such branch.', 'branch_unknown');
    end if;
    if g.role is not null then
      if g.known is null or g.role = 'owner' then
        perform guard.refuse('BE022', 'There is no such role.', 'role_unknown');
      end if;
      perform guard.require('members.set_role');
      perform guard.require_covers(guard.givable_rights_in(array[g.branch]),
        guard.role_rights(c.organization_id, g.role) & guard.by_branch());
      perform guard.require_fresh_for(guard.role_rights(c.organization_id, g.role));
    end if;
  end loop;
  perform guard.require_covers(guard.givable_rights_in(case when not p_everywhere then p_branches end), of_member);
  perform guard.place_member(c.organization_id, m.id, p_everywhere, p_branches, p_roles);
end $$;

-- Internal: writes down where a member belongs, no more than what differs. Null branches: everywhere.
create or replace function guard.place_member(
  p_organization uuid, p_membership uuid, p_everywhere boolean, p_branches uuid[], p_roles text[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.membership_branches g where g.organization_id = p_organization and g.membership_id = p_membership
    and not exists (select from unnest(p_branches, p_roles) w (branch, role)
      where w.branch = g.branch_id and w.role is not distinct from g.role_key);
  insert into public.membership_branches (organization_id, id, membership_id, branch_id, role_key)
  select p_organization, guard.uuid7(), p_membership, w.branch, w.role from unnest(p_branches, p_roles) w (branch, role)
  on conflict (organization_id, membership_id, branch_id) do nothing;
  update public.memberships set all_branches = p_everywhere, updated_at = clock_timestamp()
  where organization_id = p_organization and id = p_membership and all_branches <> p_everywhere;
end $$;

-- Internal: the branches that somebody who gets in is given are those of whoever lets them in; null names none.
create or replace function guard.require_own_branches(p_branches uuid[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if (select count(*) from public.branches b where b.organization_id = c.organization_id and b.id = any (p_branches)
      and b.archived_at is null and guard.is_of_branch(b.id)) <> coalesce(cardinality(p_branches), 0) then
    perform guard.refuse('BE022', 'There is no such branch.', 'branch_unknown');
  end if;
end $$;

-- Internal: chosen branches as the acting one may know them; null where none was chosen.
create or replace function guard.branches_shown(p_branches uuid[]) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  return (select case when p_branches is not null then coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name)
      order by b.name), '[]') end
    from public.branches b where b.organization_id = c.organization_id and b.id = any (p_branches) and guard.is_of_branch(b.id));
end $$;

-- Internal: their names, for somebody who is let into them.
create or replace function guard.branch_names(p_organization uuid, p_branches uuid[]) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(jsonb_agg(b.name order by b.name), '[]') from public.branches b
    where b.organization_id = p_organization and b.id = any (p_branches) and b.archived_at is null);
end $$;

-- Internal: chosen branches once one of them went into another.
create or replace function guard.branches_after(p_branches uuid[], p_closed uuid, p_into uuid) returns uuid[]
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
  return array(select distinct b from unnest(array_replace(p_branches, p_closed, p_into)) b);
end $$;

-- Closes a branch: its records and members go to another one, in this transaction; with nowhere to go it must be empty.
create or replace function guard.archive_branch(p_branch uuid, p_into uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('branches.manage');
  perform 1 from public.organizations where id = c.organization_id for no key update;
  perform 1 from public.branches where organization_id = c.organization_id and id = p_branch and archived_at is null for update;
  if not found or not guard.is_of_branch(p_branch) then
    perform guard.refuse('BE004', 'There is no such branch.', 'branch_unknown');
  end if;
  perform guard.require_everywhere('branches.manage');
  if exists (select from public.branches where organization_id = c.organization_id and parent_id = p_branch and archived_at is null) then
    perform guard.refuse('BE022', 'Archive or move the branches below it first.', 'branches_below');
  end if;
  if p_into is null then
    if exists (select from public.shipments where organization_id = c.organization_id and branch_id = p_branch)
      or exists (select from public.orders where organization_id = c.organization_id and branch_id = p_branch)
      or exists (select from public.assets where organization_id = c.organization_id and branch_id = p_branch)
      or exists (select from public.customers where organization_id = c.organization_id and branch_id = p_branch)
      or exists (select from public.membership_branches where organization_id = c.organization_id and branch_id = p_branch) then
      perform guard.refuse('BE022', 'It still has records or members. Choose the branch that they go to.', 'branch_in_use');
    end if;
  else
    perform 1 from public.branches where organization_id = c.organization_id and id = p_into and id <> p_branch
      and archived_at is null for share;
    if not found then
      perform guard.refuse('BE022', 'There is no such branch.', 'branch_unknown');
    end if;
    update public.shipments set branch_id = p_into where organization_id = c.organization_id and branch_id = p_branch;
    update public.orders set branch_id = p_into where organization_id = c.organization_id and branch_id = p_branch;
    update public.assets set branch_id = p_into where organization_id = c.organization_id and branch_id = p_branch;
    update public.customers set branch_id = p_into where organization_id = c.organization_id and branch_id = p_branch;
    update guard.invitations set branch_ids = guard.branches_after(branch_ids, p_branch, p_into)
    where organization_id = c.organization_id and p_branch = any (branch_ids) and accepted_at is null and revoked_at is null;
    update public.registration_requests set branch_ids = guard.branches_after(branch_ids, p_branch, p_into)
    where organization_id = c.organization_id and p_branch = any (branch_ids) and joined_at is null;
    delete from public.membership_branches g where g.organization_id = c.organization_id and g.branch_id = p_branch
      and exists (select from public.membership_branches o where o.organization_id = g.organization_id
        and o.membership_id = g.membership_id and o.branch_id = p_into);
    -- A role of its own was for that branch. In the other one it would give what nobody decided: the member's role holds.
    update public.membership_branches set branch_id = p_into, role_key = null
    where organization_id = c.organization_id and branch_id = p_branch;
  end if;
  update public.branches set archived_at = clock_timestamp(), manager_id = null, updated_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_branch;
end $$;

create or replace function guard.restore_branch(p_branch uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('branches.manage');
  update public.branches set archived_at = null, updated_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_branch and archived_at is not null and guard.is_of_branch(id);
  if not found then
    perform guard.refuse('BE004', 'There is no such branch.', 'branch_unknown');
  end if;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.set_branches(uuid, boolean, uuid[], text[]), guard.archive_branch(uuid, uuid),
  guard.restore_branch(uuid) to berth_app;
reset role;
