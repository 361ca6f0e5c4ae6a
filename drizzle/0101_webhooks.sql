-- Where events are sent, what was sent, and each try of it.
set local role berth_guard;
create table guard.webhook_endpoints (
  organization_id uuid not null references public.organizations (id),
  id uuid not null,
  url text not null check (length(url) <= 500),
  description text not null default '' check (length(description) <= 200),
  -- Names of events; '*' is all of them.
  events text[] not null check (cardinality(events) between 1 and 200),
  test_mode boolean not null default false,
  sealed_secret text not null,
  sealed_previous text,
  previous_until timestamptz,
  state text not null default 'active' check (state in ('active', 'disabled')),
  disabled_as text check (disabled_as in ('person', 'gone', 'failing')),
  failing_since timestamptz,
  -- Until it has answered well, and again once it has not, it gets little at a time.
  is_slow boolean not null default true,
  last_delivery_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  check ((state = 'disabled') = (disabled_as is not null))
);
create trigger audit after insert or update or delete on guard.webhook_endpoints for each row execute function audit.record(
  'sealed_secret', 'sealed_previous', 'failing_since', 'is_slow', 'last_delivery_at');
insert into guard.event_nouns (noun, record_type, permission) values ('webhook', 'webhook_endpoints', 'webhooks.view');
reset role;

create table webhook_deliveries (
  organization_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  -- As the endpoint calls it.
  event text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'failed')),
  once boolean not null default false,
  attempts int not null default 0,
  due_at timestamptz not null,
  lease uuid,
  leased_until timestamptz,
  last_status int,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, id)
);
create index webhook_deliveries_waiting on webhook_deliveries (organization_id, endpoint_id, due_at) where state = 'waiting';
create index webhook_deliveries_sending on webhook_deliveries (organization_id, endpoint_id) where state = 'sending';
create index webhook_deliveries_of_endpoint on webhook_deliveries (organization_id, endpoint_id, id);
select berth_migrations.protect('webhook_deliveries', '{select}', 'organization_id', false);
grant select on webhook_deliveries to berth_app;

create table webhook_attempts (
  organization_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  number int not null,
  at timestamptz not null,
  url text not null,
  milliseconds int not null,
  status int,
  error text,
  answer text,
  primary key (organization_id, id)
);
create index webhook_attempts_of_delivery on webhook_attempts (organization_id, delivery_id, number);
select berth_migrations.protect('webhook_attempts', '{select}', 'organization_id', false);
grant select on webhook_attempts to berth_app;
