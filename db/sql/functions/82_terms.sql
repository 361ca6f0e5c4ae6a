-- Terms of the installation: published in the console, accepted by people, each version anew.
set local role berth_guard;

-- Internal: the version that holds now; null where the installation has no terms.
create or replace function guard.terms_version() returns int
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select max(t.version) from guard.terms t);
end $$;

-- The terms that hold now, for everybody; null where there are none.
create or replace function guard.current_terms() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  return (select jsonb_build_object('version', t.version, 'body', t.body, 'url', t.url, 'adds_members', t.adds_members,
      'published_at', t.published_at, 'accepted_at', (select a.accepted_at from guard.terms_acceptances a
        where c.kind = 2 and a.user_id = c.user_id and a.version = t.version))
    from guard.terms t where t.version = guard.terms_version());
end $$;

-- Internal: the version that somebody has still to accept; null for none.
create or replace function guard.terms_awaiting(p_user uuid) returns int
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare holds int := guard.terms_version();
begin
  return case when not exists (select from guard.terms_acceptances a where a.user_id = p_user and a.version = holds) then holds end;
end $$;

-- Internal: whether somebody whose address is proved agreed, by the terms that hold now, to be added by servers.
create or replace function guard.agreed_to_be_added(p_user uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select from guard.terms t join guard.terms_acceptances a on a.version = t.version
    join public.users u on u.id = a.user_id and u.email_verified_at is not null
    where t.version = guard.terms_version() and t.adds_members and a.user_id = p_user);
end $$;

-- Internal: somebody accepted a version, on the record once.
create or replace function guard.keep_acceptance(p_user uuid, p_version int, p_request jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into guard.terms_acceptances (user_id, version, address, request_id)
  values (p_user, p_version, left(p_request ->> 'address', 64),
    case when p_request ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then (p_request ->> 'id')::uuid end)
  on conflict do nothing;
  if found then
    perform guard.record_event(null, p_user, 'account.accept_terms', 'accept', 'users', p_user,
      jsonb_build_object('terms', p_version), p_request);
  end if;
end $$;

-- The acting person accepts what they read: of no other version than the one that holds now.
create or replace function guard.accept_terms(p_version int) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  if p_version is distinct from guard.terms_version() then
    perform guard.refuse('BE009', 'There is a newer version. Read it first.', 'terms_changed');
  end if;
  perform guard.keep_acceptance(c.user_id, p_version, jsonb_build_object('address', c.address, 'id', c.request_id, 'agent', c.agent));
end $$;

-- For the console: a new version, which everybody is asked to accept.
create or replace function guard.publish_terms(p_body text, p_url text, p_adds boolean) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  made int;
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  perform guard.take_turns('terms');
  made := coalesce(guard.terms_version(), 0) + 1;
  insert into guard.terms (version, body, url, adds_members, published_by) values (made, p_body, p_url, p_adds, c.user_id);
  perform guard.record_platform('publish', 'terms', null, jsonb_build_object('version', made, 'url', p_url, 'adds_members', p_adds,
    'digest', encode(sha256(convert_to(p_body, 'UTF8')), 'hex')));
  return made;
end $$;

create or replace function guard.terms_history() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return (select coalesce(jsonb_agg(jsonb_build_object('version', t.version, 'body', t.body, 'url', t.url,
      'adds_members', t.adds_members, 'published_at', t.published_at, 'published_by', guard.person_label(t.published_by),
      'accepted', (select count(*) from guard.terms_acceptances a where a.version = t.version)) order by t.version desc), '[]')
    from guard.terms t);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.current_terms(), guard.accept_terms(int), guard.publish_terms(text, text, boolean),
  guard.terms_history() to berth_app;
reset role;
