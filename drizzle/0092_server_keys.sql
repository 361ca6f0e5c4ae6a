-- Credentials of the installation, for servers that create organizations and invite people into the ones they created.
set local role berth_guard;
create table guard.server_keys (
  id uuid primary key,
  label text not null,
  hash bytea not null unique,
  last4 text not null,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ '{organizations.create,members.invite}'),
  created_by uuid not null references public.users (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references public.users (id),
  last_used_at timestamptz,
  last_used_address text
);
-- What a server created, and so all that it reaches.
create table guard.server_organizations (
  organization_id uuid primary key references public.organizations (id),
  server_id uuid not null references guard.server_keys (id)
);
create index server_organizations_by_server on guard.server_organizations (server_id);
reset role;
