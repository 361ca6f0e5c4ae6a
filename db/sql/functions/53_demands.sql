-- What organizations demand of a sign-in, and whether a session, a key or an address meets it.
set local role berth_guard;

-- Sessions' methods that count as one way to sign in.
create or replace function guard.methods_of(p_ways text[]) returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case when p_ways is null then null
    else p_ways || case when 'password' = any (p_ways) then array['reset', 'activation', 'invitation'] else '{}' end end
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
  methods := guard.methods_of(g.sign_in_ways);
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
  select allowed_networks, sign_in_ways into strict g from public.organizations where id = p_organization;
  select x.*, m.role_key into s from guard.sessions x
  left join public.memberships m on m.organization_id = p_organization and m.id = p_membership where x.id = p_session;
  outside := guard.kept_out(g.allowed_networks, p_request ->> 'address') is not null;
  if outside or coalesce(s.method <> all (guard.methods_of(g.sign_in_ways)), false) then
    if not coalesce(s.role_key = 'owner' and p_operation in ('policy.read', 'policy.update'), false) then
      if outside then
        perform guard.refuse('BE007', guard.kept_out(g.allowed_networks, p_request ->> 'address'), 'network_refused');
      end if;
      perform guard.refuse('BE007', 'This organization wants you to sign in with ' || guard.ways_text(g.sign_in_ways)
        || '. You signed in with ' || guard.way_name(s.method) || '.', 'sign_in_way_refused');
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
