-- Tokens of programs that act for a person. A sign-in's session is given up for a pair: an access token (at_, a quarter of an
-- hour) and a refresh token (rt_), which is used once for the next pair. Whoever shows a used one ends the session, so that of
-- a thief and the person neither goes on. The session is a root like any other: sign-out, a new password and the person's own
-- list end it. No token carries rights or an organization: both are found here, at each request.
set local role berth_guard;

-- Internal: the live session of a live access token; null for anything else.
create or replace function guard.session_of_token(p_token text) returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select s.id from guard.access_tokens a join guard.sessions s on s.id = a.session_id
    where a.hash = guard.secret_hash(p_token) and a.expires_at > clock_timestamp() and s.parent_id is null
      and guard.is_live(s.revoked_at, s.expires_at, s.idle_until));
end $$;

-- Internal: a new pair for a session; the access token before it ends.
create or replace function guard.insert_tokens(p_session uuid) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  access text := guard.random_secret('at_');
  refresh text := guard.random_secret('rt_');
  until timestamptz := date_trunc('second', clock_timestamp() + interval '15 minutes');
  person uuid := (select user_id from guard.sessions where id = p_session);
begin
  -- Kept ended for a while: calls that it made before are still to be written into the log.
  delete from guard.access_tokens where session_id = p_session and expires_at < clock_timestamp() - interval '5 minutes';
  update guard.access_tokens set expires_at = least(expires_at, clock_timestamp()) where session_id = p_session;
  insert into guard.access_tokens (hash, session_id, expires_at) values (guard.secret_hash(access), p_session, until);
  insert into guard.refresh_tokens (hash, session_id) values (guard.secret_hash(refresh), p_session);
  return jsonb_build_object('access', access, 'refresh', refresh, 'session_id', p_session, 'user_id', person,
    'expires_at', extract(epoch from until)::bigint);
end $$;

-- Gives up a session's own secret, by which a browser would be signed in, for a pair. Null without a live root session.
create or replace function guard.issue_tokens(p_session text) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s uuid;
begin
  update guard.sessions set hash = guard.secret_hash(guard.random_secret('bs_'))
  where hash = guard.secret_hash(p_session) and parent_id is null and guard.is_live(revoked_at, expires_at, idle_until)
  returning id into s;
  return case when s is not null then guard.insert_tokens(s) end;
end $$;

-- The next pair, or null. Parallel users of one token take turns; the second has used it twice. It is no use of the session:
-- an organization's idle length goes on, or a program that only refreshes would never be idle.
create or replace function guard.refresh_tokens(p_refresh text, p_request jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  t record;
  s record;
begin
  select hash, session_id, used_at into t from guard.refresh_tokens where hash = guard.secret_hash(p_refresh) for update;
  if not found then
    return null;
  end if;
  if t.used_at is not null then
    update guard.sessions set revoked_at = clock_timestamp() where id = t.session_id and revoked_at is null returning user_id into s;
    if found then
      perform guard.record_event(null, s.user_id, 'account.refresh', 'token_reused', 'users', s.user_id, null, p_request);
    end if;
    return null;
  end if;
  update guard.sessions set address = left(p_request ->> 'address', 64),
    idle_until = least(expires_at, clock_timestamp() + interval '14 days')
  where id = t.session_id and guard.is_live(revoked_at, expires_at, idle_until) returning id into s;
  if not found then
    return null;
  end if;
  update guard.refresh_tokens set used_at = clock_timestamp() where hash = t.hash;
  return guard.insert_tokens(t.session_id);
end $$;

-- Internal: the organization that a person means without naming one: the declared one, else the first that they joined.
create or replace function guard.default_organization(p_user uuid) returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select m.organization_id from public.memberships m
    join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
    left join guard.default_organizations d on d.user_id = m.user_id and d.organization_id = m.organization_id
    where m.user_id = p_user and m.status = 'active'
    order by d.user_id is null, m.joined_at, m.organization_id limit 1);
end $$;

-- Internal: the organization that a token is for, where it is a live membership of the person's; else null.
create or replace function guard.organization_meant(p_user uuid, p_audience text, p_organization uuid) returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select m.organization_id from public.memberships m
    join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
    where m.user_id = p_user and m.status = 'active' and p_audience in ('', g.slug)
      and m.organization_id = coalesce(p_organization, guard.default_organization(p_user)));
end $$;

-- Opens an organization for an access token: the one that is named, else the person's default. One that is no live
-- membership of theirs answers as unknown, and so does another than the host's.
create or replace function guard.open_token(
  p_token text, p_audience text, p_organization uuid, p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o record;
  f record;
  session uuid := guard.session_of_token(p_token);
begin
  select scope, permission, position into o from guard.operations where name = p_operation;
  if not found or o.scope <> 'organization' then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  if session is null then
    perform guard.refuse('BE001', 'This access token is over. Refresh it, or sign in again.', 'token_over');
  end if;
  select s.user_id, m.organization_id, m.id as membership_id, m.role_key, g.state, g.slug, r.permissions as rights, r.valid_until,
    r.keys_closed
  into f
  from guard.sessions s
  join public.memberships m on m.user_id = s.user_id and m.status = 'active'
    and m.organization_id = coalesce(p_organization, guard.default_organization(s.user_id))
  join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
  join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
  where s.id = session and p_audience in ('', g.slug);
  if not found then
    -- Who named nothing hears about themselves; what was named, or is the host's, answers alike whether it is there or not.
    if p_organization is null and p_audience = '' then
      perform guard.refuse('BE004', 'You are an active member of no organization. Create one or accept an invitation, then call again.',
        'no_organization');
    end if;
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  if f.state = 'suspended' then
    perform guard.refuse('BE005', 'This organization is suspended.');
  end if;
  perform guard.require_demands(f.organization_id, f.membership_id, session, p_operation, p_request);
  if f.keys_closed then
    perform guard.require_feature(f.organization_id, 'api');
  end if;
  if f.valid_until < clock_timestamp() then
    f.rights := guard.computed_rights(f.organization_id, f.membership_id);
  end if;
  if get_bit(f.rights, o.position) is distinct from 1 then
    perform guard.refuse_permission(f.organization_id, o.permission);
  end if;
  perform guard.set_context(1, f.organization_id, f.user_id, f.membership_id, session, null, f.rights, p_operation, 'token',
    p_request, clock_timestamp() + interval '60 seconds', guard.asks_for_tests(p_request));
  return guard.answer(f.role_key);
end $$;

-- Opens the account of a person by an access token. What guard.open_account takes, a browser's cookie can hold: a token is none.
create or replace function guard.open_token_account(p_token text, p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record;
begin
  perform 1 from guard.operations where name = p_operation and scope = 'account';
  if not found then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  select x.id, x.user_id into s from guard.sessions x where x.id = guard.session_of_token(p_token);
  if not found then
    perform guard.refuse('BE001', 'This access token is over. Refresh it, or sign in again.', 'token_over');
  end if;
  perform guard.set_context(2, null, s.user_id, null, s.id, null, null, p_operation, 'token', p_request,
    clock_timestamp() + interval '60 seconds');
  return guard.answer(null);
end $$;

drop function if exists guard.record_token_refusal(text, text, uuid, text, jsonb);

-- What the person means from now on where they name no organization.
create or replace function guard.set_default_organization(p_organization uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  perform from public.memberships m join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
  where m.user_id = c.user_id and m.organization_id = p_organization and m.status = 'active';
  if not found then
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  insert into guard.default_organizations (user_id, organization_id) values (c.user_id, p_organization)
  on conflict (user_id) do update set organization_id = excluded.organization_id;
  perform guard.record_event(null, c.user_id, 'account.set_default_organization', 'default_organization_set', 'users', c.user_id,
    null, guard.request_of_context());
end $$;

-- What the acting person means where they name no organization; null where they belong to none.
create or replace function guard.my_default_organization() returns uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  return guard.default_organization(c.user_id);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_default_organization(), guard.issue_tokens(text), guard.refresh_tokens(text, jsonb),
  guard.open_token(text, text, uuid, text, jsonb), guard.open_token_account(text, text, jsonb), guard.set_default_organization(uuid) to berth_app;
reset role;
