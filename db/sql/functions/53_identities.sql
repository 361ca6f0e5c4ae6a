-- Ways in by other providers. What a provider said only Node can verify, so what follows from that is berth_auth's alone, as
-- issue_session is. An identity is what the provider calls a person, (issuer, subject), never an address: an address can
-- change hands there, and only says whom to ask here.
set local role berth_guard;

-- Internal: a way to sign in, as a sentence calls it.
create or replace function guard.way_name(p_way text) returns text
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case p_way when 'google' then 'Google' when 'microsoft' then 'Microsoft' when 'github' then 'GitHub'
    when 'oidc' then 'single sign-on' else 'your password' end;
end $$;

-- Internal: `Google or Microsoft`, of ways.
create or replace function guard.ways_text(p_ways text[]) returns text
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
  names text[] := array(select guard.way_name(w) from unnest(p_ways) with ordinality as x (w, at)
    where w in ('password', 'google', 'microsoft', 'github', 'oidc') order by at);
  n int := cardinality(names);
begin
  return case when n < 2 then names[1] else array_to_string(names[1:n - 1], ', ') || ' or ' || names[n] end;
end $$;

-- Somebody leaves for a provider. What they come back with counts once, in a quarter of an hour. p_session: of whoever
-- links it to the account that they are in.
create or replace function guard.insert_visit(p_provider text, p_session uuid) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare secret text := guard.random_secret('pv_');
begin
  delete from guard.provider_visits where expires_at < clock_timestamp() - interval '1 hour';
  delete from guard.waiting_identities where expires_at < clock_timestamp() - interval '1 hour';
  insert into guard.provider_visits (hash, provider, session_id, expires_at)
  values (guard.secret_hash(secret), p_provider, p_session, clock_timestamp() + interval '15 minutes');
  return secret;
end $$;

create or replace function guard.begin_visit(p_provider text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  return guard.insert_visit(p_provider, null);
end $$;

create or replace function guard.begin_link(p_provider text) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.account_user();
  perform guard.require_fresh();
  return guard.insert_visit(p_provider, c.credential_id);
end $$;

-- Internal: tells the person by mail. p_change: `added` or `removed`.
create or replace function guard.tell_of_way(p_user uuid, p_provider text, p_change text, p_request jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'sign-in-method', 'to', u.email, 'props',
    jsonb_build_object('name', u.name, 'change', p_change, 'method', guard.way_name(p_provider),
      'at', guard.utc_text(clock_timestamp()), 'address', p_request ->> 'address', 'timeZone', u.time_zone)))
  from public.users u where u.id = p_user;
end $$;

-- Internal: sessions that began with an identity are the account's own while the provider vouches for its address, and no
-- longer than that.
create or replace function guard.mark_own_sessions(p_user uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.sessions s set own = x.own
  from (select i.id, coalesce(i.vouched = u.email, false) as own from guard.identities i join public.users u on u.id = i.user_id
    where i.user_id = p_user) x
  where s.user_id = p_user and s.revoked_at is null and s.impersonation_id is null and s.identity_id = x.id and s.own <> x.own;
end $$;

-- Internal: from now on this identity opens this account. p_who: {issuer, subject, email, verified}. p_told: whether a mail says so.
drop function if exists guard.add_identity(uuid, text, jsonb, boolean, jsonb);
create function guard.add_identity(p_user uuid, p_provider text, p_who jsonb, p_told boolean, p_request jsonb)
returns uuid language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  owner uuid;
  identity uuid;
begin
  perform guard.take_turns('identity|' || (p_who ->> 'issuer') || '|' || (p_who ->> 'subject'));
  select user_id, id into owner, identity from guard.identities
  where issuer = p_who ->> 'issuer' and subject = p_who ->> 'subject';
  if owner = p_user then
    update guard.identities set doubted_at = null,
      vouched = case when (p_who ->> 'verified')::boolean then guard.normal_address(p_who ->> 'email') else vouched end
    where id = identity;
    return identity;
  elsif owner is not null then
    perform guard.refuse('BE009', 'This account of ' || guard.way_name(p_provider) || ' opens another account here already.', 'identity_taken');
  end if;
  insert into guard.identities (id, issuer, subject, provider, user_id, email, vouched)
  values (guard.uuid7(), p_who ->> 'issuer', p_who ->> 'subject', p_provider, p_user, left(p_who ->> 'email', 254),
    case when (p_who ->> 'verified')::boolean then guard.normal_address(p_who ->> 'email') end)
  on conflict (user_id, issuer) do nothing returning id into identity;
  if not found then
    perform guard.refuse('BE009', 'Another account of ' || guard.way_name(p_provider) || ' is linked already. Unlink that one first.', 'other_linked');
  end if;
  perform guard.record_event(null, p_user, 'account.link', 'sign_in_method_added', 'users', p_user,
    jsonb_build_object('method', p_provider), p_request);
  if p_told then
    perform guard.tell_of_way(p_user, p_provider, 'added', p_request);
  end if;
  return identity;
end $$;

-- Internal: a first half or a link that came to nothing.
create or replace function guard.record_no_way_in(p_user uuid, p_provider text, p_why text, p_request jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.record_event(null, p_user, 'account.sign_in', 'failed', 'users', p_user,
    jsonb_build_object('method', p_provider, 'why', p_why), p_request);
end $$;

-- The provider refused, or what it sent does not hold.
create or replace function guard.identity_failed(p_visit text, p_provider text, p_why text, p_request jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.provider_visits set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_visit) and provider = p_provider and used_at is null;
  perform guard.record_no_way_in(null, p_provider, p_why, p_request);
end $$;

-- Internal: an identity that nobody has yet waits for its person, for an hour.
create or replace function guard.let_wait(p_provider text, p_who jsonb, p_why text) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare secret text := guard.random_secret('wi_');
begin
  insert into guard.waiting_identities (hash, provider, issuer, subject, email, name, why, expires_at)
  values (guard.secret_hash(secret), p_provider, p_who ->> 'issuer', p_who ->> 'subject',
    guard.normal_address(p_who ->> 'email'), p_who ->> 'name', p_why, clock_timestamp() + interval '1 hour');
  return jsonb_build_object('outcome', 'waiting', 'secret', secret);
end $$;

-- Internal: the person who left to link it is the one who comes back, in the same session.
create or replace function guard.link_arrived(
  p_left uuid, p_provider text, p_who jsonb, p_session text, p_request jsonb) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare s record := guard.session_user(p_session, '');
begin
  if s.session_id is distinct from p_left then
    perform guard.record_no_way_in(s.user_id, p_provider, 'session_differs', p_request);
    return jsonb_build_object('outcome', 'over');
  end if;
  begin
    perform guard.add_identity(s.user_id, p_provider, p_who, true, p_request);
  exception when sqlstate 'BE009' then
    perform guard.record_no_way_in(s.user_id, p_provider, 'identity_taken', p_request);
    return jsonb_build_object('outcome', 'taken');
  end;
  return jsonb_build_object('outcome', 'linked');
end $$;

-- Somebody comes back from a provider, as Node verified. p_who: {issuer, subject, email, verified, name}; p_session: the one
-- that their browser holds. Answers {outcome}: signed_in with the session's secret; waiting with the secret of what is still
-- to be settled; linked, taken or over. A known address never opens its account: its person signs in first, or reads the
-- mail. What the provider does not vouch for is answered alike, whether such an account is here or not.
create or replace function guard.identity_arrived(
  p_visit text, p_provider text, p_who jsonb, p_session text, p_device text, p_request jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v record;
  person uuid;
  identity uuid;
  doubted timestamptz;
  normal text := guard.normal_address(p_who ->> 'email');
begin
  update guard.provider_visits set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_visit) and provider = p_provider and used_at is null and expires_at > clock_timestamp()
  returning session_id into v;
  if not found then
    perform guard.record_no_way_in(null, p_provider, 'visit_over', p_request);
    return jsonb_build_object('outcome', 'over');
  end if;
  if v.session_id is not null then
    return guard.link_arrived(v.session_id, p_provider, p_who, p_session, p_request);
  end if;
  perform guard.take_turns('identity|' || (p_who ->> 'issuer') || '|' || (p_who ->> 'subject'));
  -- What was proved by mail stays proved while the provider names the same address.
  update guard.identities set last_used_at = clock_timestamp(), email = left(p_who ->> 'email', 254),
    vouched = case when (p_who ->> 'verified')::boolean or vouched = normal then normal end
  where issuer = p_who ->> 'issuer' and subject = p_who ->> 'subject' 
  returning user_id, id, doubted_at into person, identity, doubted;
  if doubted is not null then
    perform guard.record_no_way_in(person, p_provider, 'doubted', p_request);
    return guard.let_wait(p_provider, p_who, 'doubted');
  elsif person is not null then
    perform guard.mark_own_sessions(person);
  else
    if normal is null or not coalesce((p_who ->> 'verified')::boolean, false) then
      perform guard.record_no_way_in(null, p_provider, 'address_unverified', p_request);
      return guard.let_wait(p_provider, p_who, case when normal is null then 'no_address' else 'address_unverified' end);
    end if;
    select id into person from public.users where email = normal;
    if found then
      perform guard.record_no_way_in(person, p_provider, 'address_known', p_request);
      return guard.let_wait(p_provider, p_who, 'address_known');
    end if;
    perform guard.set_context(3, null, null, null, null, null, null, 'account.sign_up', 'none', p_request,
      clock_timestamp() + interval '60 seconds');
    person := guard.create_user(normal, p_who ->> 'name', null, null, null);
    identity := guard.add_identity(person, p_provider, p_who, false, p_request);
  end if;
  return jsonb_build_object('outcome', 'signed_in', 'session',
    guard.create_session(person, p_provider, p_device, p_request, identity));
end $$;

-- What waits behind this secret, for the browser that holds it; null where it is over.
create or replace function guard.waiting_identity(p_secret text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select jsonb_build_object('provider', w.provider, 'email', w.email, 'why', w.why, 'mailed', w.mail_hash is not null)
    from guard.waiting_identities w
    where w.hash = guard.secret_hash(p_secret) and w.used_at is null and w.expires_at > clock_timestamp());
end $$;

-- Internal: takes what waits. p_token: also the secret of its mail.
create or replace function guard.take_identity(p_secret text, p_token text) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare w record;
begin
  update guard.waiting_identities set used_at = clock_timestamp()
  where hash = guard.secret_hash(p_secret) and used_at is null and expires_at > clock_timestamp()
    and (p_token is null or mail_hash = guard.secret_hash(p_token))
  returning * into w;
  if not found then
    perform guard.refuse('BE022', 'This took too long, or was done already. Begin again.', 'identity_over');
  end if;
  return jsonb_build_object('provider', w.provider, 'issuer', w.issuer, 'subject', w.subject, 'email', w.email, 'name', w.name,
    'verified', p_token is not null or w.why = 'address_known');
end $$;

-- Who signed in by other means says that what waits is theirs too.
create or replace function guard.accept_identity(p_secret text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  person uuid := guard.account_user();
  w jsonb;
begin
  perform guard.require_fresh();
  w := guard.take_identity(p_secret, null);
  perform guard.add_identity(person, w ->> 'provider', w, true, guard.request_of_context());
end $$;

-- A link to the address that the provider named. It counts in the browser that came from there, and nowhere else.
create or replace function guard.mail_identity(p_secret text, p_address text, p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  w record;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  update guard.waiting_identities set mail_hash = guard.secret_hash(p_token)
  where hash = guard.secret_hash(p_secret) and email = guard.normal_address(p_address) and used_at is null
    and expires_at > clock_timestamp()
  returning * into w;
  if not found then
    perform guard.refuse('BE022', 'This took too long, or was done already. Begin again.', 'identity_over');
  end if;
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'confirm-identity', 'to', w.email,
    'props', jsonb_build_object('name', w.name, 'method', guard.way_name(w.provider)), 'sealed', p_sealed));
end $$;

-- The link was read: whose address it is links the identity, or begins an account with it. Answers the session's secret.
create or replace function guard.confirm_identity(p_secret text, p_token text, p_device text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  w jsonb;
  person uuid;
  identity uuid;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  w := guard.take_identity(p_secret, coalesce(p_token, ''));
  select id into person from public.users where email = w ->> 'email';
  if person is null then
    person := guard.create_user(w ->> 'email', w ->> 'name', null, null, null);
    identity := guard.add_identity(person, w ->> 'provider', w, false, p_request);
  else
    identity := guard.add_identity(person, w ->> 'provider', w, true, p_request);
    perform guard.pause_console(person);
  end if;
  return guard.create_session(person, w ->> 'provider', p_device, p_request, identity);
end $$;

-- How the acting person can sign in.
create or replace function guard.my_sign_in_methods() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  return jsonb_build_object(
    'password_since', (select x.changed_at from guard.credentials x where x.user_id = person),
    'identities', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'provider', i.provider, 'email', i.email,
        'created_at', i.created_at, 'last_used_at', i.last_used_at, 'doubted', i.doubted_at is not null)
        order by i.created_at), '[]')
      from guard.identities i where i.user_id = person));
end $$;

-- Internal: takes a way from the account, and ends what was begun with it elsewhere.
create or replace function guard.drop_identity(p_id uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
begin
  delete from guard.identities where id = p_id and user_id = c.user_id returning provider into i;
  update guard.sessions set revoked_at = clock_timestamp()
  where user_id = c.user_id and parent_id is null and coalesce(identity_id = p_id, method = i.provider) and revoked_at is null
    and id <> c.credential_id;
  update guard.pending_sign_ins set used_at = clock_timestamp()
  where user_id = c.user_id and coalesce(identity_id = p_id, method = i.provider) and used_at is null;
  perform guard.record_event(null, c.user_id, c.operation, 'sign_in_method_removed', 'users', c.user_id,
    jsonb_build_object('method', i.provider), guard.request_of_context());
  perform guard.tell_of_way(c.user_id, i.provider, 'removed', guard.request_of_context());
end $$;

-- Takes a way from the account. p_on: providers that the installation has on; the
-- last way that still leads in stays.
create or replace function guard.unlink_identity(p_id uuid, p_on text[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  perform guard.require_fresh();
  perform 1 from public.users where id = person for update;
  perform from guard.identities where id = p_id and user_id = person;
  if not found then
    perform guard.refuse('BE004', 'There is no such sign-in method.');
  end if;
  perform 1 from guard.credentials where user_id = person
  union all select 1 from guard.identities where user_id = person and id <> p_id and provider = any (p_on);
  if not found then
    perform guard.refuse('BE022', 'This is the only way into your account. Set a password or link another one first.', 'last_way');
  end if;
  perform guard.drop_identity(p_id);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.begin_visit(text), guard.begin_link(text), guard.waiting_identity(text), guard.accept_identity(text),
  guard.mail_identity(text, text, text, text), guard.confirm_identity(text, text, text, jsonb), guard.my_sign_in_methods(),
  guard.unlink_identity(uuid, text[]) to berth_app;
grant execute on function guard.identity_failed(text, text, text, jsonb),
  guard.identity_arrived(text, text, jsonb, text, text, jsonb) to berth_auth;
reset role;
