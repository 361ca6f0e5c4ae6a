-- What follows from a code that Node found right: sign-ins, proofs, the first code of a new seed. Executable by berth_auth
-- alone, as issue_session is.
set local role berth_guard;

-- Internal: the half of a sign-in that is proved.
drop function if exists guard.begin_pending(uuid, text, text);
create or replace function guard.begin_pending(p_user uuid, p_method text, p_device text, p_identity uuid) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare secret text := guard.random_secret('bp_');
begin
  delete from guard.pending_sign_ins where expires_at < clock_timestamp() - interval '1 day';
  insert into guard.pending_sign_ins (hash, user_id, method, identity_id, device_hash, known, expires_at)
  select guard.secret_hash(secret), p_user, p_method, p_identity, guard.secret_hash(p_device),
    guard.acquaintance(u.email, p_device, '') = 'device', clock_timestamp() + interval '10 minutes'
  from public.users u where u.id = p_user;
  return secret;
end $$;

create or replace function guard.is_remembered(p_user uuid, p_device text) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select 1 from guard.remembered_devices d where d.user_id = p_user and d.revoked_at is null
    and d.expires_at > clock_timestamp() and d.device_hash = guard.secret_hash(p_device));
end $$;

-- Of a session of any host: whose it is, and the sealed seeds, the one in use and the one to be confirmed.
create or replace function guard.identity_seeds(p_session text, p_audience text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select jsonb_build_object('user_id', s.user_id, 'email', u.email, 'seed', f.seed, 'next_seed',
      case when f.next_until > clock_timestamp() then f.next_seed end)
    from guard.session_user(p_session, p_audience) s join public.users u on u.id = s.user_id
    left join guard.factors f on f.user_id = s.user_id);
end $$;

-- Proves the factor again, by a step whose code Node found right or by a recovery code. Answers the secret that this
-- session has from now on, null where the code does not count. Only the session that proved is raised: what is raised has
-- a new secret, and only this one's can be given to its browser.
drop function if exists guard.identity_prove(text, text, bigint, text, jsonb);
create function guard.identity_prove(
  p_session text, p_audience text, p_step bigint, p_code text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record := guard.session_user(p_session, p_audience);
begin
  if s.user_id is null or not coalesce(
    case when p_step is not null then guard.use_step(s.user_id, p_step) else guard.use_recovery_code(s.user_id, p_code) end, false)
  then
    perform guard.record_event(null, s.user_id, 'account.confirm_factor', 'failed', 'users', s.user_id, null, p_request);
    return null;
  end if;
  update guard.sessions set factor = case when p_step is null then 'recovery' else 'code' end, factor_at = clock_timestamp()
  where id = s.session_id;
  if p_step is null then
    perform guard.tell_of_factor(s.user_id, 'code-used', p_request);
  end if;
  return guard.refresh_session(s.session_id, p_session);
end $$;

-- The first code of a new seed: from now on it is the factor. Other sessions and remembered devices end. Answers the
-- secret that this session has from now on, null where the seed is gone.
drop function if exists guard.identity_confirm_factor(text, bigint, text[], jsonb);
create function guard.identity_confirm_factor(
  p_session text, p_step bigint, p_codes text[], p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s record := guard.session_user(p_session, '');
  was boolean := guard.has_factor(s.user_id);
begin
  if s.user_id is null then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  perform guard.set_context(2, null, s.user_id, null, s.session_id, null, null, 'account.confirm_factor', 'session', p_request,
    clock_timestamp() + interval '60 seconds');
  update guard.factors set seed = next_seed, confirmed_at = clock_timestamp(), last_step = p_step, next_seed = null,
    next_until = null
  where user_id = s.user_id and next_until > clock_timestamp();
  if not found then
    return null;
  end if;
  perform guard.store_recovery_codes(s.user_id, p_codes);
  perform guard.end_other_ways(s.user_id, s.session_id);
  update guard.sessions set factor = 'code', factor_at = clock_timestamp() where id = s.session_id;
  perform guard.show_factor(s.user_id);
  perform guard.record_event(null, s.user_id, 'account.confirm_factor', case when was then 'factor_replaced' else 'factor_enrolled' end,
    'users', s.user_id, null, p_request);
  perform guard.tell_of_factor(s.user_id, case when was then 'replaced' else 'on' end, p_request);
  return guard.refresh_session(s.session_id, p_session);
end $$;

-- Whose live pending sign-in this is, the sealed seed, and where they signed in from this browser before, the browser: as
-- the first half proved it, for what comes with the second is anybody's to choose.
create or replace function guard.identity_pending(p_secret text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select jsonb_build_object('user_id', p.user_id, 'seed', f.seed,
      'browser', case when p.known then encode(p.device_hash, 'hex') end)
    from guard.pending_sign_ins p join guard.factors f on f.user_id = p.user_id and f.confirmed_at is not null
    where p.hash = guard.secret_hash(p_secret) and p.used_at is null and p.expires_at > clock_timestamp());
end $$;

-- The other half: answers the new root session's secret; null where the code does not count. p_remember: this browser's
-- new mark where it is to be remembered.
create or replace function guard.identity_finish_sign_in(
  p_secret text, p_step bigint, p_code text, p_remember text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  p record;
  secret text;
begin
  select * into p from guard.pending_sign_ins
  where hash = guard.secret_hash(p_secret) and used_at is null and expires_at > clock_timestamp() for update;
  if not found then
    perform guard.refuse('BE001', 'This sign-in took too long. Begin again.', 'sign_in_over');
  end if;
  if not coalesce(case when p_step is not null then guard.use_step(p.user_id, p_step)
    else guard.use_recovery_code(p.user_id, p_code) end, false) then
    perform guard.record_event(null, p.user_id, 'account.sign_in', 'failed', 'users', p.user_id,
      jsonb_build_object('factor', case when p_step is null then 'recovery' else 'code' end), p_request);
    return null;
  end if;
  update guard.pending_sign_ins set used_at = clock_timestamp() where hash = p.hash;
  secret := guard.open_session(p.user_id, p.method, p.device_hash,
    case when p_step is null then 'recovery' else 'code' end, p_request, p.identity_id);
  if p_step is null then
    perform guard.tell_of_factor(p.user_id, 'code-used', p_request);
  end if;
  if p_remember is not null then
    update guard.sessions set device_hash = guard.secret_hash(p_remember) where hash = guard.secret_hash(secret);
    insert into guard.remembered_devices (id, user_id, device_hash, device, address, expires_at)
    values (guard.uuid7(), p.user_id, guard.secret_hash(p_remember), left(p_request ->> 'device', 100),
      left(p_request ->> 'address', 64), clock_timestamp() + interval '30 days');
    perform guard.record_event(null, p.user_id, 'account.sign_in', 'device_remembered', 'users', p.user_id, null, p_request);
    perform guard.tell_of_factor(p.user_id, 'device', p_request);
  end if;
  return secret;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.identity_seeds(text, text), guard.identity_prove(text, text, bigint, text, jsonb),
  guard.identity_confirm_factor(text, bigint, text[], jsonb), guard.identity_pending(text),
  guard.identity_finish_sign_in(text, bigint, text, text, jsonb) to berth_auth;
reset role;
