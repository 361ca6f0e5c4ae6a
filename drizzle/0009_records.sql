-- Plain records of daily work, each declared in lib/<name>/resource.ts.
set local search_path = public, extensions;

create policy app_delete on branches for delete to berth_app using (organization_id is not null);
grant delete on branches to berth_app;
create index branches_by_name on branches (organization_id, lower(coalesce(name, '')), id);
create index branches_by_created on branches (organization_id, created_at, id);

create table customers (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('company', 'person')),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  tax_id text check (length(tax_id) <= 40),
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' '
    || coalesce(tax_id, ''))) stored,
  primary key (organization_id, id)
);
select berth_migrations.protect('customers', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on customers to berth_app;
grant update (name, kind, email, phone, tax_id, notes, updated_at) on customers to berth_app;
create index customers_by_name on customers (organization_id, lower(coalesce(name, '')), id);
create index customers_by_created on customers (organization_id, created_at, id);
create index customers_search on customers using gin (organization_id, search_text gin_trgm_ops);

create table addresses (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  company text check (length(company) <= 100),
  street text not null check (length(street) between 1 and 120),
  extra text check (length(extra) <= 120),
  city text not null check (length(city) between 1 and 100),
  region text check (length(region) <= 60),
  postcode text check (length(postcode) <= 20),
  country text not null check (country ~ '^[A-Z]{2}$'),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 254),
  customer_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(name || ' ' || coalesce(company, '') || ' ' || street || ' ' || city || ' '
    || coalesce(postcode, ''))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customers (organization_id, id)
);
select berth_migrations.protect('addresses', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on addresses to berth_app;
grant update (name, company, street, extra, city, region, postcode, country, phone, email, customer_id, updated_at)
  on addresses to berth_app;
create index addresses_by_name on addresses (organization_id, lower(coalesce(name, '')), id);
create index addresses_by_created on addresses (organization_id, created_at, id);
create index addresses_by_customer on addresses (organization_id, customer_id, id);
create index addresses_search on addresses using gin (organization_id, search_text gin_trgm_ops);

create table parcels (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  length_mm int not null check (length_mm between 1 and 30000),
  width_mm int not null check (width_mm between 1 and 30000),
  height_mm int not null check (height_mm between 1 and 30000),
  weight_g int check (weight_g between 1 and 50000000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select berth_migrations.protect('parcels', '{select,insert,update,delete}');
grant select, insert, delete on parcels to berth_app;
grant update (name, length_mm, width_mm, height_mm, weight_g, updated_at) on parcels to berth_app;
create index parcels_by_name on parcels (organization_id, lower(coalesce(name, '')), id);
create index parcels_by_created on parcels (organization_id, created_at, id);

create table products (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  sku text not null check (sku ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$'),
  description text check (length(description) <= 2000),
  price bigint check (price between 0 and 9000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  weight_g int check (weight_g between 1 and 50000000),
  origin text check (origin ~ '^[A-Z]{2}$'),
  customs_code text check (length(customs_code) <= 20),
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(name || ' ' || sku || ' ' || coalesce(customs_code, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, sku)
);
select berth_migrations.protect('products', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on products to berth_app;
grant update (name, sku, description, price, currency, weight_g, origin, customs_code, active, updated_at) on products to berth_app;
create index products_by_name on products (organization_id, lower(coalesce(name, '')), id);
create index products_by_created on products (organization_id, created_at, id);
create index products_search on products using gin (organization_id, search_text gin_trgm_ops);

create table assets (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  code text not null check (length(code) between 1 and 40),
  kind text not null check (kind in ('vehicle', 'equipment', 'printer')),
  status text not null check (status in ('in_use', 'spare', 'repair', 'retired')),
  serial text check (length(serial) <= 60),
  branch_id uuid,
  capacity_g int check (capacity_g between 1 and 2000000000),
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(name || ' ' || code || ' ' || coalesce(serial, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, branch_id) references branches (organization_id, id)
);
select berth_migrations.protect('assets', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on assets to berth_app;
grant update (name, code, kind, status, serial, branch_id, capacity_g, notes, updated_at) on assets to berth_app;
create index assets_by_name on assets (organization_id, lower(coalesce(name, '')), id);
create index assets_by_created on assets (organization_id, created_at, id);
create index assets_by_branch on assets (organization_id, branch_id, id);
create index assets_search on assets using gin (organization_id, search_text gin_trgm_ops);

create table orders (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  reference text not null check (length(reference) between 1 and 40),
  status text not null check (status in ('open', 'confirmed', 'fulfilled', 'cancelled')),
  customer_id uuid,
  channel text not null check (channel in ('web', 'phone', 'email', 'counter', 'api')),
  placed_on date,
  total bigint not null check (total between 0 and 9000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(reference || ' ' || coalesce(notes, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, reference),
  foreign key (organization_id, customer_id) references customers (organization_id, id)
);
select berth_migrations.protect('orders', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on orders to berth_app;
grant update (reference, status, customer_id, channel, placed_on, total, currency, notes, updated_at) on orders to berth_app;
create index orders_by_reference on orders (organization_id, lower(coalesce(reference, '')), id);
create index orders_by_created on orders (organization_id, created_at, id);
create index orders_by_customer on orders (organization_id, customer_id, id);
create index orders_by_status on orders (organization_id, status, created_at, id);
create index orders_search on orders using gin (organization_id, search_text gin_trgm_ops);

create table order_lines (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  order_id uuid not null,
  position int not null check (position between 1 and 200),
  product_id uuid,
  description text not null check (length(description) between 1 and 120),
  quantity int not null check (quantity between 1 and 1000000),
  price bigint not null check (price between 0 and 9000000000000),
  primary key (organization_id, id),
  unique (organization_id, order_id, position),
  foreign key (organization_id, order_id) references orders (organization_id, id) on delete cascade,
  foreign key (organization_id, product_id) references products (organization_id, id)
);
select berth_migrations.protect('order_lines', '{select,insert,delete}');
grant select, insert, delete on order_lines to berth_app;
create index order_lines_by_product on order_lines (organization_id, product_id, id);

create trigger check_change before insert or update or delete on orders for each row
  when (current_user = 'berth_app') execute function guard.check_order_change();
create trigger check_change before insert or delete on order_lines for each row
  when (current_user = 'berth_app') execute function guard.check_order_line_change();

create table pieces (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  reference text not null check (length(reference) between 1 and 40),
  description text check (length(description) <= 120),
  status text not null check (status in ('expected', 'in_stock', 'loaded', 'delivered', 'missing')),
  order_id uuid,
  shipment_id uuid,
  weight_g int check (weight_g between 1 and 50000000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (lower(reference || ' ' || coalesce(description, ''))) stored,
  primary key (organization_id, id),
  unique (organization_id, reference),
  constraint pieces_of_something check (num_nonnulls(order_id, shipment_id) >= 1),
  foreign key (organization_id, order_id) references orders (organization_id, id),
  foreign key (organization_id, shipment_id) references shipments (organization_id, id)
);
select berth_migrations.protect('pieces', '{select,insert,update,delete}', 'organization_id', true, '{search_text}');
grant select, insert, delete on pieces to berth_app;
grant update (reference, description, status, order_id, shipment_id, weight_g, updated_at) on pieces to berth_app;
create index pieces_by_reference on pieces (organization_id, lower(coalesce(reference, '')), id);
create index pieces_by_created on pieces (organization_id, created_at, id);
create index pieces_by_order on pieces (organization_id, order_id, id);
create index pieces_by_shipment on pieces (organization_id, shipment_id, id);
create index pieces_search on pieces using gin (organization_id, search_text gin_trgm_ops);

create table carrier_connections (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  carrier text not null check (length(carrier) between 1 and 40),
  account text check (length(account) <= 60),
  mode text not null check (mode in ('test', 'live')),
  active boolean not null,
  -- Sealed by the application, AES-256-GCM, bound to this place; never shown and never in the audit trail.
  credentials text check (credentials ~ '^v1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$' and length(credentials) between 50 and 24000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select berth_migrations.protect('carrier_connections', '{select,insert,update,delete}', 'organization_id', true, '{credentials}');
grant select, insert, delete on carrier_connections to berth_app;
grant update (name, carrier, account, mode, active, credentials, updated_at) on carrier_connections to berth_app;
create index carrier_connections_by_name on carrier_connections (organization_id, lower(coalesce(name, '')), id);
create index carrier_connections_by_created on carrier_connections (organization_id, created_at, id);

create table templates (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('label', 'packing_slip', 'invoice', 'manifest', 'message')),
  body text not null check (length(body) between 1 and 20000),
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select berth_migrations.protect('templates', '{select,insert,update,delete}');
grant select, insert, delete on templates to berth_app;
grant update (name, kind, body, active, updated_at) on templates to berth_app;
create index templates_by_name on templates (organization_id, lower(coalesce(name, '')), id);
create index templates_by_created on templates (organization_id, created_at, id);
