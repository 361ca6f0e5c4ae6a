-- What a member holds in each branch. A member is of all branches or of some, each with the branches below it; a role of
-- its own in a branch takes the place of the member's role there. Rights of the whole organization (members, settings ...)
-- follow the member's role alone.
set local role berth_guard;

-- Records that no branch owns, among the branches of a member.
create or replace function guard.no_branch() returns uuid
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

create or replace function guard.by_branch() returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce((select bit_or(guard.permission_bit(position)) from guard.permissions where by_branch),
    repeat('0', 256)::bit(256));
end $$;

-- The role of a member in each branch, from the top of the tree down: what is given nearest above holds.
create or replace function guard.branch_roles(p_organization uuid, p_membership uuid)
returns table (branch uuid, role text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  with recursive person as (
    select m.role_key, case when m.all_branches then m.role_key end as elsewhere from public.memberships m
    where m.organization_id = p_organization and m.id = p_membership),
  given as (
    select g.branch_id, coalesce(g.role_key, p.role_key) as role_key from public.membership_branches g, person p
    where g.organization_id = p_organization and g.membership_id = p_membership),
  tree as (
    select b.id, coalesce(g.role_key, p.elsewhere) as role_key
    from public.branches b cross join person p left join given g on g.branch_id = b.id
    where b.organization_id = p_organization and b.parent_id is null
    union all
    select b.id, coalesce(g.role_key, t.role_key)
    from tree t join public.branches b on b.organization_id = p_organization and b.parent_id = t.id
    left join given g on g.branch_id = b.id)
  select t.id, t.role_key from tree t where t.role_key is not null
  union all
  select guard.no_branch(), p.elsewhere from person p where p.elsewhere is not null;
end $$;

-- What follows for a member's records, branch by branch.
create or replace function guard.rights_by_branch(p_organization uuid, p_membership uuid)
returns table (branch uuid, role text, rights bit(256))
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  with held as materialized (select * from guard.branch_roles(p_organization, p_membership)),
  closures as materialized (
    select d.role, guard.role_rights(p_organization, d.role) as rights from (select distinct h.role from held h) d)
  select h.branch, h.role, ((c.rights | guard.flag_rights(m.flags)) & guard.by_branch() & guard.plan_rights(p_organization))::bit(256)
  from held h join closures c on c.role = h.role
  join public.memberships m on m.organization_id = p_organization and m.id = p_membership and m.status = 'active';
end $$;

-- Whether a member's rights differ by branch.
create or replace function guard.is_limited(p_organization uuid, p_membership uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce((select not m.all_branches or exists (select from public.membership_branches g
      where g.organization_id = m.organization_id and g.membership_id = m.id and g.role_key <> m.role_key)
    from public.memberships m where m.organization_id = p_organization and m.id = p_membership), false);
end $$;

-- Internal, for guard.set_context: whether whoever acts is limited; a key is as its maker is.
create or replace function guard.is_limited_now(p_organization uuid, p_membership uuid, p_credential uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce((select r.limited from guard.rights r where r.organization_id = p_organization
    and r.membership_id = coalesce(p_membership, (select k.created_by from guard.api_keys k
      where k.organization_id = p_organization and k.id = p_credential))), false);
end $$;

-- What is left of a member's own rights: those of the whole organization, and those on records that hold in any branch.
create or replace function guard.rights_anywhere(p_organization uuid, p_membership uuid, p_own bit) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if not guard.is_limited(p_organization, p_membership) then
    return p_own;
  end if;
  return p_own & ~guard.by_branch()
    | coalesce((select bit_or(rights) from guard.rights_by_branch(p_organization, p_membership)), repeat('0', 256)::bit(256));
end $$;

-- Branches with all below them.
create or replace function guard.with_branches_below(p_organization uuid, p_branches uuid[]) returns uuid[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return array(
    with recursive tree as (
      select b.id from public.branches b where b.organization_id = p_organization and b.id = any (p_branches)
      union
      select b.id from tree t join public.branches b on b.organization_id = p_organization and b.parent_id = t.id)
    select id from tree);
end $$;

-- What a member holds of their own in every one of these branches; null: everywhere, in records of no branch too. Of no
-- branches at all: what they hold in any.
create or replace function guard.own_rights_in(p_organization uuid, p_membership uuid, p_branches uuid[]) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  own bit(256) := guard.own_rights(p_organization, p_membership);
  wanted uuid[];
begin
  if own is null or not guard.is_limited(p_organization, p_membership) then
    return own;
  end if;
  wanted := case when p_branches is null
    then array(select b.id from public.branches b where b.organization_id = p_organization) || guard.no_branch()
    else guard.with_branches_below(p_organization, p_branches) end;
  if cardinality(wanted) = 0 then
    return guard.rights_anywhere(p_organization, p_membership, own);
  end if;
  return own & ~guard.by_branch() | (
    select bit_and(coalesce(r.rights, repeat('0', 256)::bit(256)))
    from unnest(wanted) w (branch) left join guard.rights_by_branch(p_organization, p_membership) r on r.branch = w.branch);
end $$;

-- Where a membership holds by its role: null for everywhere.
create or replace function guard.branches_of(p_organization uuid, p_membership uuid) returns uuid[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select case when not m.all_branches then array(select g.branch_id from public.membership_branches g
      where g.organization_id = m.organization_id and g.membership_id = m.id) end
    from public.memberships m where m.organization_id = p_organization and m.id = p_membership);
end $$;

-- What roles of their own give a member in branches.
create or replace function guard.branch_role_rights(p_organization uuid, p_membership uuid) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce((select bit_or(guard.role_rights(g.organization_id, g.role_key)) & guard.by_branch()
    from public.membership_branches g where g.organization_id = p_organization and g.membership_id = p_membership
      and g.role_key is not null), repeat('0', 256)::bit(256));
end $$;

-- Internal, of guard.store_rights: the rows that the policies ask. Answers whether the member is limited.
create or replace function guard.store_branch_rights(p_organization uuid, p_membership uuid) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from guard.branch_rights b where b.organization_id = p_organization and b.membership_id = p_membership;
  if not guard.is_limited(p_organization, p_membership) then
    return false;
  end if;
  insert into guard.branch_rights (organization_id, membership_id, branch_id, permissions)
  select p_organization, p_membership, r.branch, r.rights from guard.rights_by_branch(p_organization, p_membership) r;
  return true;
end $$;

-- The branches in which a member holds a permission on records, among them guard.no_branch(); null: in all of them.
-- Reads what the policies read.
create or replace function guard.branches_holding(p_organization uuid, p_membership uuid, p_position int) returns uuid[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select case when r.limited then array(select b.branch_id from guard.branch_rights b
      where b.organization_id = r.organization_id and b.membership_id = r.membership_id
        and get_bit(b.permissions | guard.lent_by_branch(r.organization_id, r.membership_id), p_position) = 1
      order by b.branch_id) end
    from guard.rights r where r.organization_id = p_organization and r.membership_id = p_membership);
end $$;

-- Internal: what is lent to a limited member now: it holds wherever they are.
create or replace function guard.lent_by_branch(p_organization uuid, p_membership uuid) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from guard.rights r where r.organization_id = p_organization and r.membership_id = p_membership
    and r.valid_until is not null) then
    return guard.lent_rights(p_organization, p_membership) & guard.by_branch() & guard.plan_rights(p_organization);
  end if;
  return repeat('0', 256)::bit(256);
end $$;

revoke all on all functions in schema guard from public;
reset role;
