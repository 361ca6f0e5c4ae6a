-- What the rows keep to: the tree, the owner's place, records and what belongs to them.
set local role berth_guard;

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

revoke all on all functions in schema guard from public;
grant execute on function guard.check_branch_tree(), guard.owner_everywhere(), guard.leave_managed_branches(),
  guard.follow_branch(), guard.lead_branch(), guard.check_order_customer(), guard.check_record_branch() to berth_owner;
reset role;
