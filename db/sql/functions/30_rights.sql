-- How a permission is decided: may whoever holds this credential do this, here and now? Read from top to bottom.
--
-- First, what says no by itself. guard.open (22_fast_open.sql) asks all of it in one statement, guard.open_in_steps
-- (20_open.sql) one by one, to say which it was:
--   a. The credential is live, and of the organization at whose address it is shown.
--   b. The organization is open, and the membership active.
--   c. The organization's policy is met: second factor, length of the session, way to sign in, network (53_demands.sql).
-- Then, whether the permission that the operation asks for is among what is held:
--   1. A role holds its own permissions and those of every role that it inherits (role_closure, role_rights).
--   2. A member holds what the role gives, what the flags give, and organization.view. Suspended: nothing (own_rights).
--   3. Besides, a member holds what is lent to them now, as far as the lender holds it by 1 and 2 (lent_rights).
--      What the organization's plan switches off nobody holds (plan_rights).
--   4. A key holds what it was made with, cut to what its maker holds now (key_rights).
-- And for a record, whether it is within reach: its table's policy asks guard.in_branch (34_branches.sql). Who is of some
-- branches, or has another role in one, holds rights on records there by the role there (33_branch_rights.sql): of these,
-- computed_rights says whether they are held in any branch, the policies say in which.
-- Last, some functions ask for more than the permission: a fresh proof of who acts (require_fresh, 20_open.sql), somebody of
-- all branches (require_everywhere, 43_branch_trail.sql), and what follows here:
--   5. Whoever changes a role, a membership or a loan writes down what follows for everybody concerned, in the same
--      transaction: one row of guard.rights for each membership. guard.open compares one bit of it.
--   6. Nobody gives what is not their own, and some things nobody changes (givable_rights, the check_ functions).
-- guard.access_evidence (36_explain.sql) tells all of it for one member or key, and lib/explain/decide.ts works the decision
-- out from that again.
set local role berth_guard;

-- 1. Roles ------------------------------------------------------------------------------------------------------------

-- A role and all that it inherits.
create or replace function guard.role_closure(p_organization uuid, p_role text) returns setof text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  with recursive closure(key) as (
    select p_role
    union
    select i.inherits_key from public.role_inheritance i join closure c on c.key = i.role_key
    where i.organization_id = p_organization
  )
  select key from closure
$$;

create or replace function guard.permission_bits(p_permissions text[]) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(bit_or(guard.permission_bit(position)), repeat('0', 256)::bit(256))
  from guard.permissions where key = any (p_permissions)
$$;

create or replace function guard.role_rights(p_organization uuid, p_role text) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(bit_or(guard.permission_bit(p.position)), repeat('0', 256)::bit(256))
  from guard.role_closure(p_organization, p_role) as closure(key)
  join public.roles r on r.organization_id = p_organization and r.key = closure.key
  join guard.permissions p on p.key = any (r.permissions)
$$;

-- 2. Members ----------------------------------------------------------------------------------------------------------

create or replace function guard.flag_rights(p_flags text[]) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(bit_or(guard.permission_bit(position)), repeat('0', 256)::bit(256))
  from guard.permissions where flag = any (p_flags)
$$;

-- What everybody holds who belongs.
create or replace function guard.everybodys_rights() returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select guard.permission_bits('{organization.view}') $$;

-- What a member holds by role and flags. Only this can be given or lent: what was lent cannot be lent on.
create or replace function guard.own_rights(p_organization uuid, p_membership uuid) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select case when m.status = 'active'
    then guard.role_rights(m.organization_id, m.role_key) | guard.flag_rights(m.flags) | guard.everybodys_rights()
    else repeat('0', 256)::bit(256) end
  from public.memberships m where m.organization_id = p_organization and m.id = p_membership
$$;

-- 3. Loans ------------------------------------------------------------------------------------------------------------

-- What a loan gives at this moment: what its giver holds at this moment too, in every branch of the receiver.
create or replace function guard.loan_rights(p_organization uuid, p_from uuid, p_to uuid, p_permissions text[]) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return guard.permission_bits(p_permissions)
    & guard.own_rights_in(p_organization, p_from, guard.branches_of(p_organization, p_to));
end $$;

-- What is lent to a member at this moment, by all open loans.
create or replace function guard.lent_rights(p_organization uuid, p_membership uuid) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce((select bit_or(guard.loan_rights(d.organization_id, d.from_membership_id, d.to_membership_id, d.permissions))
    from public.delegations d
    where d.organization_id = p_organization and d.to_membership_id = p_membership and d.ended_at is null
      and d.starts_at <= statement_timestamp() and d.ends_at > statement_timestamp()), repeat('0', 256)::bit(256));
end $$;

-- When what is lent to a member changes next by itself; null where nothing will.
create or replace function guard.rights_until(p_organization uuid, p_membership uuid) returns timestamptz
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select min(case when d.starts_at > statement_timestamp() then d.starts_at else d.ends_at end)
    from public.delegations d
    where d.organization_id = p_organization and d.to_membership_id = p_membership and d.ended_at is null
      and d.ends_at > statement_timestamp());
end $$;

-- What the plan of the organization, and what was agreed beside it, switch off. A plan that is not there takes nothing.
create or replace function guard.withheld_features(p_organization uuid) returns text[]
language plpgsql stable
as $$
declare
  without text[];
  own jsonb;
begin
  select p.without, g.plan_features into without, own
  from public.organizations g left join guard.plans p on p.key = g.plan where g.id = p_organization;
  -- Most withhold nothing, and every page of members asks.
  if coalesce(cardinality(without), 0) = 0 and coalesce(own, '{}') = '{}' then
    return '{}';
  end if;
  return array(select distinct f.name from unnest(without || array(select jsonb_object_keys(own))) f (name)
    where (own ->> f.name)::boolean is not true order by f.name);
end $$;

-- Whether one of them is switched off.
create or replace function guard.is_withheld(p_organization uuid, p_feature text) returns boolean
language plpgsql stable
as $$
begin
  return exists (select from public.organizations g left join guard.plans p on p.key = g.plan where g.id = p_organization
    and (p_feature = any (p.without) or g.plan_features ? p_feature) and (g.plan_features ->> p_feature)::boolean is not true);
end $$;

-- What may be held at all: everything but the permissions of what is switched off.
create or replace function guard.plan_rights(p_organization uuid) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare withheld text[] := guard.withheld_features(p_organization);
begin
  if cardinality(withheld) = 0 then
    return repeat('1', 256)::bit(256);
  end if;
  return ~coalesce((select bit_or(guard.permission_bit(position)) from guard.permissions where feature = any (withheld)),
    repeat('0', 256)::bit(256));
end $$;

-- Internal: refuses a feature that is switched off, and says which plans have it.
create or replace function guard.refuse_feature(p_organization uuid, p_feature text, p_permission text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  plan record;
  others text[];
begin
  select p.name, p_feature = any (p.without) as lacks into plan
  from public.organizations g left join guard.plans p on p.key = g.plan where g.id = p_organization;
  others := array(select x.name from guard.plans x where x.archived_at is null and p_feature <> all (x.without)
    order by x.position, x.name);
  perform guard.refuse('BE003', case when not coalesce(plan.lacks, false) then 'This is switched off for the organization.'
      else 'The plan ' || plan.name || ' does not include this.' || case when cardinality(others) > 0
        then ' ' || array_to_string(others, ', ') || case when cardinality(others) = 1 then ' does.' else ' do.' end else '' end end
    || ' The operators of this installation can change it.', 'feature_off', p_permission);
end $$;

-- Internal: refuses for want of a permission; where nobody can hold it, for want of the feature.
create or replace function guard.refuse_permission(p_organization uuid, p_permission text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare needed text := (select feature from guard.permissions where key = p_permission);
begin
  if guard.is_withheld(p_organization, needed) then
    perform guard.refuse_feature(p_organization, needed, p_permission);
  end if;
  perform guard.refuse('BE003', 'You do not have the permission for this.', 'permission_missing', p_permission);
end $$;

-- Internal, for features that no permission stands for.
create or replace function guard.require_feature(p_organization uuid, p_feature text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if guard.is_withheld(p_organization, p_feature) then
    perform guard.refuse_feature(p_organization, p_feature, '');
  end if;
end $$;

create or replace function guard.computed_rights(p_organization uuid, p_membership uuid) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select case when m.status = 'active'
    then (guard.rights_anywhere(m.organization_id, m.id, guard.own_rights(m.organization_id, m.id))
      | guard.lent_rights(m.organization_id, m.id)) & guard.plan_rights(m.organization_id)
    else repeat('0', 256)::bit(256) end
  from public.memberships m where m.organization_id = p_organization and m.id = p_membership
$$;

-- What a membership may do now: the stored row, or computed anew where time has changed it.
create or replace function guard.live_rights(p_organization uuid, p_membership uuid) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select case when r.valid_until < clock_timestamp() then guard.computed_rights(r.organization_id, r.membership_id)
    else r.permissions end
  from guard.rights r where r.organization_id = p_organization and r.membership_id = p_membership
$$;

-- 4. Keys -------------------------------------------------------------------------------------------------------------

-- Internal: what a key carries now: never more than its creator holds.
create or replace function guard.key_rights(p_rights bit, p_creator uuid, p_creators_rights bit) returns bit
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select case when p_creator is null then p_rights
    else p_rights & coalesce(p_creators_rights, repeat('0', 256)::bit(256)) end
$$;

-- 5. Writing it down --------------------------------------------------------------------------------------------------

-- Internal: writes down what follows from the rows, and until when it holds.
create or replace function guard.store_rights(p_organization uuid, p_membership uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare by_branch boolean := guard.store_branch_rights(p_organization, p_membership);
begin
  insert into guard.rights (organization_id, membership_id, user_id, role_key, slug, is_open, permissions, valid_until, limited,
    keys_closed)
  select m.organization_id, m.id, m.user_id, m.role_key, g.slug, g.state = 'active' and m.status = 'active',
    guard.computed_rights(m.organization_id, m.id), guard.rights_until(m.organization_id, m.id), by_branch,
    guard.is_withheld(m.organization_id, 'api')
  from public.memberships m join public.organizations g on g.id = m.organization_id
  where m.organization_id = p_organization and m.id = p_membership
  on conflict (organization_id, membership_id) do update
  set role_key = excluded.role_key, slug = excluded.slug, is_open = excluded.is_open,
    permissions = excluded.permissions, valid_until = excluded.valid_until, limited = excluded.limited,
    keys_closed = excluded.keys_closed;
end $$;

-- After a membership changed. The organization's row is share-locked, so that a role change (which takes it for
-- update) and a membership change never compute from each other's past.
create or replace function guard.refresh_rights() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.organizations where id = new.organization_id for share;
  perform guard.store_rights(new.organization_id, new.id);
  if tg_op = 'UPDATE' then
    perform guard.end_lost_delegations(new.organization_id, new.id);
  end if;
  return null;
end $$;

-- After an organization's state or address changed. The update holds its row, for which a membership's change waits.
create or replace function guard.refresh_organization_rights() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.rights r set slug = new.slug, is_open = new.state = 'active' and m.status = 'active'
  from public.memberships m
  where r.organization_id = new.id and m.organization_id = r.organization_id and m.id = r.membership_id;
  return null;
end $$;

-- Internal: writes down what follows for everybody of an organization, in one statement: each role and each set of flags is
-- worked out once, and only rows that change are written. What follows for one member is computed_rights. Those whose
-- rights differ by branch are worked out one by one.
create or replace function guard.store_everybodys_rights(p_organization uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  none constant bit(256) := repeat('0', 256)::bit(256);
  everybodys constant bit(256) := guard.everybodys_rights();
  allowed constant bit(256) := guard.plan_rights(p_organization);
begin
  with by_role as materialized (
    select r.key, guard.role_rights(r.organization_id, r.key) as held
    from public.roles r where r.organization_id = p_organization
  ), by_flags as materialized (
    select f.flags, guard.flag_rights(f.flags) as held
    from (select distinct m.flags from public.memberships m where m.organization_id = p_organization) f
  ), receivers as materialized (
    select d.to_membership_id as id, guard.lent_rights(p_organization, d.to_membership_id) as lent,
      guard.rights_until(p_organization, d.to_membership_id) as until
    from public.delegations d
    where d.organization_id = p_organization and d.ended_at is null and d.ends_at > statement_timestamp()
    group by d.to_membership_id
  ), becomes as (
    select m.id, case when m.status = 'active'
      then (by_role.held | by_flags.held | everybodys | coalesce(receivers.lent, none)) & allowed else none end as held, receivers.until
    from public.memberships m
    join by_role on by_role.key = m.role_key
    join by_flags on by_flags.flags = m.flags
    left join receivers on receivers.id = m.id
    where m.organization_id = p_organization
  )
  update guard.rights r set permissions = becomes.held, valid_until = becomes.until
  from becomes
  where r.organization_id = p_organization and r.membership_id = becomes.id and not r.limited
    and (r.permissions, r.valid_until) is distinct from (becomes.held, becomes.until);
  perform guard.store_rights(r.organization_id, r.membership_id) from guard.rights r
  where r.organization_id = p_organization and r.limited;
end $$;

-- After roles or their inheritance changed, once for the whole statement. The organization's row is locked first, so that
-- no membership changes meanwhile and no two inheritances that close a circle pass each other.
create or replace function guard.refresh_role_rights() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  concerned uuid[];
  o uuid;
begin
  if tg_op = 'UPDATE' then
    concerned := array(select distinct c.organization_id from changed c join was w using (organization_id, id)
      where c.permissions <> w.permissions order by 1);
  else
    concerned := array(select distinct c.organization_id from changed c order by 1);
  end if;
  foreach o in array concerned loop
    perform 1 from public.organizations where id = o for no key update;
  end loop;
  if tg_op = 'INSERT' then
    perform from changed c cross join lateral guard.role_closure(c.organization_id, c.inherits_key) as held(key)
    where held.key = c.role_key;
    if found then
      perform guard.refuse('BE022', 'A role cannot inherit from one that inherits from it.', 'role_circle');
    end if;
  end if;
  foreach o in array concerned loop
    perform guard.store_everybodys_rights(o);
    perform guard.end_lost_delegations(o, null);
  end loop;
  return null;
end $$;

-- Memberships whose stored row differs from what follows from the rows; empty where all is well. A row that time has
-- overtaken is computed anew wherever it is read.
create or replace function guard.rights_drift() returns table (organization_id uuid, membership_id uuid)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select m.organization_id, m.id from public.memberships m
  join public.organizations g on g.id = m.organization_id
  left join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
  cross join lateral guard.demands(m.organization_id, m.id, guard.computed_rights(m.organization_id, m.id)) d
  where ((r.permissions, r.user_id, r.role_key, r.slug, r.is_open, r.keys_closed) is distinct from
      (guard.computed_rights(m.organization_id, m.id), m.user_id, m.role_key, g.slug,
        g.state = 'active' and m.status = 'active', guard.is_withheld(g.id, 'api'))
    or (r.factor_from, r.codes_only, r.session_length, r.idle_length, r.networks, r.methods) is distinct from
      (d.factor_from, d.codes_only, d.session_length, d.idle_length, d.networks, d.methods))
    and (r.valid_until is null or r.valid_until > clock_timestamp())
    or r.limited is distinct from guard.is_limited(m.organization_id, m.id)
    or array(select (b.branch_id, b.permissions)::text from guard.branch_rights b
        where b.organization_id = m.organization_id and b.membership_id = m.id order by b.branch_id)
      <> array(select (x.branch, x.rights)::text from guard.rights_by_branch(m.organization_id, m.id) x
        where guard.is_limited(m.organization_id, m.id) order by x.branch);
end $$;

-- 6. Giving -----------------------------------------------------------------------------------------------------------

-- Nobody gives what they do not hold. The refusal names what is missing.
create or replace function guard.require_covers(p_held bit, p_given bit) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare missing text[];
begin
  if (p_given & ~p_held) = repeat('0', 256)::bit(256) then
    return;
  end if;
  missing := array(select key from guard.permissions where get_bit(p_given & ~p_held, position) = 1 order by position);
  perform guard.refuse('BE003', 'You cannot give or take what you do not hold yourself: '
    || array_to_string(missing[:3], ', ')
    || case when cardinality(missing) > 3 then ' and ' || cardinality(missing) - 3 || ' more' else '' end || '.',
    'above_own_rights', missing[1]);
end $$;

-- Internal: the member who acts; for a key the one who made it and answers for it.
create or replace function guard.acting_membership() returns uuid
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(c.membership_id, (select k.created_by from guard.api_keys k
    where c.kind = 6 and k.organization_id = c.organization_id and k.id = c.credential_id))
  from guard.proven() c
$$;

-- Internal: what the context holds, as if the plan switched nothing off: a role keeps what it gives for when the plan has it
-- again, and whoever holds the rest of it, and would hold that, may give it. Nobody's support session does.
create or replace function guard.held_beside_plan() returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  none constant bit(256) := repeat('0', 256)::bit(256);
begin
  return c.rights | (~guard.plan_rights(c.organization_id) & case c.kind
    when 1 then coalesce(guard.own_rights(c.organization_id, c.membership_id), none)
    when 6 then coalesce((select k.rights from guard.api_keys k where k.organization_id = c.organization_id
      and k.id = c.credential_id), none)
    else none end);
end $$;

-- Internal: what the acting one may give to others in each of these branches (null: everywhere): of what the context
-- holds, the part that is their own there (of a key: its maker's own). What was lent for a time is not given on, or it
-- would outlive its time.
create or replace function guard.givable_rights_in(p_branches uuid[]) returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  own bit(256) := guard.own_rights_in(c.organization_id, guard.acting_membership(), p_branches);
begin
  return guard.held_beside_plan() & coalesce(own, guard.held_beside_plan());
end $$;

-- Internal: what the acting one may give to somebody who is of all branches.
create or replace function guard.givable_rights() returns bit
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return guard.givable_rights_in(null);
end $$;

-- Transfer and deletion are the owner's alone: no role of an organization's own holds them, nobody lends them.
create or replace function guard.require_not_owners(p_given bit) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if (p_given & guard.permission_bits('{organization.transfer,organization.delete}')) <> repeat('0', 256)::bit(256) then
    perform guard.refuse('BE022', 'Transfer and deletion of the organization belong to the owner alone.', 'owners_only');
  end if;
end $$;

-- Internal: whether a member may still do and give, at this moment, what they did and gave before: an active member who
-- holds the permission and, in these branches (null: everywhere), no less than the role gives.
drop function if exists guard.still_may(uuid, uuid, text, text);
create or replace function guard.still_may(
  p_organization uuid, p_membership uuid, p_permission text, p_role text, p_branches uuid[] default null) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  none constant bit(256) := repeat('0', 256)::bit(256);
  held bit(256) := coalesce(guard.computed_rights(p_organization, p_membership), none);
  own bit(256) := coalesce(guard.own_rights_in(p_organization, p_membership, p_branches), none);
begin
  return get_bit(held, (select position from guard.permissions where key = p_permission)) = 1
    and (guard.role_rights(p_organization, p_role) & ~own) = none;
end $$;

-- Every change that the application's role makes to a membership passes here, whatever the application checked.
create or replace function guard.check_membership_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  givable bit(256) := guard.givable_rights_in(guard.branches_of(old.organization_id, old.id));
begin
  if c.kind not in (1, 6) then
    perform guard.refuse('BE003', 'Memberships change only inside their organization.', 'wrong_context');
  end if;
  if old.role_key = 'owner' then
    perform guard.refuse('BE022', 'The owner cannot be changed, suspended or removed. Transfer ownership first.', 'owner_protected');
  end if;
  if old.user_id = c.user_id or old.id = guard.acting_membership() then
    perform guard.refuse('BE022', 'You cannot change your own membership.', 'self');
  end if;
  perform guard.require_covers(givable, guard.role_rights(old.organization_id, old.role_key) | guard.flag_rights(old.flags)
    | guard.branch_role_rights(old.organization_id, old.id));
  if tg_op = 'DELETE' then
    perform guard.require('members.manage');
    return old;
  end if;
  if new.role_key <> old.role_key then
    perform guard.require('members.set_role');
    if new.role_key = 'owner' then
      perform guard.refuse('BE022', 'Ownership moves only by a transfer.', 'owner_by_transfer');
    end if;
    perform guard.require_covers(givable, guard.role_rights(new.organization_id, new.role_key));
    perform guard.require_fresh_for(guard.role_rights(new.organization_id, new.role_key));
  end if;
  if new.flags is distinct from old.flags then
    perform guard.require('members.set_flags');
    perform guard.require_covers(givable, guard.flag_rights(new.flags));
  end if;
  if new.status <> old.status then
    perform guard.require('members.manage');
    if new.status = 'active' then
      perform guard.require_fresh_for(guard.role_rights(new.organization_id, new.role_key)
        | guard.branch_role_rights(new.organization_id, new.id));
    end if;
  end if;
  return new;
end $$;

-- Roles written by the application: built-in ones are locked, nobody grants above their own rights, and nobody takes
-- anything from a role that holds more than they do.
create or replace function guard.check_role_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o uuid := (guard.proven()).organization_id;
  giver bit(256) := guard.givable_rights();
  given bit(256) := repeat('0', 256)::bit(256);
  role text;
begin
  perform guard.require('roles.manage');
  if tg_table_name = 'roles' then
    role := case when tg_op = 'INSERT' then new.key else old.key end;
    given := case when tg_op <> 'DELETE' then guard.permission_bits(new.permissions) else given end;
    if tg_op <> 'INSERT' and old.built_in or tg_op <> 'DELETE' and new.built_in then
      perform guard.refuse('BE022', 'Built-in roles are locked. Copy the role to change it.', 'built_in');
    end if;
  else
    role := case when tg_op = 'INSERT' then new.role_key else old.role_key end;
    given := case when tg_op = 'INSERT' then guard.role_rights(o, new.inherits_key) else given end;
    if exists (select from public.roles r where r.organization_id = o and r.key = role and r.built_in) then
      perform guard.refuse('BE022', 'Built-in roles are locked. Copy the role to change it.', 'built_in');
    end if;
  end if;
  perform guard.require_not_owners(given);
  perform guard.require_covers(giver, given | guard.role_rights(o, role));
  perform guard.require_fresh_for(given);
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

-- At least one owner, checked at commit. With the exclusion constraint: exactly one.
create or replace function guard.check_owner_remains() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o uuid;
  current_state text;
begin
  if tg_table_name = 'organizations' then
    o := new.id;
  else
    o := old.organization_id;
  end if;
  select state into current_state from public.organizations where id = o for no key update;
  if current_state in ('active', 'suspended') then
    perform 1 from public.memberships where organization_id = o and role_key = 'owner' and status = 'active';
    if not found then
      perform guard.refuse('BE022', 'An organization always has one owner.', 'only_owner');
    end if;
  end if;
  return null;
end $$;

-- The permissions of the proven context, for pages that show them.
create or replace function guard.my_permissions() returns text[]
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(p.key order by p.position), '{}')
  from guard.proven() c join guard.permissions p on get_bit(c.rights, p.position) = 1
$$;

-- What whoever acts may give to others, for pages that offer it. What the plan switches off is among it: a role keeps it.
create or replace function guard.givable_permissions() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require('organization.view');
  return array(select key from guard.permissions
    where get_bit(guard.givable_rights() & ~guard.permission_bits('{organization.transfer,organization.delete}'), position) = 1
    order by position);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_permissions(), guard.givable_permissions() to berth_app;
-- Set-up and checks of the operator run as the owner.
grant execute on function guard.rights_drift() to berth_owner;
reset role;
