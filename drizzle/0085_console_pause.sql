-- A super admin's console waits after a reset by mail; a session knows the secret that it had before, so that it can be ended by it.
set local role berth_guard;
alter table guard.super_admins add column paused_at timestamptz;
alter table guard.sessions add column previous_hash bytea;
create index sessions_by_previous_hash on guard.sessions (previous_hash) where previous_hash is not null;

drop trigger audit on guard.sessions;
create trigger audit after insert or update of revoked_at on guard.sessions for each row execute function audit.record(
  'hash', 'previous_hash', 'device_hash', 'idle_until', 'expires_at', 'last_used_at', 'confirmed_at', 'address', 'agent',
  'audience', 'parent_id');
reset role;
