-- What organizations demand of a sign-in, and whether a session, a key or an address meets it.
set local role berth_guard;

create or replace function guard.all_ways() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select array['password', 'google', 'microsoft', 'github', 'oidc'] $$;

-- What an organization counts of guard.sessions.ways: a way by itself, or of one issuer; null where it counts all.
drop function if exists guard.methods_of(text[]);
create or replace function guard.counted_ways(p_ways text[], p_issuers text[]) returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case when p_ways is not null or p_issuers is not null then array(
    select case when w = 'password' or p_issuers is null then w else w || ' ' || i end
    from unnest(coalesce(p_ways, guard.all_ways())) w
    left join unnest(p_issuers) i on w <> 'password'
    order by 1) end
$$;

-- What an organization demands of one membership, each part null where it demands nothing.
create or replace function guard.demands(
  p_organization uuid, p_membership uuid, p_rights bit, out factor_from timestamptz, out codes_only boolean,
  out session_length interval, out idle_length interval, out networks cidr[], out methods text[])
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  g record;
  demanded text;
begin
  select o.*, i.factor_for as usual, i.factor_since as usual_since, i.factor_grace_days as usual_grace into g
  from public.organizations o cross join guard.installation i where o.id = p_organization;
  demanded := coalesce(g.factor_for, g.usual);
  if demanded = 'everybody' or demanded = 'powerful' and guard.is_powerful(p_rights) then
    factor_from := greatest(case when g.factor_for is null then g.usual_since else g.factor_since end,
        (select m.joined_at from public.memberships m where m.organization_id = p_organization and m.id = p_membership))
      + make_interval(days => case when g.factor_for is null then g.usual_grace else g.factor_grace_days end);
    codes_only := case when not g.remember_devices then true end;
  end if;
  session_length := make_interval(hours => g.session_hours);
  idle_length := make_interval(mins => g.session_idle_minutes);
  networks := g.allowed_networks;
  methods := guard.counted_ways(g.sign_in_ways, g.sign_in_issuers);
end $$;

-- Whoever writes a row of rights, the demands follow from it.
create or replace function guard.set_demands() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  select d.factor_from, d.codes_only, d.session_length, d.idle_length, d.networks, d.methods
  into new.factor_from, new.codes_only, new.session_length, new.idle_length, new.networks, new.methods
  from guard.demands(new.organization_id, new.membership_id, new.permissions) d;
  return new;
end $$;

-- VOLATILE, so that no planner tries an address before it is asked for.
create or replace function guard.is_within(p_networks cidr[], p_address text) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return coalesce(p_address::inet <<= any (p_networks), false);
exception when invalid_text_representation then
  return false;
end $$;

-- Internal: why an address is kept out of an organization, in a sentence; null where it is not.
create or replace function guard.kept_out(p_networks cidr[], p_address text) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return case when p_networks is not null and not guard.is_within(p_networks, p_address)
    then 'This organization opens only from networks that it allows, and yours is not one of them.' end;
end $$;

-- Internal: says why a session's way is not counted: another way, another issuer's, or not the account's own identity.
create or replace function guard.refuse_way(p_method text, p_own boolean, p_ways text[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if not coalesce(p_method = any (p_ways), true) or p_method <> all (guard.all_ways()) or p_method = 'password' then
    perform guard.refuse('BE007', 'This organization wants you to sign in with ' || guard.ways_text(coalesce(p_ways, guard.all_ways()))
      || '. You signed in with ' || guard.way_name(p_method) || '.', 'sign_in_way_refused');
  elsif p_own then
    perform guard.refuse('BE007', 'This organization counts other directories of ' || guard.way_name(p_method)
      || ' than the one you signed in with.', 'sign_in_issuer_refused');
  end if;
  perform guard.refuse('BE007', 'You signed in with an account of ' || guard.way_name(p_method)
    || ' that is not known to be of your address here. This organization counts only your own.', 'sign_in_identity_refused');
end $$;

-- Internal, for what changes whom an identity belongs to: a session that an organization of the person does not count may not.
create or replace function guard.require_ways(p_session uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare s record;
begin
  select x.method, x.own, g.name, g.sign_in_ways into s
  from guard.sessions x
  join guard.rights r on r.user_id = x.user_id and r.is_open and not x.ways && r.methods
  join public.organizations g on g.id = r.organization_id
  where x.id = p_session order by g.id limit 1;
  if found then
    perform guard.refuse('BE007', s.name || ' does not count the way you signed in, so your address stays as it is. Sign in with '
      || coalesce(guard.ways_text(s.sign_in_ways), 'an account that it counts') || ' first.', 'sign_in_way_refused');
  end if;
end $$;

-- Internal, for the long way of guard.open: says which demand of the organization this session or key does not meet.
-- From outside the networks, or signed in by a way that is not allowed, the owner opens the security policy with a fresh proof
-- and nothing else, on the record.
create or replace function guard.require_demands(
  p_organization uuid, p_membership uuid, p_session uuid, p_operation text, p_request jsonb)
returns void language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  g record;
  s record;
  d record;
  outside boolean;
begin
  select allowed_networks, sign_in_ways, sign_in_issuers into strict g from public.organizations where id = p_organization;
  select x.*, m.role_key into s from guard.sessions x
  left join public.memberships m on m.organization_id = p_organization and m.id = p_membership where x.id = p_session;
  outside := guard.kept_out(g.allowed_networks, p_request ->> 'address') is not null;
  if outside or not coalesce(s.ways && guard.counted_ways(g.sign_in_ways, g.sign_in_issuers), true) then
    if not coalesce(s.role_key = 'owner' and p_operation in ('policy.read', 'policy.update'), false) then
      if outside then
        perform guard.refuse('BE007', guard.kept_out(g.allowed_networks, p_request ->> 'address'), 'network_refused');
      end if;
      perform guard.refuse_way(s.method, s.own, g.sign_in_ways);
    end if;
    if s.confirmed_at is null or s.confirmed_at < clock_timestamp() - interval '10 minutes' then
      perform guard.refuse_stale(s.user_id);
    end if;
    perform guard.record_event(p_organization, s.user_id, p_operation, 'opened_from_outside', 'organizations',
      p_organization, null, p_request);
  end if;
  if p_session is null then
    return;
  end if;
  select r.* into d from guard.rights r where r.organization_id = p_organization and r.membership_id = p_membership;
  if least(s.signed_in_at + d.session_length, s.last_used_at + d.idle_length) < clock_timestamp() then
    perform guard.refuse('BE001', 'Your session here is over. Sign in again.', 'session_over');
  end if;
  if d.factor_from < clock_timestamp() and (s.factor is null or d.codes_only and s.factor = 'remembered') then
    if guard.has_factor(s.user_id) then
      perform guard.refuse('BE006', 'Enter a code from your authenticator app to continue.', 'factor');
    end if;
    perform guard.refuse('BE007', 'This organization wants a second factor from you. Set one up to go on.', 'factor_required');
  end if;
end $$;

-- Internal, for guard.create_handoff: a session that the organization calls too old begins no other one there.
create or replace function guard.require_young(p_session uuid, p_organization uuid, p_user uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from guard.sessions s join guard.rights r on r.organization_id = p_organization and r.user_id = p_user
  where s.id = p_session and least(s.signed_in_at + r.session_length,
    greatest(s.last_used_at, s.signed_in_at) + r.idle_length) < clock_timestamp();
  if found then
    perform guard.refuse_stale(p_user);
  end if;
end $$;

revoke all on all functions in schema guard from public;
reset role;
