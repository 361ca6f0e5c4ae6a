-- Text search wants trigrams beside the organization in one index. Both extensions are trusted: the owner may make them.
create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;
set local search_path = public, extensions;

set local role berth_guard;
-- Numbers that an organization gives to its records in turn.
create table guard.counters (
  organization_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (organization_id, name)
);
reset role;

create table branches (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 80),
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,11}$'),
  archived boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code)
);
select berth_migrations.protect('branches', '{select,insert,update}');
grant select, insert on branches to berth_app;
grant update (name, code, archived, updated_at) on branches to berth_app;

create table shipments (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  reference text not null check (length(btrim(reference)) between 1 and 40 and reference = btrim(reference)),
  status text not null default 'draft' check (status in ('draft', 'ready', 'picked_up', 'in_transit', 'out_for_delivery',
    'delivered', 'exception', 'cancelled')),
  status_note text check (length(status_note) between 1 and 300),
  service text not null check (service in ('economy', 'standard', 'express', 'same_day', 'freight')),
  sender jsonb not null,
  recipient jsonb not null,
  branch_id uuid,
  tracking_number text check (length(tracking_number) between 1 and 60),
  price bigint check (price between 0 and 9000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  notes text check (length(notes) between 1 and 2000),
  test_mode boolean not null default false,
  ship_on date,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search_text text generated always as (lower(reference || ' ' || coalesce(tracking_number, '') || ' '
    || coalesce(recipient ->> 'name', '') || ' ' || coalesce(recipient ->> 'company', '') || ' '
    || coalesce(recipient ->> 'city', '') || ' ' || coalesce(recipient ->> 'postcode', '') || ' '
    || coalesce(sender ->> 'name', '') || ' ' || coalesce(sender ->> 'company', ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, reference),
  foreign key (organization_id, branch_id) references branches (organization_id, id),
  constraint shipments_sender check (jsonb_typeof(sender) = 'object' and length(sender::text) <= 2000
    and sender - array['name', 'company', 'street', 'extra', 'city', 'region', 'postcode', 'country', 'phone', 'email'] = '{}'
    and length(sender ->> 'name') between 1 and 100 and length(sender ->> 'street') between 1 and 120
    and length(sender ->> 'city') between 1 and 100 and sender ->> 'country' ~ '^[A-Z]{2}$'
    and sender ?& array['name', 'street', 'city', 'country']),
  constraint shipments_recipient check (jsonb_typeof(recipient) = 'object' and length(recipient::text) <= 2000
    and recipient - array['name', 'company', 'street', 'extra', 'city', 'region', 'postcode', 'country', 'phone', 'email'] = '{}'
    and length(recipient ->> 'name') between 1 and 100 and length(recipient ->> 'street') between 1 and 120
    and length(recipient ->> 'city') between 1 and 100 and recipient ->> 'country' ~ '^[A-Z]{2}$'
    and recipient ?& array['name', 'street', 'city', 'country'])
);
create index shipments_by_created on shipments (organization_id, created_at, id);
create index shipments_by_status on shipments (organization_id, status, created_at, id);
create index shipments_by_branch on shipments (organization_id, branch_id, created_at, id);
create index shipments_by_updated on shipments (organization_id, updated_at, id);
create index shipments_search on shipments using gin (organization_id, search_text gin_trgm_ops);
select berth_migrations.protect('shipments', '{select,insert,update}', 'organization_id', true, '{search_text}');
grant select, insert on shipments to berth_app;
grant update (reference, status, status_note, service, sender, recipient, branch_id, tracking_number, price, currency, notes,
  test_mode, ship_on, updated_at) on shipments to berth_app;

create table shipment_parcels (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  shipment_id uuid not null,
  position int not null check (position between 1 and 100),
  description text check (length(description) between 1 and 120),
  weight_g int not null check (weight_g between 1 and 50000000),
  length_mm int check (length_mm between 1 and 30000),
  width_mm int check (width_mm between 1 and 30000),
  height_mm int check (height_mm between 1 and 30000),
  primary key (organization_id, id),
  unique (organization_id, shipment_id, position),
  foreign key (organization_id, shipment_id) references shipments (organization_id, id) on delete cascade
);
select berth_migrations.protect('shipment_parcels', '{select,insert,delete}');
grant select, insert, delete on shipment_parcels to berth_app;

-- Written by the trigger below alone, so that nobody writes a history that did not happen.
create table shipment_events (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  shipment_id uuid not null,
  from_status text,
  status text not null,
  note text,
  actor_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, shipment_id) references shipments (organization_id, id) on delete cascade
);
create index shipment_events_by_shipment on shipment_events (organization_id, shipment_id, at, id);
select berth_migrations.protect('shipment_events', '{select}');
grant select on shipment_events to berth_app;

create trigger check_change before insert or update on shipments for each row
  when (current_user = 'berth_app') execute function guard.check_shipment_change();
create trigger keep_history after insert or update of status on shipments for each row
  when (current_user = 'berth_app') execute function guard.keep_shipment_history();
create trigger check_change before insert or delete on shipment_parcels for each row
  when (current_user = 'berth_app') execute function guard.check_parcel_change();

-- A list as somebody looks at it: its filters, search and order, kept under a name.
create table saved_views (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  user_id uuid not null references users (id),
  list text not null check (list ~ '^[a-z][a-z_-]{0,39}$'),
  name text not null check (length(btrim(name)) between 1 and 40),
  query text not null check (length(query) <= 1000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id, list, name)
);
create index saved_views_by_list on saved_views (organization_id, list, created_at, id);
select berth_migrations.protect('saved_views', '{select,insert,delete}');
grant select, insert, delete on saved_views to berth_app;
