-- People and sessions. Passwords, tokens and session secrets are proven here; berth_app sees none of the tables.
-- Raw password values are argon2id outputs that the application computed with the salt it was given.
set local role berth_guard;

create or replace function guard.normal_address(p_address text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select lower(btrim(normalize(p_address, NFKC))) $$;

-- Salt and parameters of an address; for an unknown one a keyed fake that never changes.
create or replace function guard.sign_in_salt(p_address text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  found_salt bytea;
  found_params jsonb;
  s record;
begin
  select * into strict s from guard.secrets;
  select c.salt, c.params into found_salt, found_params
  from public.users u join guard.credentials c on c.user_id = u.id
  where u.email = guard.normal_address(p_address);
  return jsonb_build_object(
    'salt', encode(coalesce(found_salt, substr(sha256(s.salt_key || sha256(s.salt_key
      || convert_to(guard.normal_address(p_address), 'UTF8'))), 1, 16)), 'hex'),
    'params', coalesce(found_params, s.password_params));
end $$;

-- Internal: what a way in ends with: a new root session's secret (bs_), or where the person has a second factor that
-- this browser is not remembered for, that of a pending sign-in (bp_), which opens nothing. p_identity: of a provider,
-- whom it proved.
drop function if exists guard.create_session(uuid, text, text, jsonb);
create or replace function guard.create_session(
  p_user uuid, p_method text, p_device text, p_request jsonb, p_identity uuid default null) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if not guard.has_factor(p_user) then
    return guard.open_session(p_user, p_method, guard.secret_hash(p_device), null, p_request, p_identity);
  end if;
  if guard.is_remembered(p_user, p_device) then
    return guard.open_session(p_user, p_method, guard.secret_hash(p_device), 'remembered', p_request, p_identity);
  end if;
  return guard.begin_pending(p_user, p_method, p_device, p_identity);
end $$;

-- Internal: a new root session. 30 days at most, 14 days idle. Fresh where the strongest proof of the person was given.
drop function if exists guard.open_session(uuid, text, bytea, text, jsonb);
create or replace function guard.open_session(
  p_user uuid, p_method text, known_device bytea, p_factor text, p_request jsonb, p_identity uuid default null) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  secret text := guard.random_secret('bs_');
  person record;
  who record;
begin
  select id, name, email into strict person from public.users where id = p_user;
  select i.id, i.issuer, coalesce(i.vouched = person.email, false) as own into who
  from (values (1)) as always left join guard.identities i on i.id = p_identity and i.user_id = p_user and i.provider = p_method;
  if exists (select 1 from guard.sessions where user_id = p_user and parent_id is null)
    and not exists (select 1 from guard.sessions where user_id = p_user and device_hash = known_device) then
    perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'new-device', 'to', person.email, 'props',
      jsonb_build_object('name', person.name, 'device', left(coalesce(p_request ->> 'device', 'Unknown device'), 100),
        'address', p_request ->> 'address', 'at', guard.utc_text(clock_timestamp()))));
  end if;
  insert into guard.sessions (id, user_id, hash, audience, method, identity_id, issuer, own, device_hash, address, agent, device,
    factor, factor_at, confirmed_at, expires_at, idle_until)
  values (guard.uuid7(), p_user, guard.secret_hash(secret), '', p_method, who.id, who.issuer, who.own, known_device, left(p_request ->> 'address', 64),
    left(p_request ->> 'agent', 300), left(p_request ->> 'device', 100), p_factor,
    case when p_factor in ('code', 'recovery') then clock_timestamp() end,
    case when p_factor in ('code', 'recovery') or p_factor is null and case when guard.proof_of(p_user) = 'provider'
        then p_method in ('google', 'microsoft', 'github', 'oidc') else p_method = 'password' end then clock_timestamp() end,
    clock_timestamp() + interval '30 days', clock_timestamp() + interval '14 days');
  perform guard.record_event(null, p_user, 'account.sign_in', 'sign_in', 'users', p_user,
    jsonb_strip_nulls(jsonb_build_object('method', p_method, 'issuer', who.issuer, 'factor', p_factor)), p_request);
  return secret;
end $$;

-- The session's secret, or null where address and password do not belong together.
create or replace function guard.sign_in(p_address text, p_raw bytea, p_device text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record;
begin
  select u.id, k.verifier into c from public.users u join guard.credentials k on k.user_id = u.id
  where u.email = guard.normal_address(p_address);
  if not found or c.verifier is distinct from sha256(p_raw) then
    perform guard.record_event(null, c.id, 'account.sign_in', 'failed', 'users', c.id, null, p_request);
    return null;
  end if;
  return guard.create_session(c.id, 'password', p_device, p_request);
end $$;

-- For ways in that only Node can verify (OIDC, SAML, passkeys). Executable by berth_auth alone.
create or replace function guard.issue_session(p_user uuid, p_method text, p_device text, p_request jsonb) returns text
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ select guard.create_session(p_user, p_method, p_device, p_request) $$;

-- Asks for an account. Alike for known and unknown addresses; the mail differs. The account begins when the address is
-- proved, so nobody can prepare a password for somebody else's address.
-- p_terms: the version of the installation's terms that was accepted with it.
drop function if exists guard.sign_up(text, text, bytea, jsonb, bytea, text, text, text, jsonb);
create or replace function guard.sign_up(
  p_address text, p_name text, p_salt bytea, p_params jsonb, p_raw bytea, p_token text, p_nonce text, p_sealed text, p_request jsonb,
  p_terms int)
returns void language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  normal text := guard.normal_address(p_address);
  known record;
begin
  if p_terms is distinct from guard.terms_version() then
    perform guard.refuse('BE022', 'Read and accept the terms first.', 'terms_not_accepted');
  end if;
  select id, name into known from public.users where email = normal;
  if found then
    perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'address-already-known', 'to', normal,
      'props', jsonb_build_object('name', known.name)));
    return;
  end if;
  insert into guard.tokens (id, kind, email, hash, nonce_hash, payload, expires_at)
  values (guard.uuid7(), 'sign_up', normal, guard.secret_hash(p_token), guard.secret_hash(p_nonce),
    jsonb_build_object('name', p_name, 'salt', encode(p_salt, 'hex'), 'params', p_params, 'verifier', encode(sha256(p_raw), 'hex'),
      'terms', p_terms),
    clock_timestamp() + interval '24 hours');
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'verify-address', 'to', normal,
    'props', jsonb_build_object('name', p_name), 'sealed', p_sealed));
end $$;

-- What a live token is for, without using it up: kind, address, whether the password is needed too, and salt for it.
create or replace function guard.peek_token(p_token text, p_nonce text) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('kind', kind, 'email', email, 'password_needed',
    kind = 'sign_up' and nonce_hash is distinct from guard.secret_hash(p_nonce),
    'salt', payload ->> 'salt', 'params', payload -> 'params')
  from guard.tokens where hash = guard.secret_hash(p_token) and used_at is null and expires_at > clock_timestamp()
$$;

-- Internal: an account with a proven address; joins what waited for that address. Returns the user's id.
create or replace function guard.create_user(
  p_email text, p_name text, p_salt bytea, p_params jsonb, p_verifier bytea) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.uuid7();
begin
  insert into public.users (id, email, name, email_verified_at) values (person, p_email, p_name, clock_timestamp())
  on conflict (email) do nothing;
  if not found then
    perform guard.refuse('BE009', 'This address already has an account. Sign in instead.', 'address_known');
  end if;
  if p_verifier is not null then
    insert into guard.credentials (user_id, salt, params, verifier) values (person, p_salt, p_params, p_verifier);
  end if;
  return person;
end $$;

-- Uses the link of a sign-up. In the browser that asked for it one click is enough (nonce); elsewhere the password is
-- proved too. Returns the session's secret.
create or replace function guard.verify_sign_up(p_token text, p_nonce text, p_raw bytea, p_device text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  t record;
  person uuid;
begin
  perform guard.set_context(3, null, null, null, null, null, null, 'account.verify', 'none', p_request, clock_timestamp() + interval '60 seconds');
  select * into t from guard.tokens where hash = guard.secret_hash(p_token) and kind = 'sign_up'
    and used_at is null and expires_at > clock_timestamp() for update;
  if not found then
    perform guard.refuse('BE022', 'This link is no longer valid. Sign up again to get a new one.', 'token_dead');
  end if;
  if t.nonce_hash is distinct from guard.secret_hash(p_nonce)
    and sha256(p_raw) is distinct from decode(t.payload ->> 'verifier', 'hex') then
    return null;
  end if;
  update guard.tokens set used_at = clock_timestamp() where id = t.id;
  person := guard.create_user(t.email, t.payload ->> 'name', decode(t.payload ->> 'salt', 'hex'), t.payload -> 'params',
    decode(t.payload ->> 'verifier', 'hex'));
  if t.payload ->> 'terms' is not null then
    perform guard.keep_acceptance(person, (t.payload ->> 'terms')::int, p_request);
  end if;
  return guard.create_session(person, 'password', p_device, p_request);
end $$;

create or replace function guard.request_reset(p_address text, p_token text, p_sealed text, p_request jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare u record;
begin
  select id, name, email into u from public.users where email = guard.normal_address(p_address);
  if found then
    update guard.tokens set used_at = clock_timestamp() where user_id = u.id and kind = 'reset' and used_at is null;
    insert into guard.tokens (id, kind, email, user_id, hash, payload, expires_at)
    values (guard.uuid7(), 'reset', u.email, u.id, guard.secret_hash(p_token), '{}', clock_timestamp() + interval '1 hour');
    perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'reset-password', 'to', u.email,
      'props', jsonb_build_object('name', u.name), 'sealed', p_sealed));
    perform guard.record_event(null, u.id, 'account.request_reset', 'reset_requested', 'users', u.id, null, p_request);
  end if;
end $$;

-- Internal: a session's new secret. From this moment on the one before opens nothing, whoever holds it; it only signs out.
create or replace function guard.rotate_session(p_id uuid) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare secret text := guard.random_secret('bs_');
begin
  update guard.sessions set previous_hash = hash, hash = guard.secret_hash(secret) where id = p_id and revoked_at is null;
  if not found then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  return secret;
end $$;

-- Internal: the person of this session proved just now who they are. Answers its new secret. Of two that come at once
-- with the same secret only the first is right. Whoever came with an access token has no secret of the session, and gets
-- none: '', and the token goes on.
create or replace function guard.refresh_session(p_id uuid, p_before text) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.sessions set confirmed_at = clock_timestamp(), signed_in_at = clock_timestamp()
  where id = p_id and revoked_at is null
    and case when starts_with(p_before, 'at_') then guard.session_of_token(p_before) = p_id
      else hash = guard.secret_hash(p_before) end;
  if not found then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  return case when starts_with(p_before, 'at_') then '' else guard.rotate_session(p_id) end;
end $$;

-- Internal: a new password ends every session of the person but p_keep, on hosts too, and every link that was asked for with the old one.
create or replace function guard.set_password(p_user uuid, p_salt bytea, p_params jsonb, p_raw bytea, p_keep uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into guard.credentials (user_id, salt, params, verifier) values (p_user, p_salt, p_params, sha256(p_raw))
  on conflict (user_id) do update set salt = excluded.salt, params = excluded.params, verifier = excluded.verifier,
    changed_at = clock_timestamp();
  update guard.sessions set revoked_at = clock_timestamp()
  where user_id = p_user and revoked_at is null and id is distinct from p_keep;
  update guard.tokens set used_at = clock_timestamp()
  where user_id = p_user and kind in ('reset', 'change_address') and used_at is null;
  update guard.remembered_devices set revoked_at = clock_timestamp() where user_id = p_user and revoked_at is null;
  update guard.pending_sign_ins set used_at = clock_timestamp() where user_id = p_user and used_at is null;
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'password-changed', 'to', u.email, 'props',
    jsonb_build_object('name', u.name, 'at', guard.utc_text(clock_timestamp()))))
  from public.users u where u.id = p_user;
end $$;

create or replace function guard.reset_password(
  p_token text, p_salt bytea, p_params jsonb, p_raw bytea, p_device text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare t record;
begin
  perform guard.set_context(3, null, null, null, null, null, null, 'account.reset_password', 'none', p_request, clock_timestamp() + interval '60 seconds');
  update guard.tokens set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_token) and kind = 'reset' and used_at is null and expires_at > clock_timestamp()
  returning user_id into t;
  if not found then
    perform guard.refuse('BE022', 'This link is no longer valid. Ask for a new one.', 'token_dead');
  end if;
  perform guard.set_password(t.user_id, p_salt, p_params, p_raw, null);
  update guard.identities set doubted_at = clock_timestamp() where user_id = t.user_id and doubted_at is null;
  -- Links that were mailed before and not followed yet would add such a way after it.
  update guard.waiting_identities w set used_at = clock_timestamp() from public.users u
  where u.id = t.user_id and w.email = u.email and w.mail_hash is not null and w.used_at is null;
  perform guard.pause_console(t.user_id);
  perform guard.record_event(null, t.user_id, 'account.reset_password', 'password_reset', 'users', t.user_id, null, p_request);
  -- Whoever reads the mailbox came this far: nothing that wants a fresh password opens until the new one is typed.
  return guard.create_session(t.user_id, 'reset', p_device, p_request);
end $$;

-- The person of a live session (any host), or a row of nulls. Internal.
create or replace function guard.session_user(p_session text, p_audience text, out session_id uuid, out user_id uuid, out root_id uuid)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.user_id, coalesce(s.parent_id, s.id)
  from (values (1)) as always
  left join (guard.sessions s left join guard.sessions parent on parent.id = s.parent_id)
  on s.id = case when starts_with(p_session, 'at_') then guard.session_of_token(p_session)
      else (select x.id from guard.sessions x where x.hash = guard.secret_hash(p_session) and x.audience = p_audience) end
    and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)
    and (s.parent_id is null or parent.revoked_at is null and parent.expires_at > clock_timestamp())
$$;

-- Salt and parameters for the person of a live session, to prove the password again, and what counts as their proof.
create or replace function guard.confirm_salt(p_session text, p_audience text) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('user_id', s.user_id, 'salt', encode(c.salt, 'hex'), 'params', c.params,
    'proof', guard.proof_of(s.user_id))
  from guard.session_user(p_session, p_audience) s left join guard.credentials c on c.user_id = s.user_id
  where s.user_id is not null
$$;

-- Proves the password again for this session. Answers the secret that it has from now on, '' where the password is right
-- but counts for nothing, since a second factor does, and null where it is wrong. As with guard.identity_prove only this
-- session is raised. Earlier versions answered whether it was right; a return type cannot be replaced.
drop function if exists guard.confirm_password(text, text, bytea, jsonb);
create function guard.confirm_password(p_session text, p_audience text, p_raw bytea, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record := guard.session_user(p_session, p_audience);
begin
  perform 1 from guard.credentials where user_id = s.user_id and verifier = sha256(p_raw);
  if not found then
    perform guard.record_event(null, s.user_id, 'account.confirm_password', 'failed', 'users', s.user_id, null, p_request);
    return null;
  end if;
  return case when guard.has_factor(s.user_id) then '' else guard.refresh_session(s.session_id, p_session) end;
end $$;

-- Answers the secret that this session has from now on.
drop function if exists guard.change_password(bytea, jsonb, bytea);
create function guard.change_password(p_salt bytea, p_params jsonb, p_raw bytea) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  perform guard.require_fresh();
  perform guard.set_password(c.user_id, p_salt, p_params, p_raw, c.credential_id);
  perform guard.record_event(null, c.user_id, 'account.change_password', 'password_changed', 'users', c.user_id, null,
    jsonb_build_object('address', c.address, 'agent', c.agent, 'id', c.request_id));
  return guard.rotate_session(c.credential_id);
end $$;

create or replace function guard.request_address_change(p_address text, p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  normal text := guard.normal_address(p_address);
  known record;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  perform guard.require_fresh();
  perform guard.require_ways(c.credential_id);
  select name into known from public.users where email = normal;
  if found then
    perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'address-already-known', 'to', normal,
      'props', jsonb_build_object('name', known.name)));
    return;
  end if;
  update guard.tokens set used_at = clock_timestamp() where user_id = c.user_id and kind = 'change_address' and used_at is null;
  insert into guard.tokens (id, kind, email, user_id, hash, payload, expires_at)
  values (guard.uuid7(), 'change_address', normal, c.user_id, guard.secret_hash(p_token), '{}', clock_timestamp() + interval '24 hours');
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'verify-address', 'to', normal,
    'props', jsonb_build_object('name', (select name from public.users where id = c.user_id)), 'sealed', p_sealed));
end $$;

create or replace function guard.confirm_address_change(p_token text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  t record;
  person record;
begin
  perform guard.set_context(3, null, null, null, null, null, null, 'account.change_address', 'none', p_request, clock_timestamp() + interval '60 seconds');
  update guard.tokens set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_token) and kind = 'change_address' and used_at is null and expires_at > clock_timestamp()
  returning user_id, email into t;
  if not found then
    perform guard.refuse('BE022', 'This link is no longer valid. Ask for a new one on your account page.', 'token_dead');
  end if;
  select name, email into person from public.users where id = t.user_id for update;
  -- A link that lies in the old mailbox opens nothing any more.
  update guard.tokens set used_at = clock_timestamp() where user_id = t.user_id and kind = 'reset' and used_at is null;
  begin
    update public.users set email = t.email, email_verified_at = clock_timestamp() where id = t.user_id;
  exception when unique_violation then
    perform guard.refuse('BE009', 'This address belongs to another account now.', 'address_known');
  end;
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'address-changed', 'to', person.email, 'props',
    jsonb_build_object('name', person.name, 'newAddress', t.email)));
  return t.email;
end $$;

-- Ends the session, its siblings on other hosts and its root. Also by the secret that it had before: whoever signs out while
-- a proof gives their browser another one is out. That secret ends this one session and no others.
create or replace function guard.sign_out(p_session text, p_audience text, p_everywhere boolean, p_request jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record := guard.session_user(p_session, p_audience);
begin
  if s.user_id is null then
    p_everywhere := false;
    select x.id as session_id, x.user_id, coalesce(x.parent_id, x.id) as root_id into s from (values (1)) as always
    left join guard.sessions x on x.previous_hash = guard.secret_hash(p_session) and x.audience = p_audience
      and guard.is_live(x.revoked_at, x.expires_at, x.idle_until);
  end if;
  update guard.sessions set revoked_at = clock_timestamp()
  where user_id = s.user_id and revoked_at is null and (p_everywhere or s.root_id in (id, parent_id));
  if found then
    perform guard.record_event(null, s.user_id, 'account.sign_out', case when p_everywhere then 'sign_out_everywhere' else 'sign_out' end,
      'users', s.user_id, null, p_request);
  end if;
end $$;

create or replace function guard.my_sessions()
returns table (id uuid, current boolean, method text, device text, agent text, address text, created_at timestamptz, last_used_at timestamptz, organizations text[])
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.id = c.credential_id, s.method, s.device, s.agent, s.address, s.created_at,
    greatest(s.last_used_at, (select max(h.last_used_at) from guard.sessions h where h.parent_id = s.id)),
    (select array_agg(distinct g.name) from guard.sessions h join public.organizations g on g.id = h.organization_id
      where h.parent_id = s.id and h.revoked_at is null)
  from guard.proven() c join guard.sessions s on s.user_id = c.user_id
  where c.kind = 2 and s.parent_id is null and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)
  order by 8 desc nulls last
$$;

-- One of my sessions (with its hosts), or with null all but this one. Answers how many roots ended.
create or replace function guard.revoke_my_session(p_id uuid) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  n int;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  update guard.sessions set revoked_at = clock_timestamp()
  where user_id = c.user_id and parent_id is null and revoked_at is null
    and (id = p_id or p_id is null and id <> c.credential_id);
  get diagnostics n = row_count;
  update guard.sessions h set revoked_at = clock_timestamp() from guard.sessions p
  where h.parent_id = p.id and p.user_id = c.user_id and p.revoked_at is not null and h.revoked_at is null;
  if n > 0 then
    perform guard.record_event(null, c.user_id, c.operation, 'end_session', 'users', c.user_id, jsonb_build_object('sessions', n),
      jsonb_build_object('address', c.address, 'agent', c.agent, 'id', c.request_id));
  end if;
  return n;
end $$;

-- Handoff: a code for one organization's host, bound to the browser by the hash of a cookie on that host; 60 seconds, once.
create or replace function guard.create_handoff(p_session text, p_slug text, p_nonce_hash text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s record := guard.root_session(p_session);
  o uuid;
  i uuid;
  code text;
begin
  if s.id is null then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  -- While it lasts an impersonation is what this browser enters the organization by, also where the person belongs to it.
  select l.id, l.organization_id into i, o from guard.live_impersonation(s.id) l
  join public.organizations g on g.id = l.organization_id where g.slug = p_slug;
  if not found then
    select g.id into o from public.organizations g
    join public.memberships m on m.organization_id = g.id and m.user_id = s.user_id and m.status = 'active'
    where g.slug = p_slug and g.state in ('active', 'suspended');
  end if;
  if o is null or p_nonce_hash !~ '^[0-9a-f]{64}$' then
    perform guard.refuse('BE004', 'There is no such organization, or you are not a member of it.');
  end if;
  perform guard.require_young(s.id, o, s.user_id);
  code := guard.random_secret(case when i is null then 'ho_' else 'hi_' end);
  insert into guard.handoffs (hash, session_id, organization_id, audience, nonce_hash, expires_at, impersonation_id)
  values (guard.secret_hash(code), s.id, o, p_slug, decode(p_nonce_hash, 'hex'), clock_timestamp() + interval '60 seconds', i);
  delete from guard.handoffs where expires_at < clock_timestamp() - interval '1 hour';
  return code;
end $$;

create or replace function guard.redeem_handoff(p_code text, p_audience text, p_nonce text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  h record;
  i record;
  root record;
  secret text := guard.random_secret('bs_');
begin
  -- The address may have moved since. A change of it and this wait for each other here, in one order: the organization,
  -- then what is bound to its address.
  perform 1 from public.organizations where slug = p_audience for share;
  if not found then
    return null;
  end if;
  update guard.handoffs set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_code) and audience = p_audience and nonce_hash = guard.secret_hash(p_nonce)
    and used_at is null and expires_at > clock_timestamp()
  returning session_id, organization_id, impersonation_id into h;
  if not found then
    return null;
  end if;
  select * into root from guard.sessions where id = h.session_id
    and guard.is_live(revoked_at, expires_at, idle_until) for share;
  if not found then
    return null;
  end if;
  select l.id, l.user_id, l.expires_at into i from (values (1)) as always
  left join guard.live_impersonation(root.id) l on l.id = h.impersonation_id;
  if i.id is distinct from h.impersonation_id then
    return null;
  end if;
  perform guard.set_context(2, null, root.user_id, null, root.id, i.user_id, null, 'session.open', 'session', p_request,
    clock_timestamp() + interval '60 seconds');
  update guard.sessions set revoked_at = clock_timestamp()
  where parent_id = root.id and audience = p_audience and revoked_at is null;
  -- Raising an impersonation wants a proof of its own, so nothing counts as proved here yet.
  insert into guard.sessions (id, user_id, parent_id, organization_id, impersonation_id, hash, audience, method, identity_id,
    issuer, own, device_hash, address, agent, device, factor, factor_at, signed_in_at, confirmed_at, expires_at, idle_until)
  values (guard.uuid7(), root.user_id, root.id, h.organization_id, i.id, guard.secret_hash(secret), p_audience,
    case when i.id is null then root.method else 'impersonation' end, root.identity_id, root.issuer, i.id is null and root.own,
    root.device_hash, left(p_request ->> 'address', 64), left(p_request ->> 'agent', 300), root.device, root.factor, root.factor_at, root.signed_in_at,
    case when i.id is null then root.confirmed_at end,
    least(root.expires_at, i.expires_at), least(root.expires_at, i.expires_at, clock_timestamp() + interval '14 days'));
  return secret;
end $$;

-- Last use, at most once a minute, after the answer. The root lives as long as one of its hosts is used.
create or replace function guard.touch(p_credential text, p_audience text, p_request jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record;
begin
  if p_credential like 'key\_%' then
    update guard.api_keys k set last_used_at = clock_timestamp(), last_used_address = left(p_request ->> 'address', 64)
    from (select id, last_used_at as at, last_used_address as address from guard.api_keys
      where hash = guard.secret_hash(p_credential) for update) before
    where k.id = before.id and (before.at is null or before.at < clock_timestamp() - interval '1 minute'
      or before.address is distinct from left(p_request ->> 'address', 64))
    returning k.organization_id, k.id, before.at, before.address, k.last_used_address as now_from into s;
    -- On the record once for each hour and address.
    if found and (s.at is null or date_trunc('hour', s.at) <> date_trunc('hour', clock_timestamp())
      or s.address is distinct from s.now_from) then
      insert into audit.entries (organization_id, actor_label, actor_kind, credential_id, operation, record_type, record_id, action,
        request_id, address, agent)
      values (s.organization_id, guard.key_label(s.id), 'key', s.id, 'keys.use', 'api_keys', s.id, 'used',
        case when p_request ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then (p_request ->> 'id')::uuid end,
        s.now_from, left(p_request ->> 'agent', 300));
    end if;
    return;
  end if;
  if starts_with(p_credential, 'at_') then
    update guard.sessions set last_used_at = clock_timestamp(), address = left(p_request ->> 'address', 64),
      idle_until = least(expires_at, clock_timestamp() + interval '14 days')
    where id = guard.session_of_token(p_credential) and last_used_at < clock_timestamp() - interval '1 minute';
    return;
  end if;
  update guard.sessions set last_used_at = clock_timestamp(), address = left(p_request ->> 'address', 64),
    idle_until = least(expires_at, clock_timestamp() + interval '14 days')
  where hash = guard.secret_hash(p_credential) and audience = p_audience and revoked_at is null
    and idle_until > clock_timestamp() and last_used_at < clock_timestamp() - interval '1 minute'
  returning parent_id, organization_id, user_id, impersonation_id into s;
  if found and s.parent_id is not null then
    update guard.sessions set last_used_at = clock_timestamp(), idle_until = least(expires_at, clock_timestamp() + interval '14 days')
    where id = s.parent_id;
    update public.memberships set last_active_at = clock_timestamp()
    where organization_id = s.organization_id and user_id = s.user_id and s.impersonation_id is null;
  end if;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.sign_in_salt(text), guard.sign_in(text, bytea, text, jsonb),
  guard.sign_up(text, text, bytea, jsonb, bytea, text, text, text, jsonb, int), guard.peek_token(text, text),
  guard.verify_sign_up(text, text, bytea, text, jsonb), guard.request_reset(text, text, text, jsonb),
  guard.reset_password(text, bytea, jsonb, bytea, text, jsonb), guard.confirm_salt(text, text),
  guard.confirm_password(text, text, bytea, jsonb), guard.change_password(bytea, jsonb, bytea),
  guard.request_address_change(text, text, text), guard.confirm_address_change(text, jsonb),
  guard.sign_out(text, text, boolean, jsonb), guard.my_sessions(), guard.revoke_my_session(uuid),
  guard.create_handoff(text, text, text, jsonb), guard.redeem_handoff(text, text, text, jsonb),
  guard.touch(text, text, jsonb) to berth_app;
grant execute on function guard.issue_session(uuid, text, text, jsonb) to berth_auth;
reset role;
