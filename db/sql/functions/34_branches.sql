-- Branches: what a member holds in each, and the scope that the policies of branch-bound tables ask for. A member is of
-- all branches or of some, each with the branches below it; a role of its own in a branch takes the place of the
-- member's role there. Rights of the whole organization (members, settings ...) follow the member's role alone.
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
  select h.branch, h.role, ((c.rights | guard.flag_rights(m.flags)) & guard.by_branch())::bit(256)
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

-- Internal: the membership by which the proven context is limited; null where it is not. Proves the context itself.
create or replace function guard.limited_membership(out organization uuid, out membership uuid)
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare s text := current_setting('berth.context', true);
begin
  perform from guard.secrets where guard.holds(mac_key, s);
  if not found then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  if substr(s, 71, 1) = '1' then
    organization := substr(s, 73, 32);
    membership := case when substr(s, 72, 1) <> '6' then substr(s, 153, 32)::uuid else (select k.created_by
      from guard.api_keys k where k.organization_id = substr(s, 73, 32)::uuid and k.id = substr(s, 185, 32)::uuid) end;
  end if;
end $$;

-- Internal: what is lent to a limited member now: it holds wherever they are.
create or replace function guard.lent_by_branch(p_organization uuid, p_membership uuid) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from guard.rights r where r.organization_id = p_organization and r.membership_id = p_membership
    and r.valid_until is not null) then
    return guard.lent_rights(p_organization, p_membership) & guard.by_branch();
  end if;
  return repeat('0', 256)::bit(256);
end $$;

-- For the policies: whether a row of this branch may be seen by whoever acts. Beside the permission to view counts the
-- operation's own where it is about the same kind of record, so that what somebody may make can be answered to them.
create or replace function guard.in_branch(p_branch uuid, p_permission text) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  return l.membership is null or exists (
    select from guard.branch_rights b
    join guard.permissions p on get_bit(b.permissions | guard.lent_by_branch(l.organization, l.membership), p.position) = 1
    where b.organization_id = l.organization and b.membership_id = l.membership
      and b.branch_id = coalesce(p_branch, guard.no_branch())
      and (p.key = p_permission
        or p.key = guard.operation_permission() and split_part(p.key, '.', 1) = split_part(p_permission, '.', 1)));
end $$;

-- As guard.in_branch, where records of no branch are shared with everybody who may view in any branch.
create or replace function guard.in_branch_or_shared(p_branch uuid, p_permission text) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record;
begin
  if p_branch is not null then
    return guard.in_branch(p_branch, p_permission);
  end if;
  l := guard.limited_membership();
  return l.membership is null or exists (
    select from guard.branch_rights b join guard.permissions p on p.key = p_permission
    where b.organization_id = l.organization and b.membership_id = l.membership
      and get_bit(b.permissions | guard.lent_by_branch(l.organization, l.membership), p.position) = 1);
end $$;

-- For the policies: whether whoever acts may write a row of this branch: by the operation's permission where that is
-- one on records, else by the table's own.
create or replace function guard.may_act_in_branch(p_branch uuid, p_permission text) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  return l.membership is null or exists (
    select from guard.branch_rights b join guard.permissions p
      on p.key = coalesce((select q.key from guard.permissions q where q.key = guard.operation_permission() and q.by_branch),
        p_permission)
    where b.organization_id = l.organization and b.membership_id = l.membership
      and b.branch_id = coalesce(p_branch, guard.no_branch())
      and get_bit(b.permissions | guard.lent_by_branch(l.organization, l.membership), p.position) = 1);
end $$;

-- For the policies of the branches themselves: whether whoever acts is of a branch, with whatever rights. The branch of
-- no branch is for those who are everywhere.
create or replace function guard.is_of_branch(p_branch uuid) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  return l.membership is null or exists (select from guard.branch_rights b where b.organization_id = l.organization
    and b.membership_id = l.membership and b.branch_id = coalesce(p_branch, guard.no_branch()));
end $$;

-- Internal: the permission of the operation of the proven context.
create or replace function guard.operation_permission() returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select o.permission from guard.proven() c join guard.operations o on o.name = c.operation);
end $$;

-- For explicit conditions of lists, so that an index by branch can answer them: the branches in which whoever acts holds
-- a permission, with guard.no_branch(); null: all.
create or replace function guard.branch_scope(p_permission text) returns uuid[]
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  if l.membership is null then
    return null;
  end if;
  return guard.branches_holding(l.organization, l.membership, (select position from guard.permissions where key = p_permission));
end $$;

-- After a branch was made, moved or removed: what limited members hold in it.
create or replace function guard.refresh_branch_rights() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.organizations where id in (select organization_id from changed) order by id for no key update;
  perform guard.store_rights(r.organization_id, r.membership_id) from guard.rights r
  where r.limited and r.organization_id in (select organization_id from changed);
  return null;
end $$;

-- After the branches of a member changed: what they hold, and what those hold to whom they lend.
create or replace function guard.refresh_member_branches() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  r record := case when tg_op = 'DELETE' then old else new end;
  receiver uuid;
begin
  perform 1 from public.organizations where id = r.organization_id for share;
  perform guard.store_rights(r.organization_id, r.membership_id);
  for receiver in select distinct d.to_membership_id from public.delegations d
    where d.organization_id = r.organization_id and d.from_membership_id = r.membership_id and d.ended_at is null
      and d.ends_at > statement_timestamp() order by 1 loop
    perform 1 from public.memberships m where m.organization_id = r.organization_id and m.id = receiver for share;
    perform guard.store_rights(r.organization_id, receiver);
  end loop;
  return null;
end $$;

-- A tree without circles, six deep at most. Whoever moves a branch holds the organization's row until commit.
create or replace function guard.check_branch_tree() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  above uuid[] := '{}';
  at uuid := new.parent_id;
  below int := 1;
begin
  if tg_op = 'UPDATE' then
    if new.parent_id is not distinct from old.parent_id then
      return new;
    end if;
    -- Out of a place as into one: it takes the branch from those above it.
    if session_user = 'berth_app' and not (guard.is_of_branch(old.parent_id) and guard.is_of_branch(new.parent_id)) then
      perform guard.refuse('BE022', 'Where this branch stands is for those of the branches above it.', 'branch_of_others');
    end if;
  end if;
  if new.parent_id is null then
    return new;
  end if;
  if session_user = 'berth_app' and not guard.is_of_branch(new.parent_id) then
    perform guard.refuse('BE022', 'There is no such branch.', 'branch_unknown');
  end if;
  perform 1 from public.organizations where id = new.organization_id for no key update;
  while at is not null loop
    if at = new.id then
      perform guard.refuse('BE022', 'A branch cannot stand below itself.', 'branch_circle');
    end if;
    above := above || at;
    select b.parent_id into at from public.branches b where b.organization_id = new.organization_id and b.id = at;
    if not found or cardinality(above) > 12 then
      exit;
    end if;
  end loop;
  with recursive tree as (
    select b.id, 1 as depth from public.branches b where b.organization_id = new.organization_id and b.id = new.id
    union all
    select b.id, t.depth + 1 from tree t join public.branches b on b.organization_id = new.organization_id
      and b.parent_id = t.id where t.depth < 12)
  select coalesce(max(depth), 1) into below from tree;
  if cardinality(above) + below > 6 then
    perform guard.refuse('BE022', 'Branches go six levels deep at most.', 'branch_depth');
  end if;
  return new;
end $$;

-- An owner is everywhere.
create or replace function guard.owner_everywhere() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.membership_branches where organization_id = new.organization_id and membership_id = new.id;
  new.all_branches := true;
  return new;
end $$;

-- Who leaves manages no branch any more.
create or replace function guard.leave_managed_branches() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update public.branches set manager_id = null where organization_id = old.organization_id and manager_id = old.id;
  return old;
end $$;

-- A row belongs to the branch of its record, whatever was given. Arguments: table and column of the record, in turn;
-- the first that is set counts. A row that comes to a record waits for whoever moves it and holds it where it is, or it
-- would stay behind; rows that are there already, the mover takes along.
create or replace function guard.follow_branch() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  parent uuid;
  comes boolean;
begin
  new.branch_id := null;
  for i in 0 .. tg_nargs / 2 - 1 loop
    parent := to_jsonb(new) ->> tg_argv[2 * i + 1];
    if parent is not null then
      comes := tg_op = 'INSERT' or (to_jsonb(old) ->> tg_argv[2 * i + 1])::uuid is distinct from parent;
      execute format('select branch_id from public.%I where organization_id = $1 and id = $2 %s', tg_argv[2 * i],
        case when comes then 'for share' end)
      into new.branch_id using new.organization_id, parent;
      return new;
    end if;
  end loop;
  return new;
end $$;

-- What belongs to a record moves with it.
create or replace function guard.lead_branch() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_table_name = 'shipments' then
    update public.shipment_parcels set branch_id = new.branch_id where organization_id = new.organization_id and shipment_id = new.id;
    update public.shipment_events set branch_id = new.branch_id where organization_id = new.organization_id and shipment_id = new.id;
    update public.pieces set branch_id = new.branch_id where organization_id = new.organization_id and shipment_id = new.id;
  elsif tg_table_name = 'orders' then
    update public.order_lines set branch_id = new.branch_id where organization_id = new.organization_id and order_id = new.id;
    update public.pieces set branch_id = new.branch_id where organization_id = new.organization_id and order_id = new.id
      and shipment_id is null;
  else
    update public.addresses set branch_id = new.branch_id where organization_id = new.organization_id and customer_id = new.id;
  end if;
  return null;
end $$;

-- An order names a customer whom its writer may see: another branch's is as unknown as one that never was.
create or replace function guard.check_order_customer() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.customers c where c.organization_id = new.organization_id and c.id = new.customer_id
    and guard.in_branch_or_shared(c.branch_id, 'customers.view');
  if not found and new.customer_id is not null then
    perform guard.refuse('BE022', 'There is no such customer.', 'customer_unknown');
  end if;
  return new;
end $$;

-- A record begins in a branch that is not archived, and goes to another one by an act of its own, so that the trail
-- says who moved it. That both branches are the mover's is for the policies.
create or replace function guard.check_record_branch() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if new.branch_id is not distinct from old.branch_id then
      return new;
    end if;
    if (guard.proven()).operation not like '%.move' and (guard.proven()).operation <> 'shipments.assign_many' then
      perform guard.refuse('BE022', 'A record goes to another branch by being moved, not by a change of its fields.', 'move_needed');
    end if;
  end if;
  if new.branch_id is not null and not exists (select from public.branches b
    where b.organization_id = new.organization_id and b.id = new.branch_id and b.archived_at is null
      and guard.is_of_branch(b.id)) then
    perform guard.refuse('BE022', 'There is no such branch.', 'branch_unknown');
  end if;
  return new;
end $$;

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
  if (guard.limited_membership()).membership is not null then
    perform guard.refuse('BE003', 'Closing a branch moves people and records: somebody of all branches does that.', 'all_branches_needed');
  end if;
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
grant execute on function guard.is_of_branch(uuid), guard.in_branch(uuid, text), guard.in_branch_or_shared(uuid, text),
  guard.may_act_in_branch(uuid, text), guard.branch_scope(text) to berth_app;
grant execute on function guard.refresh_branch_rights(), guard.refresh_member_branches(), guard.check_branch_tree(),
  guard.owner_everywhere(), guard.leave_managed_branches(), guard.follow_branch(), guard.lead_branch(),
  guard.check_order_customer(), guard.check_record_branch() to berth_owner;
reset role;
