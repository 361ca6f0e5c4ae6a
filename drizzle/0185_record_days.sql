-- What the shipments and orders of a day came to, in the organization's zone, of each currency and mode apart: written by the
-- worker (94_usage.sql), which counts a day anew each time something of it changed.
create table record_days (
  organization_id uuid not null,
  id uuid not null default guard.uuid7(),
  day date not null,
  currency text not null,
  shipments bigint not null,
  spend bigint not null,
  orders bigint not null,
  volume bigint not null,
  test_mode boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, day, currency, test_mode)
);
select berth_migrations.protect('record_days', '{select}', 'organization_id', false);
select berth_migrations.separate_modes('record_days');
grant select on record_days to berth_app;
-- Figures of the whole organization, which nobody sees who is limited to some branches.
alter policy app_select on record_days using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.is_own(null));

set local role berth_guard;
-- How far an organization's records were counted, by transactions, and in which zone.
create table guard.record_marks (
  organization_id uuid primary key,
  txid bigint not null,
  time_zone text not null
);
reset role;

-- Calls that touched a record, by its id. Most calls touch none.
set local search_path = public, extensions;
create index api_calls_by_entity on api_calls using gin (organization_id, entities) where entities <> '{}';
set local search_path = public;
