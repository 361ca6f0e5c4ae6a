-- The policy of an organization, and what the installation demands where one chose nothing.
set local role berth_guard;

-- The organization's policy as its security page shows it, with the address that asks.
create or replace function guard.policy() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('settings.view');
  return (select jsonb_build_object('factor_for', g.factor_for, 'factor_grace_days', g.factor_grace_days,
      'usual_factor_for', i.factor_for, 'usual_grace_days', i.factor_grace_days, 'remember_devices', g.remember_devices,
      'session_hours', g.session_hours, 'session_idle_minutes', g.session_idle_minutes, 'sign_in_ways', g.sign_in_ways,
      'sign_in_issuers', coalesce(g.sign_in_issuers, '{}'),
      'networks', (select coalesce(array_agg(n::text), '{}') from unnest(g.allowed_networks) n), 'address', c.address,
      'members', (select count(*) from public.memberships m where m.organization_id = g.id and m.status = 'active'),
      'members_with_factor', (select count(*) from public.memberships m
        where m.organization_id = g.id and m.status = 'active' and m.second_factor))
    from public.organizations g cross join guard.installation i where g.id = c.organization_id);
end $$;

-- Changes the policy; networks or ways that leave out the one who sets them only with p_despite.
drop function if exists guard.set_policy(text, int, boolean, int, int, text[], text[], boolean);
create or replace function guard.set_policy(
  p_factor_for text, p_grace_days int, p_remember boolean, p_hours int, p_idle_minutes int, p_ways text[], p_issuers text[],
  p_networks text[], p_despite boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  allowed cidr[];
begin
  perform guard.require('settings.manage');
  perform guard.require_fresh();
  begin
    select array_agg(network(n::inet) order by network(n::inet)) into allowed from unnest(p_networks) n;
  exception when others then
    perform guard.refuse('BE022', 'One of these is no network.', 'network_unknown');
  end;
  if allowed is not null and not guard.is_within(allowed, c.address) and not coalesce(p_despite, false) then
    perform guard.refuse('BE009', 'You are at ' || c.address || ', which none of these networks holds: you would lock yourself out.',
      'locks_out');
  end if;
  perform 1 from guard.sessions s
  where s.id = c.credential_id and not s.ways && guard.counted_ways(nullif(p_ways, '{}'), nullif(p_issuers, '{}'))
    and not coalesce(p_despite, false);
  if found then
    perform guard.refuse('BE009', 'You did not sign in by one of these ways yourself: you would lock yourself out.', 'locks_out');
  end if;
  update public.organizations g set
    factor_since = case when g.factor_for is distinct from p_factor_for then clock_timestamp() else g.factor_since end,
    factor_for = p_factor_for, factor_grace_days = p_grace_days, remember_devices = p_remember, session_hours = p_hours,
    session_idle_minutes = p_idle_minutes, sign_in_ways = nullif(p_ways, '{}'),
    sign_in_issuers = nullif(p_issuers, '{}'), allowed_networks = allowed,
    updated_at = clock_timestamp()
  where g.id = c.organization_id;
end $$;

-- For the operator: takes an organization's demands away, so that its people get in again.
create or replace function guard.lift_policy(p_slug text, p_operator text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare o uuid;
begin
  update public.organizations set factor_for = 'nobody', session_hours = null, session_idle_minutes = null, sign_in_ways = null,
    sign_in_issuers = null, allowed_networks = null, updated_at = clock_timestamp()
  where slug = p_slug and state <> 'deleted' returning id into o;
  if not found then
    return false;
  end if;
  insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action)
  values (o, 'Operator ' || p_operator, 'system', 'policy.lift', 'organizations', o, 'policy_lifted');
  return true;
end $$;

-- For migrations and starts: what the installation demands where an organization chose nothing. A change begins its
-- grace anew.
create or replace function guard.set_installation(p_factor_for text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.installation set factor_for = p_factor_for, factor_since = clock_timestamp() where factor_for <> p_factor_for;
  if not found then
    return false;
  end if;
  update guard.rights r set permissions = r.permissions from public.organizations g
  where g.id = r.organization_id and g.factor_for is null;
  perform guard.record_event(null, null, 'installation.second_factor', 'second_factor_demanded', 'installation', null,
    jsonb_build_object('for', p_factor_for), '{}');
  return true;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.policy(), guard.set_policy(text, int, boolean, int, int, text[], text[], text[], boolean) to berth_app;
grant execute on function guard.lift_policy(text, text), guard.set_installation(text) to berth_owner;
reset role;
