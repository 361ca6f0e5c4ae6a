-- Files of records that are checked, then written row by row by a job.
create table imports (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  list text not null check (length(list) between 1 and 63),
  membership_id uuid not null,
  starter text not null,
  name text not null check (length(name) between 1 and 200),
  file text not null check (file ~ '^[0-9a-f]{32}$'),
  header text[] not null check (cardinality(header) between 1 and 300),
  delimiter text not null check (delimiter in (',', ';', E'\t')),
  phase text not null default 'checking'
    check (phase in ('checking', 'checked', 'writing', 'done', 'cancelled', 'failed')),
  -- Records that this phase has taken, those of the whole file once it was read, and what became of them.
  taken int not null default 0 check (taken >= 0),
  total int check (total >= 0),
  good int not null default 0,
  faulty int not null default 0,
  problem text check (length(problem) <= 500),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id)
);
select berth_migrations.protect('imports', '{select,update}', 'organization_id', true,
  '{taken,total,good,faulty,header,delimiter,file}');
grant select on imports to berth_app;
grant update (phase, taken, total, good, faulty, problem, finished_at) on imports to berth_app;
create index imports_by_list on imports (organization_id, list, created_at, id);

create table import_faults (
  organization_id uuid not null default guard.organization_id() references organizations (id),
  id uuid not null,
  import_id uuid not null,
  line int not null,
  faults jsonb not null,
  cells text[] not null,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references imports (organization_id, id) on delete cascade
);
select berth_migrations.protect('import_faults', '{select,insert,delete}', 'organization_id', false);
grant select, insert, delete on import_faults to berth_app;
create index import_faults_by_import on import_faults (organization_id, import_id, line, id);
