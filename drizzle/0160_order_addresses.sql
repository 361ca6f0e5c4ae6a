-- Where an order goes, comes from and is billed to: as the two sides of a shipment are kept, and each may be missing.
set local search_path = public, extensions;

alter table orders add column shipping_to jsonb, add column shipping_from jsonb, add column billing_address jsonb;
do $$
declare
  name text;
begin
  foreach name in array array['shipping_to', 'shipping_from', 'billing_address'] loop
    execute format('alter table orders add constraint %1$I check (%2$I is null or (jsonb_typeof(%2$I) = ''object''
      and length(%2$I::text) <= 2000
      and %2$I - array[''name'', ''company'', ''street'', ''extra'', ''city'', ''region'', ''postcode'', ''country'', ''phone'', ''email''] = ''{}''
      and %2$I ?& array[''name'', ''street'', ''city'', ''country'']
      and length(%2$I ->> ''name'') between 1 and 100 and length(%2$I ->> ''street'') between 1 and 120
      and length(%2$I ->> ''city'') between 1 and 100 and %2$I ->> ''country'' ~ ''^[A-Z]{2}$''))', 'orders_' || name, name);
  end loop;
end $$;
grant update (shipping_to, shipping_from, billing_address) on orders to berth_app;

-- The search finds an order by whom it goes to.
alter table orders drop column search_text;
alter table orders add column search_text text generated always as (lower(reference || ' ' || coalesce(notes, '') || ' '
  || coalesce(shipping_to ->> 'name', '') || ' ' || coalesce(shipping_to ->> 'company', '') || ' '
  || coalesce(shipping_to ->> 'city', '') || ' ' || coalesce(shipping_to ->> 'postcode', ''))) stored;
create index orders_search on orders using gin (organization_id, search_text gin_trgm_ops);
set local search_path = public;
