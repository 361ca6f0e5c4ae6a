-- Second factors, and what organizations demand of a sign-in. Only Node can open a sealed seed, so only it can check a
-- code from an authenticator: what follows from that (`identity_*`) is executable by berth_auth alone, as issue_session is.
set local role berth_guard;

create or replace function guard.has_factor(p_user uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select 1 from guard.factors f where f.user_id = p_user and f.confirmed_at is not null);
end $$;

-- Internal: what a person proves again when it matters, the strongest that they have. Who has neither a factor nor a password
-- signs in at their provider again.
create or replace function guard.proof_of(p_user uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case when guard.has_factor(p_user) then 'factor'
    when exists (select 1 from guard.credentials c where c.user_id = p_user)
      or not exists (select 1 from guard.identities i where i.user_id = p_user) then 'password'
    else 'provider' end;
end $$;

create or replace function guard.refuse_stale(p_user uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  case guard.proof_of(p_user)
    when 'factor' then perform guard.refuse('BE006', 'Enter a code from your authenticator app to continue.', 'factor');
    when 'provider' then perform guard.refuse('BE006', 'Sign in again to continue.', 'provider');
    else perform guard.refuse('BE006', 'Enter your password to continue.', 'password');
  end case;
end $$;

-- Permissions whose holders decide about others: what "owners and admins" means, also for roles of an organization's own.
create or replace function guard.is_powerful(p_rights bit) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select exists (select 1 from guard.permissions p
    where p.key in ('members.manage', 'members.set_role', 'roles.manage', 'settings.manage', 'organization.transfer')
      and get_bit(p_rights, p.position) = 1)
$$;

-- A person proves again who they are. A key's maker did when they made it, a super admin when they raised themselves.
create or replace function guard.require_fresh_person() returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if (select c.kind = 1 and c.acting_as is null from guard.proven() c) then
    perform guard.require_fresh();
  end if;
end $$;

-- Whoever makes somebody powerful proves again who they are.
create or replace function guard.require_fresh_for(p_given bit) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if guard.is_powerful(p_given) then
    perform guard.require_fresh_person();
  end if;
end $$;

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

create or replace function guard.copy_factor() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  new.second_factor := guard.has_factor(new.user_id);
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

-- Internal, for the console: within half an hour, and with a second factor where the installation wants one.
create or replace function guard.require_operator_proof(p_session uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare s record;
begin
  select x.user_id, x.confirmed_at, x.factor, a.paused_at, greatest(a.granted_at, i.factor_since)
    + make_interval(days => i.factor_grace_days) as factor_from, i.factor_for into s
  from guard.sessions x join guard.super_admins a on a.user_id = x.user_id and a.revoked_at is null
  cross join guard.installation i where x.id = p_session;
  if s.paused_at is not null then
    perform guard.refuse('BE007', 'Your password was chosen anew by mail, without a second factor. The console opens again once another super admin, or whoever runs this installation, confirms that it was you.', 'console_paused');
  end if;
  if s.factor_for <> 'nobody' and s.factor_from < clock_timestamp() and not guard.has_factor(s.user_id) then
    perform guard.refuse('BE007', 'The console wants a second factor. Set one up to go on.', 'factor_required');
  end if;
  if s.confirmed_at is null or s.confirmed_at < clock_timestamp() - interval '30 minutes' then
    perform guard.refuse_stale(s.user_id);
  end if;
end $$;

-- Internal: one step of the clock counts once, also in parallel.
create or replace function guard.use_step(p_user uuid, p_step bigint) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.factors set last_step = p_step
  where user_id = p_user and confirmed_at is not null and last_step < p_step;
  return found;
end $$;

-- Internal: a recovery code counts once, also in parallel.
create or replace function guard.use_recovery_code(p_user uuid, p_code text) returns boolean
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.recovery_codes set used_at = clock_timestamp()
  where user_id = p_user and hash = guard.code_hash(p_user::text || p_code) and used_at is null;
  return found;
end $$;

-- Internal: tells the person by mail. p_change: see the template.
create or replace function guard.tell_of_factor(p_user uuid, p_change text, p_request jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'second-factor', 'to', u.email, 'props',
    jsonb_build_object('name', u.name, 'change', p_change, 'at', guard.utc_text(clock_timestamp()),
      'address', p_request ->> 'address', 'timeZone', u.time_zone)))
  from public.users u where u.id = p_user;
end $$;

create or replace function guard.request_of_context() returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select jsonb_build_object('id', c.request_id, 'address', c.address, 'agent', c.agent) from guard.proven() c $$;

-- Internal: sessions of the person but p_keep end, its own on organizations' hosts too, which begin anew from it; and no
-- device is known any more.
create or replace function guard.end_other_ways(p_user uuid, p_keep uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.sessions set revoked_at = clock_timestamp()
  where user_id = p_user and revoked_at is null and id is distinct from p_keep;
  update guard.remembered_devices set revoked_at = clock_timestamp() where user_id = p_user and revoked_at is null;
  update guard.pending_sign_ins set used_at = clock_timestamp() where user_id = p_user and used_at is null;
end $$;

-- Internal: what the person has by now, where lists show it.
create or replace function guard.show_factor(p_user uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update public.memberships set second_factor = guard.has_factor(p_user) where user_id = p_user
    and second_factor <> guard.has_factor(p_user);
end $$;

create or replace function guard.store_recovery_codes(p_user uuid, p_codes text[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if cardinality(p_codes) <> 10 or exists (select 1 from unnest(p_codes) c where length(c) < 10) then
    perform guard.refuse('BE022', 'Recovery codes are ten, of ten characters or more.');
  end if;
  delete from guard.recovery_codes where user_id = p_user;
  insert into guard.recovery_codes (user_id, hash) select p_user, guard.code_hash(p_user::text || c) from unnest(p_codes) c;
end $$;

-- Whether the acting person proved themselves just now, for what follows outside of this transaction.
create or replace function guard.check_fresh() returns void
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_fresh_person();
end $$;

-- What my account shows of it: since when, codes left, remembered devices.
create or replace function guard.my_factor() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  return jsonb_build_object(
    'since', (select f.confirmed_at from guard.factors f where f.user_id = person),
    'codes_left', (select count(*) from guard.recovery_codes r where r.user_id = person and r.used_at is null),
    'devices', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'device', d.device, 'address', d.address,
        'created_at', d.created_at, 'expires_at', d.expires_at) order by d.created_at desc), '[]')
      from guard.remembered_devices d
      where d.user_id = person and d.revoked_at is null and d.expires_at > clock_timestamp()),
    'wanted_by', (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'from', r.factor_from) order by r.factor_from), '[]')
      from guard.rights r join public.organizations g on g.id = r.organization_id
      where r.user_id = person and r.is_open and r.factor_from is not null));
end $$;

-- A seed that is to be confirmed by a code within a quarter of an hour; the one in use stays until then.
create or replace function guard.begin_factor(p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  perform guard.require_fresh();
  insert into guard.factors (user_id, next_seed, next_until)
  values (person, p_sealed, clock_timestamp() + interval '15 minutes')
  on conflict (user_id) do update set next_seed = excluded.next_seed, next_until = excluded.next_until;
end $$;

create or replace function guard.renew_recovery_codes(p_codes text[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  perform guard.require_fresh();
  if not guard.has_factor(person) then
    perform guard.refuse('BE022', 'Set up an authenticator app first.', 'no_factor');
  end if;
  perform 1 from guard.factors where user_id = person for update;
  perform guard.store_recovery_codes(person, p_codes);
  perform guard.record_event(null, person, 'account.renew_recovery_codes', 'recovery_codes_renewed', 'users', person, null,
    guard.request_of_context());
  perform guard.tell_of_factor(person, 'codes-renewed', guard.request_of_context());
end $$;

-- Internal: nothing of the factor is left.
create or replace function guard.drop_factor(p_user uuid, p_keep uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from guard.factors where user_id = p_user and confirmed_at is not null;
  if not found then
    perform guard.refuse('BE022', 'There is no second factor to remove.', 'no_factor');
  end if;
  perform guard.show_factor(p_user);
  perform guard.end_other_ways(p_user, p_keep);
  update guard.sessions set factor = null, factor_at = null where user_id = p_user and revoked_at is null;
end $$;

-- Answers the secret that this session has from now on. Earlier versions answered nothing; a return type cannot be replaced.
drop function if exists guard.remove_factor();
create function guard.remove_factor() returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.account_user();
  perform guard.require_fresh();
  perform guard.drop_factor(c.user_id, c.credential_id);
  perform guard.record_event(null, c.user_id, c.operation, 'factor_removed', 'users', c.user_id, null, guard.request_of_context());
  perform guard.tell_of_factor(c.user_id, 'off', guard.request_of_context());
  return guard.rotate_session(c.credential_id);
end $$;

-- One of my remembered devices, or with null all.
create or replace function guard.forget_device(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.account_user();
  update guard.remembered_devices set revoked_at = clock_timestamp()
  where user_id = c.user_id and revoked_at is null and (p_id is null or id = p_id);
  if found then
    perform guard.record_event(null, c.user_id, c.operation, 'device_forgotten', 'users', c.user_id, null,
      guard.request_of_context());
  end if;
end $$;

-- An admin takes the factor from a member who lost it: somebody below them, who belongs to no other organization (there
-- it protects more than this one) and to no platform.
create or replace function guard.reset_member_factor(p_membership uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  m record;
begin
  perform guard.require('members.manage');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'Only a person resets a second factor.', 'members_only');
  end if;
  perform guard.require_fresh();
  select * into m from public.memberships where organization_id = c.organization_id and id = p_membership for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  if m.role_key = 'owner' then
    perform guard.refuse('BE022', 'Only the platform''s operators reset the owner''s second factor.', 'owner_protected');
  end if;
  if m.user_id = c.user_id then
    perform guard.refuse('BE022', 'Remove your own second factor on your account''s security page.', 'self');
  end if;
  perform guard.require_covers(guard.givable_rights(),
    guard.role_rights(m.organization_id, m.role_key) | guard.flag_rights(m.flags));
  perform 1 from public.memberships o join public.organizations g on g.id = o.organization_id and g.state <> 'deleted'
  where o.user_id = m.user_id and o.organization_id <> m.organization_id
  union all select 1 from guard.super_admins a where a.user_id = m.user_id and a.revoked_at is null;
  if found then
    perform guard.refuse('BE022', 'This person''s second factor protects more than this organization. Ask the platform''s operators to reset it.',
      'belongs_elsewhere');
  end if;
  perform guard.drop_factor(m.user_id, null);
  perform guard.record_act('memberships', m.id, 'factor_reset');
  perform guard.record_event(null, c.user_id, c.operation, 'factor_reset', 'users', m.user_id, null, guard.request_of_context());
  perform guard.tell_of_factor(m.user_id, 'reset', guard.request_of_context());
end $$;

create or replace function guard.platform_reset_factor(p_user uuid, p_reason text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  if coalesce(length(btrim(p_reason)), 0) < 5 then
    perform guard.refuse('BE022', 'Say why; it stays on the record.', 'reason_missing');
  end if;
  if p_user = c.user_id then
    perform guard.refuse('BE022', 'Remove your own second factor on your account''s security page.', 'self');
  end if;
  perform guard.drop_factor(p_user, null);
  perform guard.record_platform('factor_reset', 'users', p_user, jsonb_build_object('reason', left(btrim(p_reason), 500)));
  perform guard.tell_of_factor(p_user, 'reset', guard.request_of_context());
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

-- Internal: the half of a sign-in that is proved.
create or replace function guard.begin_pending(p_user uuid, p_method text, p_device text) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare secret text := guard.random_secret('bp_');
begin
  delete from guard.pending_sign_ins where expires_at < clock_timestamp() - interval '1 day';
  insert into guard.pending_sign_ins (hash, user_id, method, device_hash, known, expires_at)
  select guard.secret_hash(secret), p_user, p_method, guard.secret_hash(p_device),
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
    case when p_step is null then 'recovery' else 'code' end, p_request);
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
      'networks', (select coalesce(array_agg(n::text), '{}') from unnest(g.allowed_networks) n), 'address', c.address,
      'members', (select count(*) from public.memberships m where m.organization_id = g.id and m.status = 'active'),
      'members_with_factor', (select count(*) from public.memberships m
        where m.organization_id = g.id and m.status = 'active' and m.second_factor))
    from public.organizations g cross join guard.installation i where g.id = c.organization_id);
end $$;

-- Changes the policy; a list of networks that leaves out the one who sets it only with p_despite.
create or replace function guard.set_policy(
  p_factor_for text, p_grace_days int, p_remember boolean, p_hours int, p_idle_minutes int, p_ways text[], p_networks text[],
  p_despite boolean) returns void
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
  where s.id = c.credential_id and s.method <> all (guard.methods_of(nullif(p_ways, '{}'))) and not coalesce(p_despite, false);
  if found then
    perform guard.refuse('BE009', 'You did not sign in by one of these ways yourself: you would lock yourself out.', 'locks_out');
  end if;
  update public.organizations g set
    factor_since = case when g.factor_for is distinct from p_factor_for then clock_timestamp() else g.factor_since end,
    factor_for = p_factor_for, factor_grace_days = p_grace_days, remember_devices = p_remember, session_hours = p_hours,
    session_idle_minutes = p_idle_minutes, sign_in_ways = nullif(p_ways, '{}'), allowed_networks = allowed,
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
    allowed_networks = null, updated_at = clock_timestamp()
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
grant execute on function guard.check_fresh(), guard.my_factor(), guard.begin_factor(text), guard.renew_recovery_codes(text[]), guard.remove_factor(),
  guard.forget_device(uuid), guard.reset_member_factor(uuid), guard.platform_reset_factor(uuid, text), guard.policy(),
  guard.set_policy(text, int, boolean, int, int, text[], text[], boolean) to berth_app;
grant execute on function guard.identity_seeds(text, text), guard.identity_prove(text, text, bigint, text, jsonb),
  guard.identity_confirm_factor(text, bigint, text[], jsonb), guard.identity_pending(text),
  guard.identity_finish_sign_in(text, bigint, text, text, jsonb) to berth_auth;
grant execute on function guard.lift_policy(text, text), guard.set_installation(text), guard.copy_factor() to berth_owner;
reset role;
