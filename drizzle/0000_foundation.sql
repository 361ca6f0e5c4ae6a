-- Secrets and the wall's own tables: owned by berth_guard, granted to nobody.
set local role berth_guard;

create table guard.secrets (
  one boolean primary key default true check (one),
  mac_key bytea not null,
  code_key bytea not null,
  salt_key bytea not null,
  password_params jsonb not null
);
insert into guard.secrets (mac_key, code_key, salt_key, password_params)
values (guard.secret_hash(guard.random_secret('')), guard.secret_hash(guard.random_secret('')),
  guard.secret_hash(guard.random_secret('')), '{"memoryCost": 19456, "timeCost": 2, "parallelism": 1}');

create table guard.permissions (
  position int primary key check (position between 0 and 255),
  key text not null unique,
  flag text
);

create table guard.operations (
  name text primary key,
  scope text not null check (scope in ('organization', 'account', 'public', 'platform', 'job')),
  access text not null check (access in ('read', 'write')),
  permission text,
  position int references guard.permissions (position),
  check (scope <> 'organization' or position is not null)
);

create table guard.built_in_roles (
  key text primary key,
  name text not null,
  description text not null,
  position int not null,
  inherits text[] not null default '{}',
  permissions text[] not null default '{}'
);
reset role;

create table users (
  id uuid primary key,
  email text not null unique check (email ~ '^[^\s@"(),:;<>\[\]\\]{1,64}@[^\s@"(),:;<>\[\]\\]+\.[^\s@"(),:;<>\[\]\\.]+$' and length(email) <= 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 100),
  email_verified_at timestamptz,
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table users enable row level security;
alter table users force row level security;
create policy fence on users as restrictive for all to berth_app using (id = guard.user_id()) with check (id = guard.user_id());
create policy wall on users for all to berth_guard using (true) with check (true);
create policy app_select on users for select to berth_app using (id is not null);
create policy app_update on users for update to berth_app using (id is not null) with check (id is not null);
grant select on users to berth_app;
grant update (name, time_zone, updated_at) on users to berth_app;
grant select, insert, update, delete, references on users to berth_guard;
create trigger audit after insert or update or delete on users for each row execute function audit.record();

create table organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 40 and slug !~ '^xn-'),
  name text not null check (length(btrim(name)) between 2 and 100),
  name_key text not null,
  profile_digest bytea not null,
  company_name text,
  industry text,
  company_size text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'UTC',
  weight_unit text not null default 'kg' check (weight_unit in ('kg', 'g', 'lb', 'oz')),
  dimension_unit text not null default 'cm' check (dimension_unit in ('cm', 'in')),
  role_template text not null default 'fleet' check (role_template in ('fleet', 'staff', 'procurement')),
  strict_ladder boolean not null default false,
  default_role_key text not null default 'user',
  plan text not null default 'free',
  state text not null default 'active' check (state in ('active', 'suspended', 'awaiting_owner', 'deleted')),
  suspended_reason text,
  dismissed_steps text[] not null default '{}',
  founded_by uuid references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index organizations_founder_name on organizations (founded_by, name_key) where state <> 'deleted';
select berth_migrations.protect('organizations', '{select,update}', 'id', true, '{profile_digest,name_key}');
grant select on organizations to berth_app;
grant update (name, company_name, industry, company_size, city, country, currency, time_zone, weight_unit, dimension_unit,
  role_template, strict_ladder, default_role_key, dismissed_steps, updated_at) on organizations to berth_app;

create table roles (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_-]{1,39}$'),
  name text not null check (length(name) between 1 and 60),
  description text not null default '',
  position int not null default 100,
  built_in boolean not null default false,
  permissions text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)
);
select berth_migrations.protect('roles', '{select,insert,update,delete}');
grant select, insert, delete on roles to berth_app;
grant update (name, description, position, permissions, updated_at) on roles to berth_app;

create table role_inheritance (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  role_key text not null,
  inherits_key text not null check (inherits_key <> role_key),
  primary key (organization_id, role_key, inherits_key),
  foreign key (organization_id, role_key) references roles (organization_id, key) on delete cascade,
  foreign key (organization_id, inherits_key) references roles (organization_id, key)
);
select berth_migrations.protect('role_inheritance', '{select,insert,delete}');
grant select, insert, delete on role_inheritance to berth_app;
create index role_inheritance_inherits on role_inheritance (organization_id, inherits_key);

create table memberships (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  user_id uuid not null references users (id),
  role_key text not null,
  flags text[] not null default '{}' check (flags <@ array['view_orders', 'act_orders', 'view_customers', 'act_customers',
    'view_assets', 'act_assets', 'send_invites', 'manage_permissions']),
  status text not null default 'active' check (status in ('active', 'suspended')),
  origin text not null check (origin in ('founder', 'invitation', 'registration', 'platform', 'seed')),
  invited_by uuid,
  name text not null,
  email text not null,
  joined_at timestamptz not null default now(),
  last_active_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id),
  foreign key (organization_id, role_key) references roles (organization_id, key),
  constraint memberships_one_owner exclude using btree (organization_id with =) where (role_key = 'owner') deferrable initially deferred,
  check (role_key <> 'owner' or status = 'active')
);
create index memberships_by_name on memberships (organization_id, lower(name), id);
create index memberships_by_joined on memberships (organization_id, joined_at, id);
create index memberships_by_role on memberships (organization_id, role_key, id);
create index memberships_by_user on memberships (user_id);
select berth_migrations.protect('memberships', '{select,update,delete}', 'organization_id', true, '{last_active_at}');
grant select, delete on memberships to berth_app;
grant update (role_key, flags, status, updated_at) on memberships to berth_app;

create trigger check_change before update or delete on memberships for each row
  when (current_user = 'berth_app') execute function guard.check_membership_change();
create trigger refresh_rights after insert or update of role_key, flags, status on memberships for each row
  execute function guard.refresh_rights();
create constraint trigger owner_remains after update of role_key, status or delete on memberships deferrable initially deferred
  for each row when (old.role_key = 'owner') execute function guard.check_owner_remains();
create constraint trigger owner_remains after insert or update of state on organizations deferrable initially deferred
  for each row execute function guard.check_owner_remains();
create trigger check_change before insert or update or delete on roles for each row
  when (current_user = 'berth_app') execute function guard.check_role_change();
create trigger check_change before insert or delete on role_inheritance for each row
  when (current_user = 'berth_app') execute function guard.check_role_change();
create trigger refresh_rights after update of permissions on roles for each row execute function guard.refresh_role_rights();
create trigger refresh_rights after insert or delete on role_inheritance for each row execute function guard.refresh_role_rights();
create trigger copy_person after update of name, email on users for each row execute function guard.copy_person();

create table registration_requests (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  email text not null check (length(email) <= 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 100),
  message text not null default '' check (length(message) <= 1000),
  user_id uuid references users (id),
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected')),
  closed_as text check (closed_as in ('rejected', 'withdrawn', 'overdue')),
  role_key text,
  note text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  joined_at timestamptz,
  repeats int not null default 0,
  address text,
  agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  check ((state = 'pending') = (decided_at is null)),
  check ((state = 'rejected') = (closed_as is not null)),
  foreign key (organization_id, role_key) references roles (organization_id, key)
);
create unique index registration_requests_one_pending on registration_requests (organization_id, email) where state = 'pending';
create index registration_requests_by_state on registration_requests (organization_id, state, created_at, id);
create index registration_requests_by_email on registration_requests (email, created_at);
select berth_migrations.protect('registration_requests', '{select}', 'organization_id', true, '{address,agent}');
grant select on registration_requests to berth_app;

create table ownership_transfers (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  from_membership_id uuid not null,
  to_membership_id uuid not null,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'cancelled')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, from_membership_id) references memberships (organization_id, id) on delete cascade,
  foreign key (organization_id, to_membership_id) references memberships (organization_id, id) on delete cascade
);
create unique index ownership_transfers_one_open on ownership_transfers (organization_id) where state = 'offered';
create index ownership_transfers_to on ownership_transfers (organization_id, to_membership_id);
create index ownership_transfers_from on ownership_transfers (organization_id, from_membership_id);
select berth_migrations.protect('ownership_transfers', '{select}');
grant select on ownership_transfers to berth_app;

create table notices (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  user_id uuid not null references users (id),
  kind text not null,
  title text not null,
  body text,
  path text,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index notices_mine on notices (organization_id, user_id, created_at, id);
select berth_migrations.protect('notices', '{select,update}', 'organization_id', false);
-- Inside an organization a notice is its receiver's alone.
create policy receiver on notices as restrictive for all to berth_app using (user_id = guard.user_id()) with check (user_id = guard.user_id());
grant select on notices to berth_app;
grant update (read_at) on notices to berth_app;

-- Counters of the request limits; keys are hashes, no tenant data.
create table limits (key text primary key, points int not null default 0, expire bigint);
grant select, insert, update, delete on limits to berth_app;

set local role berth_guard;

create table guard.credentials (
  user_id uuid primary key references public.users (id) on delete cascade,
  salt bytea not null,
  params jsonb not null,
  verifier bytea not null,
  changed_at timestamptz not null default now()
);

create table guard.super_admins (
  user_id uuid primary key references public.users (id),
  granted_at timestamptz not null default now(),
  revoked_at timestamptz
);
create trigger audit after insert or update or delete on guard.super_admins for each row execute function audit.record();

create table guard.sessions (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  parent_id uuid references guard.sessions (id) on delete cascade,
  organization_id uuid references public.organizations (id),
  hash bytea not null unique,
  audience text not null,
  method text not null,
  device_hash bytea,
  device text,
  address text,
  agent text,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  idle_until timestamptz not null,
  revoked_at timestamptz,
  check ((parent_id is null) = (audience = '') and (parent_id is null) = (organization_id is null))
);
create index sessions_by_user on guard.sessions (user_id);
create index sessions_by_parent on guard.sessions (parent_id);
create index sessions_by_organization on guard.sessions (organization_id) where revoked_at is null;
create trigger audit after insert or update of revoked_at on guard.sessions for each row execute function audit.record(
  'hash', 'device_hash', 'idle_until', 'expires_at', 'last_used_at', 'confirmed_at', 'address', 'agent', 'audience', 'parent_id');

create table guard.handoffs (
  hash bytea primary key,
  session_id uuid not null references guard.sessions (id) on delete cascade,
  organization_id uuid not null,
  audience text not null,
  nonce_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index handoffs_by_session on guard.handoffs (session_id);

create table guard.tokens (
  id uuid primary key,
  kind text not null check (kind in ('sign_up', 'reset', 'change_address', 'activation')),
  email text not null,
  user_id uuid references public.users (id) on delete cascade,
  organization_id uuid,
  record_id uuid,
  hash bytea not null unique,
  nonce_hash bytea,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index tokens_by_user on guard.tokens (user_id, kind);

create table guard.rights (
  organization_id uuid not null,
  membership_id uuid not null,
  permissions bit(256) not null,
  valid_until timestamptz,
  primary key (organization_id, membership_id),
  foreign key (organization_id, membership_id) references public.memberships (organization_id, id) on delete cascade
);

create table guard.slug_reservations (
  slug text primary key,
  organization_id uuid not null references public.organizations (id),
  until timestamptz not null
);

create table guard.invitations (
  organization_id uuid not null references public.organizations (id),
  id uuid not null,
  kind text not null check (kind in ('link', 'code')),
  email text check (email = lower(email)),
  role_key text not null,
  hash bytea not null unique,
  note text check (length(note) <= 500),
  invited_by uuid,
  invited_by_name text,
  by_platform boolean not null default false,
  sent_at timestamptz,
  opened_at timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  accepted_by_name text,
  revoked_at timestamptz,
  revoked_by uuid,
  resent int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, role_key) references public.roles (organization_id, key),
  check (kind = 'code' or email is not null),
  check (accepted_at is null or revoked_at is null),
  check (role_key <> 'owner' or by_platform)
);
create index invitations_by_created on guard.invitations (organization_id, created_at, id);
create index invitations_by_email on guard.invitations (email) where accepted_at is null and revoked_at is null;
create trigger audit after insert or update or delete on guard.invitations for each row execute function audit.record('hash', 'opened_at', 'sent_at');

create table guard.api_keys (
  organization_id uuid not null references public.organizations (id),
  id uuid not null,
  label text not null check (length(label) between 1 and 100),
  hash bytea not null unique,
  prefix text not null,
  last4 text not null,
  rights bit(256) not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_address text,
  primary key (organization_id, id)
);
create trigger audit after insert or update or delete on guard.api_keys for each row execute function audit.record(
  'hash', 'rights', 'last_used_at', 'last_used_address');

create table guard.jobs (
  id uuid primary key,
  organization_id uuid,
  task text not null,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'leased', 'done', 'failed')),
  attempts int not null default 0,
  lease_hash bytea unique,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index jobs_open on guard.jobs (state, created_at) where state <> 'done';
create index jobs_by_organization on guard.jobs (organization_id, created_at);

create table guard.mailbox (
  id uuid primary key,
  recipient text not null,
  sealed_message text not null,
  created_at timestamptz not null default now()
);
create index mailbox_by_recipient on guard.mailbox (recipient, created_at);

create table audit.entries (
  organization_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor_user_id uuid,
  actor_label text,
  actor_kind text,
  credential_id uuid,
  acting_as uuid,
  operation text not null,
  record_type text not null,
  record_id uuid,
  action text not null,
  before jsonb,
  after jsonb,
  request_id uuid,
  address text,
  agent text,
  primary key (organization_id, id)
);
create index entries_by_record on audit.entries (organization_id, record_id, id);
create index entries_refused on audit.entries (address, at) where action = 'refused';
alter table audit.entries enable row level security;
alter table audit.entries force row level security;
create policy fence on audit.entries as restrictive for all to berth_app using (organization_id = guard.organization_id());
create policy wall on audit.entries for all to berth_guard using (true) with check (true);
create policy app_select on audit.entries for select to berth_app using (organization_id is not null);
grant select on audit.entries to berth_app;
create trigger sealed before update or delete on audit.entries for each row execute function audit.refuse_change();
create trigger sealed_whole before truncate on audit.entries for each statement execute function audit.refuse_change();
reset role;
