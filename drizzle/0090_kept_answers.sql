-- What a request with an Idempotency-Key was answered, for a day. Only the wall reads it.
set local role berth_guard;
create table guard.kept_answers (
  -- Zeros: of an account, which is no organization's.
  organization_id uuid not null,
  credential_id uuid not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status int,
  -- Null where the answer was too large to keep.
  body text check (octet_length(body) <= 262144),
  created_at timestamptz not null default now(),
  primary key (organization_id, credential_id, key_hash)
);
create index kept_answers_by_age on guard.kept_answers (created_at);
reset role;
