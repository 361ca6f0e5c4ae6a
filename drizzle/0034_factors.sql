-- Second factors: their secrets belong to the wall; what an organization demands stands on its own row.
set local role berth_guard;
create table guard.installation (
  one boolean primary key default true check (one),
  factor_for text not null default 'nobody' check (factor_for in ('nobody', 'powerful', 'everybody')),
  factor_since timestamptz not null default now(),
  factor_grace_days int not null default 7 check (factor_grace_days between 0 and 90)
);
insert into guard.installation default values;

create table guard.factors (
  user_id uuid primary key references public.users (id) on delete cascade,
  seed text,
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  next_seed text,
  next_until timestamptz,
  check ((seed is null) = (confirmed_at is null))
);

create table guard.recovery_codes (
  user_id uuid not null references guard.factors (user_id) on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

create table guard.remembered_devices (
  id uuid primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  device_hash bytea not null,
  device text,
  address text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  unique (user_id, device_hash)
);

-- A sign-in whose first half is proved. It opens nothing.
create table guard.pending_sign_ins (
  hash bytea primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  method text not null,
  device_hash bytea,
  known boolean not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index pending_sign_ins_by_user on guard.pending_sign_ins (user_id);

alter table guard.sessions add column signed_in_at timestamptz not null default now(),
  add column factor text check (factor in ('code', 'recovery', 'remembered')), add column factor_at timestamptz;
update guard.sessions set signed_in_at = created_at where parent_id is null;
update guard.sessions h set signed_in_at = root.created_at from guard.sessions root where root.id = h.parent_id;

alter table guard.rights add column factor_from timestamptz, add column codes_only boolean, add column session_length interval,
  add column idle_length interval, add column networks cidr[], add column methods text[];
create trigger demands before insert or update on guard.rights for each row execute function guard.set_demands();
reset role;

alter table organizations
  add column factor_for text check (factor_for in ('nobody', 'powerful', 'everybody')),
  add column factor_since timestamptz not null default now(),
  add column factor_grace_days int not null default 7 check (factor_grace_days between 0 and 90),
  add column remember_devices boolean not null default true,
  add column session_hours int check (session_hours between 1 and 720),
  add column session_idle_minutes int check (session_idle_minutes between 5 and 20160),
  add column sign_in_ways text[] check (cardinality(sign_in_ways) > 0 and sign_in_ways <@ array['password']),
  add column allowed_networks cidr[] check (cardinality(allowed_networks) between 1 and 50);
create trigger refresh_demands after update of factor_for, factor_since, factor_grace_days, remember_devices, session_hours,
  session_idle_minutes, sign_in_ways, allowed_networks on organizations for each row
  execute function guard.refresh_organization_rights();

-- A copy for lists, as name and address are.
alter table memberships add column second_factor boolean not null default false;
create trigger copy_factor before insert on memberships for each row execute function guard.copy_factor();
