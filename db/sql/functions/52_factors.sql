-- Second factors: set up, used, shown, removed and reset. Only Node can open a sealed seed, so only it can check a code from
-- an authenticator (53_codes.sql).
set local role berth_guard;

create or replace function guard.copy_factor() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  new.second_factor := guard.has_factor(new.user_id);
  return new;
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
begin
  perform guard.require_act_on_another(p_user, 'Remove your own second factor on your account''s security page.', p_reason, 'Say why; it stays on the record.');
  perform guard.drop_factor(p_user, null);
  perform guard.record_platform('factor_reset', 'users', p_user, jsonb_build_object('reason', left(btrim(p_reason), 500)));
  perform guard.tell_of_factor(p_user, 'reset', guard.request_of_context());
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_factor(), guard.begin_factor(text), guard.renew_recovery_codes(text[]),
  guard.remove_factor(), guard.forget_device(uuid), guard.reset_member_factor(uuid), guard.platform_reset_factor(uuid, text) to berth_app;
grant execute on function guard.copy_factor() to berth_owner;
reset role;
