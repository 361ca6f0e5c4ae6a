-- A shipment may carry an order; an order may leave in many shipments.
alter table shipments add column order_id uuid,
  add foreign key (organization_id, order_id) references orders (organization_id, id);
create index shipments_by_order on shipments (organization_id, order_id, created_at, id) where order_id is not null;
grant update (order_id) on shipments to berth_app;
