-- Records are live ones or test ones, and every request works with those of its own mode. What exists stays what it says it
-- is: shipments and carrier connections that are marked as tests, and all else is live.
set local role berth_guard;
alter table guard.jobs add column test_mode boolean not null default false;
alter table guard.jobs alter column test_mode set default guard.told_mode();
reset role;

revoke update (test_mode) on shipments from berth_app;
alter table carrier_connections add column test_mode boolean not null default false;
alter table carrier_connections disable trigger user;
set local role berth_guard;
update public.carrier_connections set test_mode = true where mode = 'test';
reset role;
alter table carrier_connections enable trigger user;
alter table carrier_connections drop column mode;

select berth_migrations.separate_modes(name) from unnest(array['shipments', 'shipment_parcels', 'shipment_events', 'orders',
  'order_lines', 'pieces', 'customers', 'addresses', 'products', 'parcels', 'assets', 'carrier_connections', 'templates',
  'imports', 'import_faults', 'events']::regclass[]) name;

-- What belongs to a shipment that is marked as a test is one too; what it had to do with live records ends.
alter table shipments disable trigger user;
alter table shipment_parcels disable trigger user;
alter table shipment_events disable trigger user;
alter table pieces disable trigger user;
set local role berth_guard;
update public.shipments set order_id = null where test_mode and order_id is not null;
update public.shipment_parcels c set test_mode = true from public.shipments s
where s.organization_id = c.organization_id and s.id = c.shipment_id and s.test_mode;
update public.shipment_events c set test_mode = true from public.shipments s
where s.organization_id = c.organization_id and s.id = c.shipment_id and s.test_mode;
update public.pieces c set shipment_id = case when c.order_id is null then c.shipment_id end, test_mode = c.order_id is null
from public.shipments s where s.organization_id = c.organization_id and s.id = c.shipment_id and s.test_mode;
reset role;
alter table shipments enable trigger user;
alter table shipment_parcels enable trigger user;
alter table shipment_events enable trigger user;
alter table pieces enable trigger user;

alter table shipments add unique (organization_id, id, test_mode);
alter table orders add unique (organization_id, id, test_mode);
alter table customers add unique (organization_id, id, test_mode);
alter table products add unique (organization_id, id, test_mode);
alter table imports add unique (organization_id, id, test_mode);
select berth_migrations.refer_within_mode('shipments', 'order_id', 'orders');
select berth_migrations.refer_within_mode('shipment_parcels', 'shipment_id', 'shipments', 'on delete cascade');
select berth_migrations.refer_within_mode('shipment_events', 'shipment_id', 'shipments', 'on delete cascade');
select berth_migrations.refer_within_mode('orders', 'customer_id', 'customers');
select berth_migrations.refer_within_mode('order_lines', 'order_id', 'orders', 'on delete cascade');
select berth_migrations.refer_within_mode('order_lines', 'product_id', 'products');
select berth_migrations.refer_within_mode('pieces', 'order_id', 'orders');
select berth_migrations.refer_within_mode('pieces', 'shipment_id', 'shipments');
select berth_migrations.refer_within_mode('addresses', 'customer_id', 'customers');
select berth_migrations.refer_within_mode('import_faults', 'import_id', 'imports', 'on delete cascade');

-- The same number or name may be given once in each mode.
alter table shipments drop constraint shipments_organization_id_reference_key,
  add constraint shipments_organization_id_reference_key unique (organization_id, reference, test_mode);
alter table orders drop constraint orders_organization_id_reference_key,
  add constraint orders_organization_id_reference_key unique (organization_id, reference, test_mode);
alter table pieces drop constraint pieces_organization_id_reference_key,
  add constraint pieces_organization_id_reference_key unique (organization_id, reference, test_mode);
alter table products drop constraint products_organization_id_sku_key,
  add constraint products_organization_id_sku_key unique (organization_id, sku, test_mode);
alter table parcels drop constraint parcels_organization_id_name_key,
  add constraint parcels_organization_id_name_key unique (organization_id, name, test_mode);
alter table assets drop constraint assets_organization_id_code_key,
  add constraint assets_organization_id_code_key unique (organization_id, code, test_mode);
alter table carrier_connections drop constraint carrier_connections_organization_id_name_key,
  add constraint carrier_connections_organization_id_name_key unique (organization_id, name, test_mode);
alter table templates drop constraint templates_organization_id_name_key,
  add constraint templates_organization_id_name_key unique (organization_id, name, test_mode);
