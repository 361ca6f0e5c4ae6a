-- Due times of registration requests, stand-ins for those who decide, and what each person wants to be told.
alter table organizations
  add column request_due_hours int default 72 check (request_due_hours between 1 and 2160),
  add column request_reminder_hours int default 24 check (request_reminder_hours between 0 and 2160),
  add column request_escalation_hours int default 24 check (request_escalation_hours between 0 and 2160),
  add column request_close_hours int check (request_close_hours between 0 and 2160),
  add constraint organizations_close_after_escalation check (request_close_hours >= request_escalation_hours);
grant update (request_due_hours, request_reminder_hours, request_escalation_hours, request_close_hours)
  on organizations to berth_app;
create trigger move_due after update of request_due_hours on organizations for each row
  when (new.request_due_hours is distinct from old.request_due_hours) execute function guard.move_due();

alter table registration_requests add column due_at timestamptz, add column reminded_at timestamptz,
  add column escalated_at timestamptz;
create index registration_requests_by_due on registration_requests (organization_id, coalesce(due_at, 'infinity'), id)
  where state = 'pending';
create index registration_requests_due on registration_requests (due_at) where state = 'pending' and due_at is not null;
create trigger set_due before insert on registration_requests for each row execute function guard.set_due();

create table delegations (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  from_membership_id uuid not null,
  to_membership_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text check (length(note) <= 300),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_as text check (ended_as in ('ended', 'replaced', 'lost')),
  primary key (organization_id, id),
  foreign key (organization_id, from_membership_id) references memberships (organization_id, id) on delete cascade,
  foreign key (organization_id, to_membership_id) references memberships (organization_id, id) on delete cascade,
  check (from_membership_id <> to_membership_id),
  check (starts_at < ends_at),
  check ((ended_at is null) = (ended_as is null))
);
create unique index delegations_one_open on delegations (organization_id, from_membership_id) where ended_at is null;
create index delegations_from on delegations (organization_id, from_membership_id);
create index delegations_to on delegations (organization_id, to_membership_id);
select berth_migrations.protect('delegations', '{select}');
grant select on delegations to berth_app;
create trigger refresh_rights after insert or update or delete on delegations for each row
  execute function guard.refresh_lent_rights();

alter table notices add column record_id uuid, add column in_app boolean not null default true,
  add column digest boolean not null default false, add column digested_at timestamptz, add column archived_at timestamptz;
grant update (archived_at) on notices to berth_app;
create index notices_unread on notices (organization_id, user_id) where in_app and read_at is null and archived_at is null;
create index notices_to_digest on notices (organization_id, user_id) where digest and digested_at is null;
create trigger tell_live after insert or update of read_at, archived_at on notices for each row
  execute function guard.tell_live();

create table notice_preferences (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  user_id uuid not null references users (id),
  kind text not null,
  in_app boolean not null,
  mail text not null check (mail in ('now', 'digest', 'off')),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id, kind)
);
select berth_migrations.protect('notice_preferences', '{select}');
create policy receiver on notice_preferences as restrictive for all to berth_app
  using (user_id = guard.user_id()) with check (user_id = guard.user_id());
grant select on notice_preferences to berth_app;

set local role berth_guard;

-- What a job is about: of one task and subject there is one open job at a time.
alter table guard.jobs add column subject uuid;
create unique index jobs_one_open on guard.jobs (task, subject) where subject is not null and state in ('waiting', 'leased');

-- The days on which a person got the digest mail of an organization.
create table guard.digests (
  organization_id uuid not null,
  membership_id uuid not null,
  day date not null,
  sent_at timestamptz not null default now(),
  primary key (organization_id, membership_id, day),
  foreign key (organization_id, membership_id) references public.memberships (organization_id, id) on delete cascade
);

-- Links by which somebody without an account sees what became of a request.
create table guard.request_links (
  hash bytea primary key,
  organization_id uuid not null,
  request_id uuid not null,
  expires_at timestamptz not null,
  foreign key (organization_id, request_id) references public.registration_requests (organization_id, id) on delete cascade
);
create index request_links_by_request on guard.request_links (organization_id, request_id);
reset role;
