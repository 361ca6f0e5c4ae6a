-- Access and refresh tokens of programs that act for a person, and the organization that a person means without naming one.
set local role berth_guard;
create table guard.access_tokens (
  hash bytea primary key,
  session_id uuid not null references guard.sessions (id) on delete cascade,
  expires_at timestamptz not null
);
create index access_tokens_by_session on guard.access_tokens (session_id);

create table guard.refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references guard.sessions (id) on delete cascade,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index refresh_tokens_by_session on guard.refresh_tokens (session_id);

create table guard.default_organizations (
  user_id uuid primary key references public.users (id) on delete cascade,
  organization_id uuid not null references public.organizations (id)
);
reset role;
