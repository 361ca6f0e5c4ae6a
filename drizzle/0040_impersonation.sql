-- A super admin who acts as one member of one organization, for an hour at most.
set local role berth_guard;

-- What an operation is under impersonation: a look, an act of one that was raised, the impersonation's own, or closed.
alter table guard.operations add column impersonation text not null default 'closed'
  check (impersonation in ('look', 'act', 'own', 'closed'));

create table guard.impersonations (
  organization_id uuid not null references public.organizations (id),
  id uuid not null,
  -- The super admin's root session: where it ends, this ends.
  session_id uuid not null references guard.sessions (id) on delete cascade,
  super_admin_id uuid not null references public.users (id),
  membership_id uuid not null,
  user_id uuid not null references public.users (id),
  reason text not null check (length(btrim(reason)) between 5 and 300),
  started_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  raised_at timestamptz,
  raise_reason text check (length(btrim(raise_reason)) between 5 and 300),
  ended_at timestamptz,
  ended_as text check (ended_as in ('stopped', 'stopped_by_platform', 'stopped_by_organization', 'signed_out', 'lost', 'expired', 'replaced')),
  primary key (organization_id, id),
  check (expires_at <= started_at + interval '60 minutes'),
  check ((raised_at is null) = (raise_reason is null)),
  check ((ended_at is null) = (ended_as is null)),
  check (user_id <> super_admin_id)
);
create unique index impersonations_one on guard.impersonations (session_id) where ended_at is null;
create index impersonations_by_time on guard.impersonations (started_at desc, id);
create trigger audit after insert or update or delete on guard.impersonations for each row
  execute function audit.record('session_id');

alter table guard.sessions add column impersonation_id uuid,
  add foreign key (organization_id, impersonation_id) references guard.impersonations (organization_id, id);
create index sessions_by_impersonation on guard.sessions (organization_id, impersonation_id) where impersonation_id is not null;
alter table guard.handoffs add column impersonation_id uuid;
reset role;
