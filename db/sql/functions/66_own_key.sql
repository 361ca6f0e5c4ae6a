-- A key replaces itself: whoever holds it has what the new one opens, so nothing else is asked for. The new one carries what
-- the old one carries now and ends when that would have ended: only people give a key more time.
set local role berth_guard;

-- Internal: the key of the context, held until the transaction ends.
create or replace function guard.acting_key() returns record
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  k record;
begin
  if c.kind <> 6 then
    perform guard.refuse('BE003', 'Only a key replaces itself: call this with the key.', 'key_needed');
  end if;
  select * into k from guard.api_keys where organization_id = c.organization_id and id = c.credential_id and revoked_at is null
  for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such key.');
  end if;
  return k;
end $$;

-- What a new secret for it begins with: its mode.
create or replace function guard.own_key_is_test() returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare k record := guard.acting_key();
begin
  return k.test_mode;
end $$;

-- The old one lives p_overlap hours longer, or ends with this transaction. Answers {id, label, expires_at} of the new one.
create or replace function guard.rotate_own_key(p_key text, p_overlap int) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  k record := guard.acting_key();
  made uuid;
begin
  perform guard.require('organization.view');
  if p_overlap not between 0 and 72 then
    perform guard.refuse('BE022', 'The old key can work for 72 hours at most.', 'overlap_range');
  end if;
  if k.ended_as = 'rotated' then
    perform guard.refuse('BE009', 'This key was replaced already.', 'already_rotated');
  end if;
  if k.test_mode <> starts_with(p_key, 'key_test_') then
    perform guard.refuse('BE022', 'This is not a key of the same mode.', 'key_format');
  end if;
  made := guard.insert_key(k.organization_id, k.created_by, k.label, p_key,
    guard.key_rights(k.rights, k.created_by, guard.live_rights(k.organization_id, k.created_by)), k.expires_at, k.scopes);
  if k.maker_name is not null then
    update guard.api_keys set maker_name = k.maker_name where organization_id = k.organization_id and id = made;
  end if;
  update guard.api_keys set ended_as = 'rotated', replaced_by = made,
    revoked_at = case when p_overlap = 0 then clock_timestamp() end,
    expires_at = least(expires_at, case when p_overlap > 0 then clock_timestamp() + make_interval(hours => p_overlap) end)
  where organization_id = k.organization_id and id = k.id;
  return jsonb_build_object('id', made, 'label', k.label, 'expires_at', k.expires_at);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.own_key_is_test(), guard.rotate_own_key(text, int) to berth_app;
reset role;
