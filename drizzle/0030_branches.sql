-- Branches as a tree, members of all or some of them, and the scope of branches in the policies.
set local role berth_guard;
alter table guard.permissions add column by_branch boolean not null default false;
-- Of a member whose rights differ by branch: guard.open takes the long way, and policies ask branch by branch.
alter table guard.rights add column limited boolean not null default false;

-- What a limited member holds in each branch; the nil branch stands for records of no branch.
create table guard.branch_rights (
  organization_id uuid not null,
  membership_id uuid not null,
  branch_id uuid not null,
  permissions bit(256) not null,
  primary key (organization_id, membership_id, branch_id),
  foreign key (organization_id, membership_id) references public.memberships (organization_id, id) on delete cascade
);
reset role;

alter table branches
  add column kind text not null default 'depot' check (kind in ('region', 'depot', 'department')),
  add column parent_id uuid check (parent_id <> id),
  add column street text check (length(street) between 1 and 120),
  add column city text check (length(city) between 1 and 100),
  add column region text check (length(region) between 1 and 60),
  add column postcode text check (length(postcode) between 1 and 20),
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column time_zone text check (length(time_zone) between 1 and 60),
  add column manager_id uuid,
  add column archived_at timestamptz,
  add foreign key (organization_id, parent_id) references branches (organization_id, id),
  add foreign key (organization_id, manager_id) references memberships (organization_id, id);
set local role berth_guard;
update public.branches set archived_at = updated_at where archived;
reset role;
alter table branches drop column archived;
alter table branches add column archived boolean not null generated always as (archived_at is not null) stored;
create index branches_by_parent on branches (organization_id, parent_id, id);
create index branches_by_manager on branches (organization_id, manager_id);
grant update (kind, parent_id, street, city, region, postcode, country, time_zone, manager_id, archived_at) on branches to berth_app;
create trigger check_tree before insert or update of parent_id on branches for each row
  execute function guard.check_branch_tree();
create trigger refresh_rights_insert after insert on branches referencing new table as changed for each statement
  execute function guard.refresh_branch_rights();
create trigger refresh_rights_update after update on branches referencing new table as changed for each statement
  execute function guard.refresh_branch_rights();
create trigger refresh_rights_delete after delete on branches referencing old table as changed for each statement
  execute function guard.refresh_branch_rights();

alter table memberships add column all_branches boolean not null default true
  constraint memberships_owner_everywhere check (role_key <> 'owner' or all_branches);
create trigger leave_branches before update of role_key on memberships for each row
  when (new.role_key = 'owner' and old.role_key <> 'owner') execute function guard.owner_everywhere();
create trigger leave_managed before delete on memberships for each row execute function guard.leave_managed_branches();
create trigger refresh_branch_rights after update of all_branches on memberships for each row
  execute function guard.refresh_rights();

-- The branches of a member, each with the branches below it. A role of its own takes the place of the member's role there.
create table membership_branches (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  membership_id uuid not null,
  branch_id uuid not null,
  role_key text check (role_key <> 'owner'),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, membership_id, branch_id),
  foreign key (organization_id, membership_id) references memberships (organization_id, id) on delete cascade,
  foreign key (organization_id, branch_id) references branches (organization_id, id),
  foreign key (organization_id, role_key) references roles (organization_id, key)
);
create index membership_branches_by_branch on membership_branches (organization_id, branch_id, membership_id);
create index membership_branches_by_role on membership_branches (organization_id, role_key);
select berth_migrations.protect('membership_branches', '{select}');
grant select on membership_branches to berth_app;
create trigger refresh_rights after insert or update or delete on membership_branches for each row
  execute function guard.refresh_member_branches();

-- Records that a branch owns say so themselves; what belongs to a record follows it.
alter table orders add column branch_id uuid,
  add foreign key (organization_id, branch_id) references branches (organization_id, id);
alter table customers add column branch_id uuid,
  add foreign key (organization_id, branch_id) references branches (organization_id, id);
alter table addresses add column branch_id uuid;
alter table pieces add column branch_id uuid;
alter table order_lines add column branch_id uuid;
alter table shipment_parcels add column branch_id uuid;
alter table shipment_events add column branch_id uuid;
grant update (branch_id) on orders, customers to berth_app;
create index orders_by_branch on orders (organization_id, branch_id, created_at, id);
create index customers_by_branch on customers (organization_id, branch_id, id);
create index addresses_by_branch on addresses (organization_id, branch_id, id);
create index pieces_by_branch on pieces (organization_id, branch_id, created_at, id);

-- The parent's own change is on the record; that its rows follow is not told again.
drop trigger audit on shipment_parcels;
create trigger audit after insert or update or delete on shipment_parcels for each row execute function audit.record('branch_id');
drop trigger audit on shipment_events;
create trigger audit after insert or update or delete on shipment_events for each row execute function audit.record('branch_id');
drop trigger audit on order_lines;
create trigger audit after insert or update or delete on order_lines for each row execute function audit.record('branch_id');
drop trigger audit on addresses;
create trigger audit after insert or update or delete on addresses for each row
  execute function audit.record('search_text', 'branch_id');
drop trigger audit on pieces;
create trigger audit after insert or update or delete on pieces for each row
  execute function audit.record('search_text', 'branch_id');

set local role berth_guard;
update public.shipment_parcels c set branch_id = s.branch_id from public.shipments s
where s.organization_id = c.organization_id and s.id = c.shipment_id and s.branch_id is not null;
update public.shipment_events c set branch_id = s.branch_id from public.shipments s
where s.organization_id = c.organization_id and s.id = c.shipment_id and s.branch_id is not null;
update public.pieces c set branch_id = s.branch_id from public.shipments s
where s.organization_id = c.organization_id and s.id = c.shipment_id and s.branch_id is not null;
reset role;

create trigger follow_parent before insert on shipment_parcels for each row
  execute function guard.follow_branch('shipments', 'shipment_id');
create trigger follow_parent before insert on shipment_events for each row
  execute function guard.follow_branch('shipments', 'shipment_id');
create trigger follow_parent before insert on order_lines for each row
  execute function guard.follow_branch('orders', 'order_id');
create trigger follow_parent before insert or update on addresses for each row
  execute function guard.follow_branch('customers', 'customer_id');
create trigger follow_parent before insert or update on pieces for each row
  execute function guard.follow_branch('shipments', 'shipment_id', 'orders', 'order_id');
create trigger lead_children after update of branch_id on shipments for each row
  when (new.branch_id is distinct from old.branch_id) execute function guard.lead_branch();
create trigger lead_children after update of branch_id on orders for each row
  when (new.branch_id is distinct from old.branch_id) execute function guard.lead_branch();
create trigger lead_children after update of branch_id on customers for each row
  when (new.branch_id is distinct from old.branch_id) execute function guard.lead_branch();
create trigger check_customer before insert or update of customer_id on orders for each row
  when (current_user = 'berth_app') execute function guard.check_order_customer();

select berth_migrations.scope_by_branch('shipments', 'shipments.view', 'shipments.create', 'shipments.update');
select berth_migrations.scope_by_branch('shipment_parcels', 'shipments.view', 'shipments.create', 'shipments.update');
select berth_migrations.scope_by_branch('shipment_events', 'shipments.view', 'shipments.create', 'shipments.update');
select berth_migrations.scope_by_branch('orders', 'orders.view', 'orders.create', 'orders.update');
select berth_migrations.scope_by_branch('order_lines', 'orders.view', 'orders.create', 'orders.update');
select berth_migrations.scope_by_branch('pieces', 'pieces.view', 'pieces.manage', 'pieces.manage');
select berth_migrations.scope_by_branch('assets', 'assets.view', 'assets.manage', 'assets.manage');
select berth_migrations.scope_by_branch('customers', 'customers.view', 'customers.manage', 'customers.manage', true);
select berth_migrations.scope_by_branch('addresses', 'addresses.view', 'addresses.manage', 'addresses.manage', true);
select berth_migrations.scope_branches();
