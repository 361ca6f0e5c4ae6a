-- What other providers call a person here, and what lies between leaving for one and coming back.
set local role berth_guard;
create table guard.identities (
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 300),
  id uuid not null unique,
  provider text not null check (provider in ('google', 'microsoft', 'github', 'oidc')),
  user_id uuid not null references public.users (id) on delete cascade,
  email text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (user_id, issuer)
);

create table guard.provider_visits (
  hash bytea primary key,
  provider text not null check (provider in ('google', 'microsoft', 'github', 'oidc')),
  session_id uuid references guard.sessions (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index provider_visits_by_session on guard.provider_visits (session_id);

create table guard.waiting_identities (
  hash bytea primary key,
  provider text not null check (provider in ('google', 'microsoft', 'github', 'oidc')),
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 300),
  email text,
  name text not null check (length(name) between 1 and 100),
  why text not null check (why in ('address_known', 'address_unverified', 'no_address')),
  mail_hash bytea,
  expires_at timestamptz not null,
  used_at timestamptz
);
reset role;

alter table organizations drop constraint organizations_sign_in_ways_check, add constraint organizations_sign_in_ways_check
  check (cardinality(sign_in_ways) > 0 and sign_in_ways <@ array['password', 'google', 'microsoft', 'github', 'oidc']);
