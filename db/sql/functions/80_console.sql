-- The platform's own view and acts. What a super admin calls begins with guard.require_platform(), which only
-- guard.open_platform makes true; what the command line calls is executable by berth_owner alone.
set local role berth_guard;

-- Makes the person with this address a super admin. p_operator: the operating system's name of who ran the command.
create or replace function guard.grant_super_admin(p_address text, p_operator text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid;
begin
  select id into person from public.users where email = guard.normal_address(p_address);
  if not found then
    perform guard.refuse('BE004', 'Nobody has an account with this address. Let the person sign up first.');
  end if;
  insert into guard.super_admins as s (user_id) values (person)
  on conflict (user_id) do update set revoked_at = null, paused_at = null,
    granted_at = case when s.revoked_at is null then s.granted_at else clock_timestamp() end
  where s.revoked_at is not null or s.paused_at is not null;
  if not found then
    return false;
  end if;
  insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action, after)
  values ('00000000-0000-0000-0000-000000000000', 'Operator ' || left(p_operator, 64), 'operator', 'super_admin.grant',
    'users', person, 'grant', jsonb_build_object('person', guard.person_label(person)));
  return true;
end $$;

create or replace function guard.revoke_super_admin(p_address text, p_operator text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid;
begin
  update guard.super_admins s set revoked_at = clock_timestamp() from public.users u
  where u.id = s.user_id and u.email = guard.normal_address(p_address) and s.revoked_at is null
  returning s.user_id into person;
  if not found then
    return false;
  end if;
  update guard.impersonations set ended_at = clock_timestamp(), ended_as = 'lost'
  where super_admin_id = person and ended_at is null;
  insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action, after)
  values ('00000000-0000-0000-0000-000000000000', 'Operator ' || left(p_operator, 64), 'operator', 'super_admin.revoke',
    'users', person, 'revoke', jsonb_build_object('person', guard.person_label(person)));
  return true;
end $$;

-- Internal: an act or a look of the platform, on its own record.
create or replace function guard.record_platform(p_action text, p_type text, p_record uuid, p_after jsonb) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    record_id, action, after, request_id, address, agent)
  select '00000000-0000-0000-0000-000000000000', c.user_id, coalesce(guard.person_label(c.user_id), guard.server_label(c.credential_id)), 'platform', c.credential_id,
    c.operation, p_type, p_record, p_action, p_after, c.request_id, c.address, c.agent
  from guard.proven() c
$$;

-- Internal: `%text%` for ilike, with what the person typed taken literally.
create or replace function guard.contains_pattern(p_text text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select '%' || replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;

create or replace function guard.platform_shell()
returns table (id uuid, name text, email text, failed_jobs int, failed_mails int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require_platform();
  return query select u.id, u.name, u.email,
    (select count(*)::int from guard.jobs j where j.state = 'failed' and j.task <> 'mail.send'),
    (select count(*)::int from guard.jobs j where j.state = 'failed' and j.task = 'mail.send')
  from public.users u where u.id = c.user_id;
end $$;

create or replace function guard.platform_health() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return jsonb_build_object(
    'postgres', current_setting('server_version'),
    'organizations', (select jsonb_object_agg(state, n) from (select state, count(*) n from public.organizations group by 1) x),
    'users', (select count(*) from public.users),
    'live_sessions', (select count(*) from guard.sessions where parent_id is null
      and guard.is_live(revoked_at, expires_at, idle_until)),
    'super_admins', (select count(*) from guard.super_admins where revoked_at is null),
    'queues', (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (
      select task = 'mail.send' as mail, state, count(*) as n, min(created_at) as oldest from guard.jobs
      where state <> 'done' group by 1, 2) q),
    'done_today', (select count(*) from guard.jobs where state = 'done' and finished_at > clock_timestamp() - interval '24 hours'));
end $$;

-- Newest first. p_id: what the search names, where it is an id.
drop function if exists guard.platform_organizations(text, uuid, text[], timestamptz, uuid, int);
drop function if exists guard.platform_organizations(text, uuid, text[], text[], timestamptz, uuid, int);
create or replace function guard.platform_organizations(
  p_search text, p_id uuid, p_states text[], p_plans text[], p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, slug text, name text, state text, plan text, suspended_reason text, members bigint, requests bigint,
  owner_name text, last_activity_at timestamptz, created_at timestamptz, seats_used int, seats int, calls_today int, calls_most int,
  "position" jsonb)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return query
  with page as (
    select g.* from public.organizations g
    where (p_search = '' or g.id = p_id or g.name ilike guard.contains_pattern(p_search)
        or g.slug ilike guard.contains_pattern(p_search))
      and (cardinality(p_states) = 0 or g.state = any (p_states))
      and (cardinality(p_plans) = 0 or g.plan = any (p_plans))
      and (p_before is null or (g.created_at, g.id) < (p_before, p_before_id))
    order by g.created_at desc, g.id desc limit least(p_limit, 101))
  select g.id, g.slug, g.name, g.state, g.plan, g.suspended_reason,
    (select count(*) from public.memberships m where m.organization_id = g.id),
    (select count(*) from public.registration_requests r where r.organization_id = g.id and r.state = 'pending'),
    (select m.name from public.memberships m where m.organization_id = g.id and m.role_key = 'owner'),
    greatest((select max(m.last_active_at) from public.memberships m where m.organization_id = g.id),
      (select e.at from audit.entries e where e.organization_id = g.id order by e.id desc limit 1)),
    g.created_at, guard.limit_used(g.id, 'max_users'), guard.limit_of(g.id, 'max_users'),
    guard.limit_used(g.id, 'api_calls_a_day'), guard.limit_of(g.id, 'api_calls_a_day'),
    jsonb_build_array(g.created_at::text, g.id::text)
  from page g order by g.created_at desc, g.id desc;
end $$;

-- One organization's facts, without what its people do there: for that a visit needs a reason. The look is on the record.
create or replace function guard.platform_organization(p_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare answer jsonb;
begin
  perform guard.require_platform();
  select jsonb_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'state', g.state, 'plan', g.plan,
    'suspended_reason', g.suspended_reason, 'company_name', g.company_name, 'industry', g.industry, 'city', g.city,
    'country', g.country, 'currency', g.currency, 'time_zone', g.time_zone, 'role_template', g.role_template,
    'created_at', g.created_at, 'deleted_at', g.deleted_at, 'api_calls', g.api_calls,
    'api_calls_per_key', g.api_calls_per_key,
    'owner', (select jsonb_build_object('name', m.name, 'email', m.email) from public.memberships m
      where m.organization_id = g.id and m.role_key = 'owner'),
    'members', (select count(*) from public.memberships m where m.organization_id = g.id),
    'suspended_members', (select count(*) from public.memberships m where m.organization_id = g.id and m.status = 'suspended'),
    'requests', (select count(*) from public.registration_requests r where r.organization_id = g.id and r.state = 'pending'),
    'invitations', (select count(*) from guard.invitations i where i.organization_id = g.id and i.accepted_at is null
      and i.revoked_at is null and i.expires_at > clock_timestamp()),
    'live_sessions', (select count(*) from guard.sessions s where s.organization_id = g.id
      and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)),
    'live_keys', (select count(*) from guard.api_keys k where k.organization_id = g.id and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > clock_timestamp())),
    'open_jobs', (select count(*) from guard.jobs j where j.organization_id = g.id and j.state in ('waiting', 'leased')),
    'failed_jobs', (select count(*) from guard.jobs j where j.organization_id = g.id and j.state = 'failed'),
    'last_activity_at', greatest((select max(m.last_active_at) from public.memberships m where m.organization_id = g.id),
      (select e.at from audit.entries e where e.organization_id = g.id order by e.id desc limit 1)),
    'first_owner', (select jsonb_build_object('email', i.email, 'created_at', i.created_at, 'expires_at', i.expires_at,
        'live', i.expires_at > clock_timestamp())
      from guard.invitations i where i.organization_id = g.id and i.role_key = 'owner' and i.revoked_at is null
        and i.accepted_at is null order by i.created_at desc limit 1))
  into answer from public.organizations g where g.id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such organization.');
  end if;
  perform guard.record_platform('view', 'organizations', p_id, jsonb_build_object('name', answer ->> 'name'))
  from guard.proven() c where not exists (select 1 from audit.entries e
    where e.organization_id = '00000000-0000-0000-0000-000000000000' and e.record_id = p_id and e.action = 'view'
      and e.credential_id = c.credential_id and e.at > clock_timestamp() - interval '15 minutes');
  return answer;
end $$;

create or replace function guard.platform_users(
  p_search text, p_id uuid, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, name text, email text, verified boolean, super_admin boolean, organizations bigint, sessions bigint,
  last_used_at timestamptz, created_at timestamptz, "position" jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return query
  with page as (
    select u.* from public.users u
    where (p_search = '' or u.id = p_id or u.name ilike guard.contains_pattern(p_search)
        or u.email ilike guard.contains_pattern(p_search))
      and (p_before is null or (u.created_at, u.id) < (p_before, p_before_id))
    order by u.created_at desc, u.id desc limit least(p_limit, 101))
  select u.id, u.name, u.email, u.email_verified_at is not null,
    exists (select 1 from guard.super_admins a where a.user_id = u.id and a.revoked_at is null),
    (select count(*) from public.memberships m where m.user_id = u.id),
    (select count(*) from guard.sessions s where s.user_id = u.id and s.parent_id is null
      and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)),
    (select max(s.last_used_at) from guard.sessions s where s.user_id = u.id),
    u.created_at, jsonb_build_array(u.created_at::text, u.id::text)
  from page u order by u.created_at desc, u.id desc;
end $$;

-- One person with their organizations; the look is on the platform's record.
create or replace function guard.platform_user(p_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare answer jsonb;
begin
  perform guard.require_platform();
  select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'verified_at', u.email_verified_at,
    'time_zone', u.time_zone, 'created_at', u.created_at,
    'super_admin_since', (select a.granted_at from guard.super_admins a where a.user_id = u.id and a.revoked_at is null),
    'console_paused_at', (select a.paused_at from guard.super_admins a where a.user_id = u.id and a.revoked_at is null),
    'last_used_at', (select max(s.last_used_at) from guard.sessions s where s.user_id = u.id),
    'second_factor_since', (select f.confirmed_at from guard.factors f where f.user_id = u.id),
    'sessions', (select count(*) from guard.sessions s where s.user_id = u.id and s.parent_id is null
      and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)),
    'organizations', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'slug', g.slug, 'state', g.state,
        'member_id', m.id, 'role', r.name, 'status', m.status, 'joined_at', m.joined_at) order by g.name), '[]')
      from public.memberships m join public.organizations g on g.id = m.organization_id
      join public.roles r on r.organization_id = m.organization_id and r.key = m.role_key where m.user_id = u.id))
  into answer from public.users u where u.id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such person.');
  end if;
  perform guard.record_platform('view', 'users', p_id, jsonb_build_object('person', guard.person_label(p_id)))
  from guard.proven() c where not exists (select 1 from audit.entries e
    where e.organization_id = '00000000-0000-0000-0000-000000000000' and e.record_id = p_id and e.action = 'view'
      and e.credential_id = c.credential_id and e.at > clock_timestamp() - interval '15 minutes');
  return answer;
end $$;

-- The queue without what it carries: for a mail its template and receiver.
create or replace function guard.platform_jobs(
  p_mail boolean, p_states text[], p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, task text, template text, recipient text, organization_id uuid, organization_name text, state text,
  attempts int, last_error text, created_at timestamptz, finished_at timestamptz, "position" jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return query select j.id, j.task, case when p_mail then j.payload ->> 'template' end,
    case when p_mail then j.payload ->> 'to' end, j.organization_id, g.name, j.state, j.attempts, j.last_error, j.created_at,
    j.finished_at, jsonb_build_array(j.created_at::text, j.id::text)
  from guard.jobs j left join public.organizations g on g.id = j.organization_id
  where (j.task = 'mail.send') = p_mail and (cardinality(p_states) = 0 or j.state = any (p_states))
    and (p_before is null or (j.created_at, j.id) < (p_before, p_before_id))
  order by j.created_at desc, j.id desc limit least(p_limit, 101);
end $$;

create or replace function guard.retry_job(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare j record;
begin
  perform guard.require_platform();
  update guard.jobs set state = 'waiting', attempts = 0, finished_at = null where id = p_id and state = 'failed'
  returning id, task, organization_id into j;
  if not found then
    perform guard.refuse('BE022', 'Only a failed job can be tried again. This one is not failed any more.', 'not_failed');
  end if;
  perform worker.wake(j.id);
  perform guard.record_platform('retry', 'jobs', j.id, jsonb_build_object('task', j.task, 'organization_id', j.organization_id));
end $$;

-- Closes an organization for its people and keys from their next request on. The change itself is on the organization's
-- record by its trigger, with who and why.
create or replace function guard.suspend_organization(p_id uuid, p_reason text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  perform guard.require_reason(p_reason, 'Say why; its admins can read it.');
  update public.organizations set state = 'suspended', suspended_reason = left(btrim(p_reason), 500)
  where id = p_id and state = 'active';
  if not found then
    perform guard.refuse('BE022', 'Only an active organization can be suspended. Reload to see what it is now.', 'not_active');
  end if;
  perform guard.record_platform('suspend', 'organizations', p_id, jsonb_build_object('reason', left(btrim(p_reason), 500)));
end $$;

create or replace function guard.restore_organization(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  update public.organizations set state = 'active', suspended_reason = null where id = p_id and state = 'suspended';
  if not found then
    perform guard.refuse('BE022', 'Only a suspended organization can be restored. Reload to see what it is now.', 'not_suspended');
  end if;
  perform guard.record_platform('restore', 'organizations', p_id, null);
end $$;

-- An organization without an owner, and the invitation of its first one. p_sealed: the link, sealed for mail and address.
create or replace function guard.create_organization_for(
  p_profile jsonb, p_slug text, p_email text, p_token text, p_sealed text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare o uuid;
begin
  perform guard.require_platform();
  o := guard.make_organization(p_profile, p_slug, null);
  perform guard.record_platform('create', 'organizations', o, jsonb_build_object('name', p_profile ->> 'name', 'slug', p_slug));
  perform guard.invite_first_owner(o, p_email, p_token, p_sealed);
  return o;
end $$;

-- Invites the first owner, or another one in their place: an earlier invitation opens nothing any more.
create or replace function guard.invite_first_owner(p_id uuid, p_email text, p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  invitation uuid;
begin
  perform guard.require_platform();
  perform 1 from public.organizations where id = p_id and state = 'awaiting_owner' for update;
  if not found then
    perform guard.refuse('BE022', 'This organization has an owner already.', 'has_owner');
  end if;
  invitation := guard.insert_invitation(p_id, 'link', p_email, 'owner', p_token, null,
    (select name from public.users where id = c.user_id), true, null);
  perform guard.mail_invitation(p_id, invitation, p_sealed);
  perform guard.record_platform('invite', 'organizations', p_id, jsonb_build_object('email', guard.normal_address(p_email)));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.grant_super_admin(text, text), guard.revoke_super_admin(text, text) to berth_owner;
grant execute on function guard.platform_shell(), guard.platform_health(),
  guard.platform_organizations(text, uuid, text[], text[], timestamptz, uuid, int), guard.platform_organization(uuid),
  guard.platform_users(text, uuid, timestamptz, uuid, int), guard.platform_user(uuid),
  guard.platform_jobs(boolean, text[], timestamptz, uuid, int), guard.retry_job(uuid),
  guard.suspend_organization(uuid, text),
  guard.restore_organization(uuid), guard.create_organization_for(jsonb, text, text, text, text),
  guard.invite_first_owner(uuid, text, text, text) to berth_app;
reset role;
