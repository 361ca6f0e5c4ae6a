-- The proven context: what guard.open and its siblings set, and what every policy and definer function reads.
-- Layout of berth.context, hex of: mac 32 | kind 4 | organization 16 | deadline 8 | user 16 | membership 16 |
-- credential 16 | acting as 16 | digest of berth.detail 32 | rights 32. Binary fields only: their form does not depend on
-- DateStyle, TimeZone or encoding. berth.detail holds what is only told: operation, request id, address, agent, reason.
-- kind is eight digits; the last is the kind, the one before it 1 for a member who is limited to branches, the one before
-- that 1 in test mode.
-- What runs on every request is written for few calls: a function call inside an expression costs about half a
-- microsecond in each transaction anew, a statement of plpgsql two. The small SQL functions without a search path of
-- their own melt into their callers, which pin it.
set local role berth_guard;

-- What a context is bound to.
create or replace function guard.anchor() returns bytea
language sql stable parallel restricted
as $$ select int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp()) $$;

-- The MAC over the hex form of a context's body, as bytes of text.
create or replace function guard.mac(p_key bytea, p_body bytea) returns text
language sql stable parallel restricted
as $$ select encode(sha256(p_key || sha256(p_key || p_body || guard.anchor())), 'hex') $$;

-- Whether a context holds: sealed here, by this transaction, and its deadline still to come. VOLATILE as the clock is,
-- or it would not melt.
create or replace function guard.holds(p_key bytea, p_context text) returns boolean
language sql volatile parallel restricted
as $$
  select starts_with(p_context, guard.mac(p_key, substr(convert_to(p_context, 'UTF8'), 65)))
    and substr(p_context, 105, 16) > encode(timestamptz_send(clock_timestamp()), 'hex') collate "C"
$$;

create or replace function guard.context_body(
  p_kind text, p_organization uuid, p_user uuid, p_membership uuid, p_credential uuid, p_acting_as uuid,
  p_deadline timestamptz, p_detail text, p_rights bit)
returns text language sql stable
as $$
  select replace(concat(p_kind, coalesce(p_organization, '00000000-0000-0000-0000-000000000000'),
    encode(timestamptz_send(p_deadline), 'hex'), coalesce(p_user, '00000000-0000-0000-0000-000000000000'),
    coalesce(p_membership, '00000000-0000-0000-0000-000000000000'),
    coalesce(p_credential, '00000000-0000-0000-0000-000000000000'),
    coalesce(p_acting_as, '00000000-0000-0000-0000-000000000000'),
    encode(sha256(convert_to(p_detail, 'UTF8')), 'hex'),
    coalesce(encode(substr(bit_send(p_rights), 5), 'hex'), repeat('00', 32))), '-', '')
$$;

-- What a context only tells: operation and kind of credential, neither of which holds a space, and the request.
create or replace function guard.context_detail(p_operation text, p_credential_kind text, p_request jsonb) returns text
language sql stable
as $$ select concat(p_operation, ' ', p_credential_kind, ' ', coalesce(p_request, '{}')) $$;

create or replace function guard.refuse(p_state text, p_message text, p_reason text default '', p_permission text default '')
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using errcode = p_state, message = p_message, detail = p_reason, hint = p_permission;
end $$;

-- Internal: whoever acts with the platform's power, or as somebody else, says why in words. p_sentence asks for it.
create or replace function guard.require_reason(p_reason text, p_sentence text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(length(btrim(p_reason)), 0) < 5 then
    perform guard.refuse('BE022', p_sentence, 'reason_missing');
  end if;
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
return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid;

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

-- Internal: takes the turn where nobody else has it, and waits for nobody.
create or replace function guard.take_free_turn(p_name text) returns boolean
language sql volatile
set search_path = pg_catalog, pg_temp
as $$ select pg_try_advisory_xact_lock(hashtextextended(p_name, 0)) $$;

-- Whether a request asks for test records. A key has a mode of its own and is not asked.
create or replace function guard.asks_for_tests(p_request jsonb) returns boolean
language sql immutable
as $$ select coalesce(p_request ->> 'test' = 'true', false) $$;

-- Sets the context for the rest of the transaction. Callable by the wall's own functions only.
drop function if exists guard.set_context(int, uuid, uuid, uuid, uuid, uuid, bit, text, text, jsonb, timestamptz);
create or replace function guard.set_context(
  p_kind int, p_organization uuid, p_user uuid, p_membership uuid, p_credential uuid, p_acting_as uuid,
  p_rights bit, p_operation text, p_credential_kind text, p_request jsonb, p_deadline timestamptz, p_test boolean default false)
returns void language plpgsql volatile
as $$
declare
  detail text := guard.context_detail(p_operation, p_credential_kind, p_request);
  limits boolean := p_kind in (1, 6, 8) and guard.is_limited_now(p_organization, p_membership, p_credential);
  body text := guard.context_body(lpad(concat(p_test::int, limits::int, p_kind), 8, '0'), p_organization, p_user,
    p_membership, p_credential, p_acting_as, p_deadline, detail, p_rights);
begin
  if limits or p_test then
    -- Gives the transaction its number, which nothing takes away again: by it the policies know that they have to ask.
    perform pg_current_xact_id();
  end if;
  -- As statements, not set_config: only those reach the workers of a sharded database.
  execute format('set local berth.context = %L; set local berth.detail = %L',
    (select guard.mac(mac_key, convert_to(body, 'UTF8')) || body from guard.secrets), detail);
end $$;

-- The context, checked; raises 42501 without one. `kind`: 1 member, 2 account, 3 public, 4 platform, 5 job,
-- 6 key, 7 platform visit (one organization, read only), 8 impersonation (`user_id` and `credential_id` are the super
-- admin's, `acting_as` and `membership_id` the member's). No field is looked at before the MAC holds.
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
  nil constant text := '00000000000000000000000000000000';
  j jsonb;
begin
  -- Texts become what they are by their assignment: as casts, the planner would try them on a context that does not hold.
  select substr(s, 72, 1), nullif(substr(s, 73, 32), nil), nullif(substr(s, 121, 32), nil), nullif(substr(s, 153, 32), nil),
    nullif(substr(s, 185, 32), nil), nullif(substr(s, 217, 32), nil), concat('x', substr(s, 313, 64)),
    split_part(d, ' ', 1), split_part(d, ' ', 2), substr(d, strpos(d, ' {') + 1)
  into kind, organization_id, user_id, membership_id, credential_id, acting_as, rights, operation, credential_kind, j
  from guard.secrets
  where guard.holds(mac_key, s) and substr(s, 249, 64) = encode(sha256(convert_to(d, 'UTF8')), 'hex');
  if not found then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  request_id := case when j ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then j ->> 'id' end;
  address := left(j ->> 'address', 64);
  agent := left(j ->> 'agent', 300);
  reason := left(j ->> 'reason', 500);
end $$;

-- The fence. Every policy of a tenant table compares its bare column with this.
create or replace function guard.organization_id() returns uuid
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s text := current_setting('berth.context', true);
  o uuid;
begin
  -- Made a uuid by the assignment: as a cast, the planner would try it on a context that does not hold.
  select substr(s, 73, 32) into o from guard.secrets
  where guard.holds(mac_key, s) and substr(s, 72, 1) in ('1', '5', '6', '7', '8')
    and (substr(s, 70, 2) = '00' or pg_current_xact_id_if_assigned() is not null);
  if o is null then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  return o;
end $$;

-- Whether the context is about test records. A test context's transaction has a number from its opening on, which the fence
-- asks for: so the policies ask here only where there is one, and without one show live records.
create or replace function guard.test_mode() returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s text := current_setting('berth.context', true);
  t text;
begin
  select substr(s, 70, 1) into t from guard.secrets where guard.holds(mac_key, s);
  if t is null then
    raise insufficient_privilege using message = 'no proven context';
  end if;
  return t = '1';
end $$;

-- The mode that a new row is given: what the context tells, live without one. The policies hold it against what is proven.
create or replace function guard.told_mode() returns boolean
language sql stable parallel restricted
as $$ select coalesce(substr(current_setting('berth.context', true), 70, 1) = '1', false) $$;

-- Whose own rows these are: under impersonation the member's, who is looked after.
create or replace function guard.user_id() returns uuid
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s text := current_setting('berth.context', true);
  u uuid;
begin
  select nullif(substr(s, case when substr(s, 72, 1) = '8' then 217 else 121 end, 32), repeat('0', 32)) into u
  from guard.secrets where guard.holds(mac_key, s) and substr(s, 72, 1) in ('1', '2', '8');
  if u is null then
    if substr(s, 72, 1) = '6' and exists (select from guard.secrets where guard.holds(mac_key, s)) then
      perform guard.refuse('BE003', 'This is a member''s own, and a key has none of it. Call it as a member.', 'members_only');
    end if;
    raise insufficient_privilege using message = 'no proven user';
  end if;
  return u;
end $$;

create or replace function guard.permission_bit(p_position int) returns bit
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select set_bit(repeat('0', 256)::bit(256), p_position, 1) $$;

-- Definer functions with power of their own name the permission here: an opened context for a weaker operation
-- does not carry further. An impersonation carries only what a super admin may do in somebody's name.
create or replace function guard.require(p_permission text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  p int;
begin
  select position into strict p from guard.permissions where key = p_permission;
  if c.kind not in (1, 6, 8) or get_bit(c.rights, p) is distinct from 1 then
    perform guard.refuse_permission(c.organization_id, p_permission);
  end if;
end $$;

-- What every door answers: the body of the context that was just set, and the role.
create or replace function guard.answer(p_role text) returns text
language sql stable
as $$ select concat(substr(current_setting('berth.context'), 65), p_role) $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.organization_id(), guard.user_id(), guard.test_mode() to berth_app;
grant execute on function guard.told_mode() to berth_app, berth_owner, berth_worker;
reset role;
