-- Calls of the API, as their organization reads them: written in batches after the answers, by the wall's own function alone.
create table api_calls (
  organization_id uuid not null,
  -- By the time of the call, made where it was answered: a batch that is written again adds nothing.
  id uuid not null,
  -- Counts the calls of this organization; for programs whose ids are whole numbers.
  number bigint not null,
  at timestamptz not null,
  method text not null,
  path text not null,
  query text not null,
  host text not null,
  operations text[] not null,
  -- Permissions without which nobody reads what it carried.
  needs text[] not null,
  status int not null,
  error text,
  milliseconds int not null,
  credential_kind text not null check (credential_kind in ('key', 'session', 'token', 'support')),
  credential_id uuid not null,
  membership_id uuid,
  caller text not null,
  test_mode boolean not null,
  address text,
  agent text,
  request_id uuid,
  headers jsonb not null,
  entities text[] not null,
  request text,
  request_bytes int not null,
  response text,
  response_bytes int not null,
  primary key (organization_id, id)
);
create index api_calls_by_request on api_calls (organization_id, request_id);
create index api_calls_by_number on api_calls (organization_id, number);
select berth_migrations.protect('api_calls', '{select}', 'organization_id', false);
select berth_migrations.separate_modes('api_calls');
grant select on api_calls to berth_app;
-- Answers tell of records of all branches: who is limited to some finds their own calls.
alter policy app_select on api_calls
  using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.is_own(membership_id));

do $$
begin
  alter table api_calls alter column request set compression lz4, alter column response set compression lz4;
exception when feature_not_supported then
  null; -- this server packs with its own way alone
end $$;

alter table organizations add column log_retention_days int not null default 30 check (log_retention_days between 1 and 365);

set local role berth_guard;
create table guard.call_numbers (
  organization_id uuid primary key,
  last bigint not null
);
reset role;

-- What a day came to, in the organization's zone. Calls are added with each batch of them.
create table usage_days (
  organization_id uuid not null,
  day date not null,
  api_calls bigint not null default 0,
  api_errors bigint not null default 0,
  primary key (organization_id, day)
);
select berth_migrations.protect('usage_days', '{select}', 'organization_id', false);
grant select on usage_days to berth_app;
-- Figures of the whole organization, which nobody sees who is limited to some branches.
alter policy app_select on usage_days using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.is_own(null));
