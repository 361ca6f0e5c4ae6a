-- A session says by whose identity it began, and an organization's policy counts it by that.
set local role berth_guard;
-- The address that the provider vouched for at the last sign-in, or whose mail was read here.
alter table guard.identities add column vouched text;
alter table guard.pending_sign_ins add column identity_id uuid;
-- own: of the account's own address. Sessions of before cannot say, so where ways are limited their people sign in again.
alter table guard.sessions
  add column identity_id uuid, add column issuer text, add column own boolean not null default false,
  add column ways text[] not null generated always as (case
    when method in ('password', 'reset', 'activation', 'invitation') then array['password']
    when own then array[method, method || ' ' || coalesce(issuer, '')] else '{}'::text[] end) stored;
drop trigger audit on guard.sessions;
create trigger audit after insert or update of revoked_at on guard.sessions for each row execute function audit.record(
  'hash', 'previous_hash', 'device_hash', 'idle_until', 'expires_at', 'last_used_at', 'confirmed_at', 'address', 'agent',
  'audience', 'parent_id', 'identity_id', 'ways');
reset role;

alter table organizations add column sign_in_issuers text[] check (cardinality(sign_in_issuers) between 1 and 20);
drop trigger refresh_demands on organizations;
create trigger refresh_demands after update of factor_for, factor_since, factor_grace_days, remember_devices, session_hours,
  session_idle_minutes, sign_in_ways, sign_in_issuers, allowed_networks on organizations for each row
  execute function guard.refresh_organization_rights();

set local role berth_guard;
update guard.rights set slug = slug where methods is not null;
reset role;
