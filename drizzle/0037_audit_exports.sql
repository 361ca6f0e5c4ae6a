-- Copies of the audit trail that a job writes; each file lies there until its link has ended.
create table audit_exports (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  membership_id uuid not null,
  starter text not null,
  format text not null check (format in ('csv', 'jsonl')),
  query text not null check (length(query) <= 500),
  conditions jsonb not null,
  file text not null check (file ~ '^[0-9a-f]{32}$'),
  phase text not null default 'writing' check (phase in ('writing', 'done', 'failed', 'expired')),
  -- Ids of the newest and the oldest entry when it began, and of the last one that was written.
  newest_id bigint,
  oldest_id bigint,
  last_id bigint,
  taken int not null default 0,
  parts int not null default 0,
  problem text check (length(problem) <= 500),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  link_until timestamptz,
  primary key (organization_id, id)
);
select berth_migrations.protect('audit_exports', '{select,update}', 'organization_id', true,
  '{conditions,file,newest_id,oldest_id,last_id,taken,parts}');
grant select on audit_exports to berth_app;
grant update (phase, last_id, taken, parts, problem, finished_at) on audit_exports to berth_app;
create index audit_exports_by_time on audit_exports (organization_id, created_at, id);
create index audit_exports_open on audit_exports (organization_id, finished_at) where phase in ('done', 'failed');

set local role berth_guard;
-- What the account manager's page counts.
create index entries_counted on audit.entries (organization_id, at) include (record_type, actor_user_id)
  where action = 'insert' and record_type in ('orders', 'shipments', 'invitations')
    or action = 'update' and record_type = 'registration_requests' and after ->> 'state' = 'approved';
reset role;
