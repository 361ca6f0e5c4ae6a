-- What happened to records, in the order in which it can be followed without losing anything: by transaction, then as written.
create table events (
  organization_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  txid bigint not null default pg_current_xact_id()::text::bigint,
  type text not null,
  record_type text not null,
  record_id uuid,
  record jsonb not null,
  test_mode boolean not null default false,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create index events_in_order on events (organization_id, txid, seq);
create index events_of_record on events (organization_id, record_id);
select berth_migrations.protect('events', '{select}', 'organization_id', false);
grant select on events to berth_app;
alter policy app_select on events
  using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.sees_entry(record_type, record_id));

set local role berth_guard;
create table guard.event_nouns (
  noun text primary key,
  record_type text not null,
  permission text not null
);
insert into guard.event_nouns (noun, record_type, permission) values ('settings', 'organizations', 'settings.view');
reset role;

select berth_migrations.tell_events('organizations', 'organization', 'organization.view', '{dismissed_steps}');
select berth_migrations.tell_events('memberships', 'member', 'members.view');
select berth_migrations.tell_events('registration_requests', 'registration', 'registrations.view');
select berth_migrations.tell_events('guard.invitations', 'invitation', 'invitations.view');
select berth_migrations.tell_events('ownership_transfers', 'ownership', 'members.view');
select berth_migrations.tell_events('roles', 'role', 'roles.view');
select berth_migrations.tell_events('guard.api_keys', 'key', 'keys.view');
select berth_migrations.tell_events('branches', 'branch', 'branches.view');
select berth_migrations.tell_events('shipments', 'shipment', 'shipments.view');
select berth_migrations.tell_events('orders', 'order', 'orders.view');
select berth_migrations.tell_events('pieces', 'piece', 'pieces.view');
select berth_migrations.tell_events('customers', 'customer', 'customers.view');
select berth_migrations.tell_events('addresses', 'address', 'addresses.view');
select berth_migrations.tell_events('products', 'product', 'orders.view');
select berth_migrations.tell_events('parcels', 'parcel', 'shipments.view');
select berth_migrations.tell_events('assets', 'asset', 'assets.view');
select berth_migrations.tell_events('carrier_connections', 'carrier_connection', 'carriers.manage');
select berth_migrations.tell_events('templates', 'template', 'templates.manage');
