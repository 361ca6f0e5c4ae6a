-- API keys: made by the caller, kept as a hash; a key never carries more than its maker holds.
-- What it carries is the bits of `rights`, fixed when it is made, cut at each use to what its maker holds then. `scopes` says
-- them as a level for each resource, null where it was made with all that its maker held. A key that was replaced lives on
-- until expires_at; ended_as says how a key ended or is about to.
set local role berth_guard;

-- What nobody hands to a key.
create or replace function guard.never_in_keys() returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select guard.permission_bits('{organization.transfer,organization.delete,keys.manage}') $$;

-- Looking and taking out is reading; everything else of a resource is writing (lib/keys/scope-schema.ts says the same).
create or replace function guard.is_reading(p_permission text) returns boolean
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select split_part(p_permission, '.', 2) in ('view', 'view_own', 'export') $$;

create or replace function guard.scope_rights(p_scopes jsonb) returns bit
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select guard.everybodys_rights() | coalesce(bit_or(guard.permission_bit(p.position)), repeat('0', 256)::bit(256))
  from guard.permissions p
  where p_scopes ->> split_part(p.key, '.', 1) = 'write'
    or p_scopes ->> split_part(p.key, '.', 1) = 'read' and guard.is_reading(p.key)
$$;

-- Each level that is asked for must give something that whoever asks holds.
create or replace function guard.require_scopes(p_held bit, p_scopes jsonb) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  asked record;
  missing text;
begin
  for asked in select key as resource, value as level from jsonb_each_text(p_scopes) loop
    if asked.level not in ('read', 'write')
      or not exists (select from guard.permissions where split_part(key, '.', 1) = asked.resource) then
      perform guard.refuse('BE022', 'There is no such scope: ' || left(asked.resource, 40) || '.', 'scope_unknown');
    end if;
    if not exists (select from guard.permissions p where split_part(p.key, '.', 1) = asked.resource
      and guard.is_reading(p.key) = (asked.level = 'read')
      and get_bit(p_held & ~guard.never_in_keys(), p.position) = 1) then
      select p.key into missing from guard.permissions p where split_part(p.key, '.', 1) = asked.resource
      order by guard.is_reading(p.key) = (asked.level = 'read') desc, p.position limit 1;
      perform guard.refuse('BE003', 'You cannot give a key what you do not hold yourself: ' || asked.resource || ', '
        || asked.level || '.', 'above_own_rights', missing);
    end if;
  end loop;
end $$;

drop function if exists guard.insert_key(uuid, uuid, text, text, bit, timestamptz);
create or replace function guard.insert_key(p_organization uuid, p_creator uuid, p_label text, p_key text, p_rights bit,
  p_expires_at timestamptz, p_scopes jsonb default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  k uuid := guard.uuid7();
  test boolean := starts_with(p_key, 'key_test_');
begin
  if p_key !~ '^key_(test_)?[0-9A-Za-z]{62,}$' then
    perform guard.refuse('BE022', 'This is not an API key.', 'key_format');
  end if;
  insert into guard.api_keys (organization_id, id, label, hash, prefix, last4, rights, created_by, expires_at, test_mode, scopes)
  values (p_organization, k, p_label, guard.secret_hash(p_key), left(p_key, case when test then 21 else 16 end), right(p_key, 4),
    p_rights & ~guard.never_in_keys(), p_creator, p_expires_at, test, p_scopes);
  return k;
end $$;

drop function if exists guard.create_key(text, text, timestamptz);
create or replace function guard.create_key(p_label text, p_key text, p_expires_at timestamptz, p_scopes jsonb) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  perform guard.require_scopes(c.rights, p_scopes);
  return guard.insert_key(c.organization_id, c.membership_id, p_label, p_key, c.rights & guard.scope_rights(p_scopes),
    p_expires_at, p_scopes);
end $$;

-- Internal: there is no such key in use, and what became of one that there was.
create or replace function guard.refuse_ended_key(p_organization uuid, p_id uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare ended text;
begin
  select k.ended_as into ended from guard.api_keys k where k.organization_id = p_organization and k.id = p_id;
  perform guard.refuse('BE004', case ended
    when 'revoked' then 'This key is revoked already.'
    when 'rotated' then 'This key was replaced already, and works no more.'
    when 'maker_left' then 'This key ended when its maker left.'
    else 'There is no such key.' end);
end $$;

create or replace function guard.revoke_key(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  update guard.api_keys set revoked_at = clock_timestamp(), ended_as = 'revoked'
  where organization_id = c.organization_id and id = p_id and revoked_at is null;
  if not found then
    perform guard.refuse_ended_key(c.organization_id, p_id);
  end if;
end $$;

-- A new secret with the same label, scopes and span of time. The old one lives p_overlap hours longer, or ends with this
-- transaction. Whoever replaces a key holds it from now on, so it may carry nothing that they do not; and the new one carries
-- no more than the old one did at this moment, which a demotion of its maker may have cut.
drop function if exists guard.regenerate_key(uuid, text);
create or replace function guard.rotate_key(p_id uuid, p_key text, p_overlap int) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  k record;
  carried bit(256);
  made uuid;
begin
  perform guard.require('keys.manage');
  perform guard.require_fresh();
  if p_overlap not between 0 and 72 then
    perform guard.refuse('BE022', 'The old key can work for 72 hours at most.', 'overlap_range');
  end if;
  select * into k from guard.api_keys where organization_id = c.organization_id and id = p_id and revoked_at is null for update;
  if not found then
    perform guard.refuse_ended_key(c.organization_id, p_id);
  end if;
  if k.ended_as = 'rotated' then
    perform guard.refuse('BE009', 'This key was replaced already.', 'already_rotated');
  end if;
  if k.test_mode <> starts_with(p_key, 'key_test_') then
    perform guard.refuse('BE022', 'This is not a key of the same mode.', 'key_format');
  end if;
  if k.created_by <> c.membership_id and guard.is_limited(c.organization_id, k.created_by) then
    perform guard.refuse('BE022', 'This key sees only the branches of its maker. They can replace it, or you make a new one.',
      'key_of_branches');
  end if;
  carried := guard.key_rights(k.rights, k.created_by, guard.live_rights(c.organization_id, k.created_by));
  perform guard.require_covers(guard.held_beside_plan(), carried);
  made := guard.insert_key(c.organization_id, c.membership_id, k.label, p_key, carried & guard.held_beside_plan(),
    clock_timestamp() + (k.expires_at - k.created_at), k.scopes);
  update guard.api_keys set ended_as = 'rotated', replaced_by = made,
    revoked_at = case when p_overlap = 0 then clock_timestamp() end,
    expires_at = least(expires_at, case when p_overlap > 0 then clock_timestamp() + make_interval(hours => p_overlap) end)
  where organization_id = c.organization_id and id = k.id;
  return made;
end $$;

-- Internal: says of a key that opens nothing what became of it, to whoever shows it.
create or replace function guard.refuse_key(p_key text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare k record;
begin
  select ended_as, revoked_at, expires_at into k from guard.api_keys where hash = guard.secret_hash(p_key);
  if k.ended_as = 'rotated' then
    perform guard.refuse('BE001', 'This key was replaced by a new one. Use that one.', 'key_rotated');
  elsif k.ended_as = 'maker_left' then
    perform guard.refuse('BE001', 'This key ended when its maker left the organization.', 'key_maker_left');
  elsif k.revoked_at is not null then
    perform guard.refuse('BE001', 'This key was revoked.', 'key_revoked');
  elsif k.expires_at <= clock_timestamp() then
    perform guard.refuse('BE001', 'This key has expired.', 'key_expired');
  end if;
end $$;

-- When somebody leaves, their keys end. Where the organization lets them stay, they carry what they carried at that moment
-- by their maker's own rights, without what was lent, and are the owner's from now on. Keys of whoever was limited to branches end all the same: the owner is of all of them.
create or replace function guard.settle_keys() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  stays boolean := (select g.keys_outlive_makers from public.organizations g where g.id = old.organization_id)
    and old.status = 'active' and not guard.is_limited(old.organization_id, old.id);
  held bit(256) := guard.own_rights(old.organization_id, old.id);
begin
  if stays then
    update guard.api_keys k set rights = k.rights & held, maker_name = coalesce(k.maker_name, old.name), created_by = m.id
    from public.memberships m
    where k.organization_id = old.organization_id and k.created_by = old.id and k.revoked_at is null
      and m.organization_id = old.organization_id and m.role_key = 'owner' and m.id <> old.id;
    update guard.webhook_endpoints set created_by = null where organization_id = old.organization_id and created_by = old.id;
  end if;
  update guard.api_keys set revoked_at = clock_timestamp(), ended_as = 'maker_left', maker_name = coalesce(maker_name, old.name)
  where organization_id = old.organization_id and created_by = old.id and revoked_at is null;
  return old;
end $$;

create or replace function guard.set_key_policy(p_outlive boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.manage');
  perform guard.require_fresh();
  update public.organizations set keys_outlive_makers = p_outlive
  where id = c.organization_id and keys_outlive_makers <> p_outlive;
end $$;

-- Its columns grow with the table's, and a return type cannot be replaced.
drop function if exists guard.keys();
create function guard.keys()
returns table (id uuid, label text, prefix text, last4 text, scopes jsonb, test_mode boolean, created_by uuid, creator_name text,
  creator_left boolean, created_at timestamptz, expires_at timestamptz, revoked_at timestamptz, ended_as text,
  replaced_by uuid, last_used_at timestamptz, last_used_address text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('keys.view');
  return query select k.id, k.label, k.prefix, k.last4, k.scopes, k.test_mode, k.created_by, coalesce(k.maker_name, m.name),
    k.maker_name is not null or m.id is null, k.created_at, k.expires_at, k.revoked_at, k.ended_as, k.replaced_by,
    k.last_used_at, k.last_used_address
  from guard.api_keys k left join public.memberships m on m.organization_id = k.organization_id and m.id = k.created_by
  where k.organization_id = c.organization_id order by k.revoked_at is not null, k.created_at desc;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.create_key(text, text, timestamptz, jsonb), guard.revoke_key(uuid),
  guard.rotate_key(uuid, text, int), guard.keys(), guard.set_key_policy(boolean) to berth_app;
grant execute on function guard.settle_keys() to berth_owner;
reset role;
