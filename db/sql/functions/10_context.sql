-- The proven context: what guard.open and its siblings set, and what every policy and definer function reads.
-- Layout of berth.context, hex of: mac 32 | kind 4 | organization 16 | user 16 | membership 16 | credential 16 |
-- acting as 16 | request 16 | deadline 8 | digest of berth.detail 32 | rights 32. Binary fields only: their form
-- does not depend on DateStyle, TimeZone or encoding.
set local role berth_guard;

create or replace function guard.anchor() returns bytea
language sql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$ select int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()) $$;

create or replace function guard.refuse(p_state text, p_message text, p_reason text default '', p_permission text default '')
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using errcode = p_state, message = p_message, detail = p_reason, hint = p_permission;
end $$;

create or replace function guard.secret_hash(p_secret text) returns bytea
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select sha256(convert_to(p_secret, 'UTF8')) $$;

-- 256 random bits, URL-safe. gen_random_uuid draws from the server's strong source; three carry 366 bits.
create or replace function guard.random_secret(p_prefix text) returns text
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  select p_prefix || translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_')
$$;

-- RFC 9562 version 7, for rows that a guard function makes (PostgreSQL 15 has none of its own).
create or replace function guard.uuid7() returns uuid
language sql volatile parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$$;

-- ISO 8601 in UTC, as mails and answers carry a time.
create or replace function guard.utc_text(p_at timestamptz) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') $$;

-- Internal: whether a session lives now. VOLATILE and without settings of its own, so that the planner writes it out.
create or replace function guard.is_live(p_revoked_at timestamptz, p_expires_at timestamptz, p_idle_until timestamptz)
returns boolean language sql volatile
as $$ select p_revoked_at is null and p_expires_at > clock_timestamp() and p_idle_until > clock_timestamp() $$;

-- Internal: whoever names the same thing waits here until the transaction before has ended.
create or replace function guard.take_turns(p_name text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$ select pg_advisory_xact_lock(hashtextextended(p_name, 0)) $$;

-- Sets the context for the rest of the transaction. Callable by the wall's own functions only.
create or replace function guard.set_context(
  p_kind int, p_organization uuid, p_user uuid, p_membership uuid, p_credential uuid, p_acting_as uuid,
  p_rights bit, p_operation text, p_credential_kind text, p_request jsonb, p_deadline timestamptz)
returns void language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  nil constant bytea := decode('00000000000000000000000000000000', 'hex');
  detail text := jsonb_build_object('operation', p_operation, 'credential', p_credential_kind,
    'address', left(p_request ->> 'address', 64), 'agent', left(p_request ->> 'agent', 300),
    'reason', left(p_request ->> 'reason', 500))::text;
  request uuid := case when p_request ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
    then (p_request ->> 'id')::uuid end;
  body bytea;
  k bytea;
begin
  select mac_key into strict k from guard.secrets;
  body := int4send(p_kind) || coalesce(uuid_send(p_organization), nil) || coalesce(uuid_send(p_user), nil)
    || coalesce(uuid_send(p_membership), nil) || coalesce(uuid_send(p_credential), nil)
    || coalesce(uuid_send(p_acting_as), nil) || coalesce(uuid_send(request), nil)
    || timestamptz_send(p_deadline) || sha256(convert_to(detail, 'UTF8'))
    || substr(bit_send(coalesce(p_rights, repeat('0', 256)::bit(256))), 5);
  execute format('set local berth.context = %L', encode(
    sha256(k || sha256(k || body || guard.anchor())) || body, 'hex'));
  execute format('set local berth.detail = %L', detail);
end $$;

-- The context, checked; raises 42501 without one. `kind`: 1 member, 2 account, 3 public, 4 platform, 5 job,
-- 6 key, 7 platform visit (one organization, read only).
create or replace function guard.proven(
  out kind int, out organization_id uuid, out user_id uuid, out membership_id uuid, out credential_id uuid,
  out acting_as uuid, out request_id uuid, out rights bit(256), out operation text, out credential_kind text,
  out address text, out agent text, out reason text)
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  s text := current_setting('berth.context', true);
  d text := current_setting('berth.detail', true);
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  c bytea;
  k bytea;
  j jsonb;
begin
  if s is null or length(s) <> 408 or s !~ '^[0-9a-f]+$' then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  c := decode(s, 'hex');
  select mac_key into strict k from guard.secrets;
  if substr(c, 1, 32) <> sha256(k || sha256(k || substr(c, 33) || guard.anchor()))
    or substr(c, 133, 8) < timestamptz_send(clock_timestamp())
    or substr(c, 141, 32) <> sha256(convert_to(d, 'UTF8')) then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  kind := get_byte(c, 35);
  organization_id := nullif(encode(substr(c, 37, 16), 'hex')::uuid, nil);
  user_id := nullif(encode(substr(c, 53, 16), 'hex')::uuid, nil);
  membership_id := nullif(encode(substr(c, 69, 16), 'hex')::uuid, nil);
  credential_id := nullif(encode(substr(c, 85, 16), 'hex')::uuid, nil);
  acting_as := nullif(encode(substr(c, 101, 16), 'hex')::uuid, nil);
  request_id := nullif(encode(substr(c, 117, 16), 'hex')::uuid, nil);
  rights := ('x' || encode(substr(c, 173, 32), 'hex'))::bit(256);
  j := d::jsonb;
  operation := j ->> 'operation';
  credential_kind := j ->> 'credential';
  address := j ->> 'address';
  agent := j ->> 'agent';
  reason := j ->> 'reason';
end $$;

-- The fence. Every policy of a tenant table compares its bare column with this.
create or replace function guard.organization_id() returns uuid
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s text := current_setting('berth.context', true);
  c bytea;
  k bytea;
begin
  if s is null or length(s) <> 408 or s !~ '^[0-9a-f]+$' then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  c := decode(s, 'hex');
  select mac_key into strict k from guard.secrets;
  if substr(c, 1, 32) <> sha256(k || sha256(k || substr(c, 33) || guard.anchor()))
    or substr(c, 133, 8) < timestamptz_send(clock_timestamp())
    or get_byte(c, 35) not in (1, 5, 6, 7) then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  return encode(substr(c, 37, 16), 'hex')::uuid;
end $$;

create or replace function guard.user_id() returns uuid
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record;
begin
  c := guard.proven();
  if c.user_id is null or c.kind not in (1, 2) then
    raise insufficient_privilege using message = 'no proven user';
  end if;
  return c.user_id;
end $$;

create or replace function guard.permission_bit(p_position int) returns bit
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select set_bit(repeat('0', 256)::bit(256), p_position, 1) $$;

-- Definer functions with power of their own name the permission here: an opened context for a weaker operation
-- does not carry further.
create or replace function guard.require(p_permission text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  p int;
begin
  select position into strict p from guard.permissions where key = p_permission;
  if c.kind not in (1, 6) or get_bit(c.rights, p) is distinct from 1 then
    perform guard.refuse('BE003', 'You do not have the permission for this.', 'permission_missing', p_permission);
  end if;
end $$;

-- Who acts, as `kind,organization,user,membership,credential,role,rights`, for code that shows it.
create or replace function guard.describe_context() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  return concat_ws(',', c.kind, coalesce(c.organization_id::text, '-'), coalesce(c.user_id::text, '-'),
    coalesce(c.membership_id::text, '-'), coalesce(c.credential_id::text, '-'), '-',
    encode(substr(bit_send(c.rights), 5), 'hex'));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.organization_id(), guard.user_id(), guard.describe_context() to berth_app;
reset role;
