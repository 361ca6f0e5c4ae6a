-- The scope that the policies of branch-bound tables ask for, from what 33 stored.
set local role berth_guard;

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

revoke all on all functions in schema guard from public;
grant execute on function guard.is_of_branch(uuid), guard.in_branch(uuid, text), guard.in_branch_or_shared(uuid, text),
  guard.may_act_in_branch(uuid, text), guard.branch_scope(text) to berth_app;
grant execute on function guard.refresh_branch_rights(), guard.refresh_member_branches() to berth_owner;
reset role;
