-- Rights that one member lends to another until a date. A stand-in is a loan of the queue of registrations
-- (64_due.sql); every other loan is made here. What a loan gives at a moment is guard.lent_rights (30_rights.sql).
set local role berth_guard;

-- After a loan changed, whoever changed it: what it lends follows in the same transaction. The receiver's membership stays
-- as it is until then, so that two changes never compute from each other's past.
create or replace function guard.refresh_lent_rights() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o uuid;
  m uuid;
begin
  if tg_op = 'DELETE' then
    o := old.organization_id;
    m := old.to_membership_id;
  else
    o := new.organization_id;
    m := new.to_membership_id;
  end if;
  perform 1 from public.organizations where id = o for share;
  perform 1 from public.memberships where organization_id = o and id = m for share;
  perform guard.store_rights(o, m);
  return null;
end $$;

-- Internal: takes from open loans what their givers no longer hold, for good, and ends those that are left with nothing
-- or whose giver may not lend any more. The receivers are told. p_from null: all members.
create or replace function guard.end_lost_delegations(p_organization uuid, p_from uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare d record;
begin
  for d in
    with open_loans as (
      select x.id, array(select p.key from unnest(x.permissions) lent(key) join guard.permissions p using (key)
        where get_bit(giver.own, p.position) = 1) as kept,
        get_bit(giver.own, (select position from guard.permissions
          where key = case when x.stand_in then 'registrations.decide' else 'delegations.manage' end)) = 0 as lost
      from public.delegations x
      cross join lateral (select guard.own_rights_in(x.organization_id, x.from_membership_id,
        guard.branches_of(x.organization_id, x.to_membership_id)) as own) giver
      where x.organization_id = p_organization and (p_from is null or x.from_membership_id = p_from)
        and x.ended_at is null and x.ends_at > clock_timestamp()
    )
    update public.delegations x
    set permissions = case when l.lost or l.kept = '{}' then x.permissions else l.kept end,
      ended_at = case when l.lost or l.kept = '{}' then clock_timestamp() end,
      ended_as = case when l.lost or l.kept = '{}' then 'lost' end
    from open_loans l
    where x.organization_id = p_organization and x.id = l.id
      and (l.lost or cardinality(l.kept) < cardinality(x.permissions))
    returning x.from_membership_id, x.to_membership_id, x.stand_in, x.ended_at
  loop
    perform guard.notify(p_organization, array[d.to_membership_id], jsonb_build_object('kind', 'delegation',
      'title', case when d.stand_in then 'You no longer stand in for ' || m.name
        when d.ended_at is null then m.name || ' lends you less' else m.name || ' no longer lends you rights' end,
      'body', case when d.stand_in then m.name || ' does not decide on registrations any more.'
        else m.name || ' does not hold them any more.' end, 'path', '/'))
    from public.memberships m where m.organization_id = p_organization and m.id = d.from_membership_id;
  end loop;
end $$;

-- Internal: whether a member may lend to another. Who manages members lends to everybody; others to buyers.
create or replace function guard.may_lend_to(p_organization uuid, p_rights bit, p_to uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return get_bit(p_rights, (select position from guard.permissions where key = 'members.manage')) = 1
    or exists (select from public.memberships m
      cross join lateral guard.role_closure(m.organization_id, m.role_key) as held(key)
      where m.organization_id = p_organization and m.id = p_to and held.key = 'buyer');
end $$;

-- The acting member lends permissions of their own until a time. What was lent to them cannot be lent on.
create or replace function guard.lend(p_to uuid, p_permissions text[], p_until timestamptz, p_note text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  made uuid := guard.uuid7();
  asked bit(256) := guard.permission_bits(p_permissions);
  lent text[] := array(select key from guard.permissions where get_bit(asked, position) = 1 order by position);
  own bit(256);
  giver text;
  receiver record;
begin
  perform guard.require('delegations.manage');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A key lends nothing. A member does.', 'members_only');
  end if;
  if p_to = c.membership_id then
    perform guard.refuse('BE022', 'You cannot lend to yourself.', 'self');
  end if;
  if coalesce(p_until <= clock_timestamp() or p_until > clock_timestamp() + interval '1 year', true) then
    perform guard.refuse('BE022', 'Choose an end that is still to come, within a year.', 'time_wrong');
  end if;
  if lent = '{}' or cardinality(lent) < (select count(distinct key) from unnest(p_permissions) key) then
    perform guard.refuse('BE022', 'Choose at least one permission that exists.', 'permission_unknown');
  end if;
  -- Both memberships stay as they are until the end of the transaction.
  perform 1 from public.memberships where organization_id = c.organization_id and id in (p_to, c.membership_id)
    order by id for no key update;
  select name, status into receiver from public.memberships where organization_id = c.organization_id and id = p_to;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  if receiver.status <> 'active' then
    perform guard.refuse('BE022', 'Only an active member can be lent rights.', 'not_active');
  end if;
  own := guard.own_rights_in(c.organization_id, c.membership_id, guard.branches_of(c.organization_id, p_to));
  perform guard.require_not_owners(asked);
  perform guard.require_covers(own, asked | guard.permission_bits('{delegations.manage}'));
  if not guard.may_lend_to(c.organization_id, own, p_to) then
    perform guard.refuse('BE003', 'You lend to buyers. Lending to others needs to manage members.', 'not_a_buyer', 'members.manage');
  end if;
  perform guard.require_fresh_for(asked);
  insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions,
    starts_at, ends_at, note)
  values (c.organization_id, made, c.membership_id, p_to, false, lent, statement_timestamp(), p_until, nullif(btrim(p_note), ''));
  select name into giver from public.memberships where organization_id = c.organization_id and id = c.membership_id;
  perform guard.notify(c.organization_id, array[p_to], jsonb_build_object('kind', 'delegation',
    'title', giver || ' lends you rights', 'body', nullif(btrim(p_note), ''), 'path', '/access'));
  return made;
end $$;

-- Ends a loan at once: its giver, its receiver, or who manages members.
create or replace function guard.end_stand_in(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  d record;
  other uuid;
begin
  perform guard.require('organization.view');
  if c.kind = 8 then
    perform guard.refuse('BE003', 'Support sessions never do this. The member, or an admin of the organization, does it.',
      'impersonation_closed');
  end if;
  select * into d from public.delegations where organization_id = c.organization_id and id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such stand-in.');
  end if;
  if c.membership_id is distinct from d.from_membership_id and c.membership_id is distinct from d.to_membership_id then
    perform guard.require('members.manage');
  end if;
  perform 1 from public.memberships where organization_id = c.organization_id
    and id in (d.from_membership_id, d.to_membership_id) order by id for no key update;
  update public.delegations set ended_at = clock_timestamp(), ended_as = 'ended'
  where organization_id = c.organization_id and id = p_id and ended_at is null and ends_at > clock_timestamp();
  if not found then
    perform guard.refuse('BE022', 'This has ended already.', 'ended');
  end if;
  foreach other in array array_remove(array[d.from_membership_id, d.to_membership_id], c.membership_id) loop
    perform guard.notify(c.organization_id, array[other], jsonb_build_object('kind', 'delegation',
      'title', case when d.stand_in and other = d.to_membership_id then 'You no longer stand in for ' || g.name
        when d.stand_in then t.name || ' no longer stands in for you'
        when other = d.to_membership_id then g.name || ' no longer lends you rights'
        else 'What you lent to ' || t.name || ' has ended' end,
      'path', case when d.stand_in then '/registrations' else '/access' end))
    from public.memberships g, public.memberships t
    where g.organization_id = c.organization_id and g.id = d.from_membership_id
      and t.organization_id = c.organization_id and t.id = d.to_membership_id;
  end loop;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.lend(uuid, text[], timestamptz, text), guard.end_stand_in(uuid) to berth_app;
-- A migration attaches it to the delegations.
grant execute on function guard.refresh_lent_rights() to berth_owner;
reset role;
