-- How an organization wants to be called over HTTP, and how often it may be.
alter table organizations add column api_refuses_other_organization boolean not null default false,
  add column api_requires_versions boolean not null default false,
  add column api_calls_per_key int not null default 1200 check (api_calls_per_key between 1 and 10000000),
  add column api_calls int not null default 6000 check (api_calls between 1 and 10000000);

set local role berth_guard;
-- Calls of the running minute: one row for each credential, and one for its organization under zeros. Unlogged: a crash of
-- the database begins the minute anew, and counting writes no log.
create unlogged table guard.call_counts (
  organization_id uuid not null,
  credential_id uuid not null,
  since timestamptz not null,
  calls int not null,
  primary key (organization_id, credential_id)
) with (fillfactor = 50);
reset role;
