-- API keys: made by the caller, kept as a hash; a key never carries more than its creator holds.
set local role berth_guard;

create or replace function guard.insert_key(
  p_organization uuid, p_creator uuid, p_label text, p_key text, p_rights bit, p_expires_at timestamptz) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  k uuid := guard.uuid7();
  above bit(256) := (select coalesce(bit_or(guard.permission_bit(position)), repeat('0', 256)::bit(256)) from guard.permissions
    where key in ('organization.transfer', 'organization.delete', 'keys.manage'));
begin
  if p_key !~ '^key_[0-9A-Za-z]{62,}$' then
    perform guard.refuse('BE022', 'This is not an API key.', 'key_format');
  end if;
  insert into guard.api_keys (organization_id, id, label, hash, prefix, last4, rights, created_by, expires_at)
  values (p_organization, k, p_label, guard.secret_hash(p_key), left(p_key, 16), right(p_key, 4), p_rights & ~above, p_creator, p_expires_at);
  return k;
end $$;

create or replace function guard.create_key(p_label text, p_key text, p_expires_at timestamptz) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  return guard.insert_key(c.organization_id, c.membership_id, p_label, p_key, c.rights, p_expires_at);
end $$;

create or replace function guard.revoke_key(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  update guard.api_keys set revoked_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_id and revoked_at is null;
  if not found then
    perform guard.refuse('BE004', 'There is no such key.');
  end if;
end $$;

-- A new secret under the same label and for the same span of time; the old one ends with this transaction.
-- Earlier versions answered nothing; a return type cannot be replaced.
drop function if exists guard.regenerate_key(uuid, text);
create function guard.regenerate_key(p_id uuid, p_key text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  k record;
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  update guard.api_keys set revoked_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_id and revoked_at is null returning * into k;
  if not found then
    perform guard.refuse('BE004', 'There is no such key.');
  end if;
  return guard.insert_key(c.organization_id, c.membership_id, k.label, p_key, c.rights,
    clock_timestamp() + (k.expires_at - k.created_at));
end $$;

create or replace function guard.keys()
returns table (id uuid, label text, prefix text, last4 text, created_by uuid, creator_name text, created_at timestamptz,
  expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz, last_used_address text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.view');
  return query select k.id, k.label, k.prefix, k.last4, k.created_by, m.name, k.created_at, k.expires_at, k.revoked_at,
    k.last_used_at, k.last_used_address
  from guard.api_keys k left join public.memberships m on m.organization_id = k.organization_id and m.id = k.created_by
  where k.organization_id = c.organization_id order by k.revoked_at is not null, k.created_at desc;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.create_key(text, text, timestamptz), guard.revoke_key(uuid),
  guard.regenerate_key(uuid, text), guard.keys() to berth_app;
reset role;
