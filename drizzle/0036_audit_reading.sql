-- What makes the audit trail searchable and its changes evident: the words of each entry, and a chain per organization.
-- Both are written behind the change, by guard.seal_entries, so that a write pays for neither.
create table audit_words (
  organization_id uuid not null,
  id bigint not null,
  record_name text,
  words text not null,
  primary key (organization_id, id)
);
select berth_migrations.protect('audit_words', '{}', 'organization_id', false);
set local search_path = public, extensions;
create index audit_words_search on audit_words using gin (organization_id, words gin_trgm_ops);
set local search_path = public;

set local role berth_guard;
-- The transaction that wrote an entry: what is below every running one can get no late neighbour.
alter table audit.entries add column txid bigint not null default pg_current_xact_id()::text::bigint;
create index entries_by_transaction on audit.entries using brin (txid) with (pages_per_range = 16, autosummarize = on);

create table audit.seals (
  organization_id uuid not null,
  position bigint not null,
  entry_id bigint not null,
  digest bytea not null,
  primary key (organization_id, position)
);
create unique index seals_by_entry on audit.seals (organization_id, entry_id);

-- How far each chain goes, and where it begins since a range was let go.
create table audit.chains (
  organization_id uuid primary key,
  position bigint not null default 0,
  digest bytea not null default sha256(''),
  sealed_at timestamptz not null default clock_timestamp(),
  base_position bigint not null default 0,
  base_digest bytea not null default sha256(''),
  base_at timestamptz,
  verified_position bigint not null default 0,
  verified_at timestamptz
);

create table audit.sealing (
  only_one boolean primary key default true check (only_one),
  txid bigint not null default 0,
  entry_id bigint not null default 0
);
insert into audit.sealing default values;
reset role;
