-- The doors of the database: each proves a live credential, sets the context and answers guard.answer.
-- SQLSTATEs: BE001 no live credential, BE003 not allowed, BE004 no such organization, BE005 suspended,
-- BE006 fresh proof needed, BE007 a demand of the organization not met, BE008 the plan has no room, BE009 conflict, BE022 refused by a rule, BE029 too many.
set local role berth_guard;

-- The long way of guard.open (22_fast_open.sql): says what is missing, reckons rights that ran out anew, and opens test mode
-- and for members who are limited to branches, whose transactions begin with a number (guard.set_context). Internal.
create or replace function guard.open_in_steps(
  p_credential text, p_audience text, p_organization uuid, p_operation text, p_request jsonb)
returns text language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  f record;
  o record;
  is_key boolean := p_credential like 'key\_%';
begin
  select scope, permission, position into o from guard.operations where name = p_operation;
  if not found or o.scope <> 'organization' then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  if exists (select from guard.sessions s where s.hash = guard.secret_hash(p_credential)
    and s.impersonation_id is not null) then
    return guard.open_impersonation(p_credential, p_audience, p_organization, p_operation, p_request);
  end if;
  if is_key then
    select k.id as credential, k.organization_id, null::uuid as user_id, null::uuid as membership_id,
      null::text as role_key, g.state, g.slug, 'active' as status,
      guard.key_rights(k.rights, k.created_by, case when c.valid_until < clock_timestamp()
        then guard.computed_rights(c.organization_id, c.membership_id) else c.permissions end)
        & guard.plan_rights(k.organization_id) as rights,
      'infinity'::timestamptz as valid_until, k.test_mode
    into f
    from guard.api_keys k
    join public.organizations g on g.id = k.organization_id
    left join guard.rights c on c.organization_id = k.organization_id and c.membership_id = k.created_by
    where k.hash = guard.secret_hash(p_credential) and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > clock_timestamp());
  else
    select s.id as credential, s.organization_id, s.user_id, m.id as membership_id, m.role_key, g.state, g.slug,
      m.status, r.permissions as rights, r.valid_until, guard.asks_for_tests(p_request) as test_mode
    into f
    from guard.sessions s
    join guard.sessions parent on parent.id = s.parent_id and parent.revoked_at is null
      and parent.expires_at > clock_timestamp()
    left join public.organizations g on g.id = s.organization_id
    left join public.memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id
    left join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
    where s.hash = guard.secret_hash(p_credential) and s.audience = p_audience
      and guard.is_live(s.revoked_at, s.expires_at, s.idle_until);
  end if;
  if not found then
    if is_key then
      perform guard.refuse_key(p_credential);
    end if;
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  if f.state is null or f.state in ('deleted', 'awaiting_owner') or f.status is distinct from 'active'
    or (p_audience <> '' and p_audience <> f.slug)
    or (p_organization is not null and p_organization <> f.organization_id) then
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  if f.state = 'suspended' then
    perform guard.refuse('BE005', coalesce(
      (select 'The platform''s operators suspended this organization: ' || rtrim(g.suspended_reason, '. ') || '.'
        from public.organizations g where g.id = f.organization_id and g.suspended_reason <> '' and not is_key),
      'This organization is suspended.'));
  end if;
  perform guard.require_demands(f.organization_id, f.membership_id, case when not is_key then f.credential end, p_operation,
    p_request);
  if is_key then
    perform guard.require_feature(f.organization_id, 'api');
  end if;
  if f.valid_until < clock_timestamp() then
    f.rights := guard.computed_rights(f.organization_id, f.membership_id);
  end if;
  if get_bit(f.rights, o.position) is distinct from 1 then
    perform guard.refuse_permission(f.organization_id, o.permission);
  end if;
  perform guard.set_context(case when is_key then 6 else 1 end, f.organization_id, f.user_id, f.membership_id,
    f.credential, null, f.rights, p_operation, case when is_key then 'key' else 'session' end, p_request,
    clock_timestamp() + interval '60 seconds', f.test_mode);
  return guard.answer(f.role_key);
end $$;

-- Opens nothing but the caller's address and request, for forms that need no account.
create or replace function guard.open_public(p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from guard.operations where name = p_operation and scope = 'public';
  if not found then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  perform guard.set_context(3, null, null, null, null, null, null, p_operation, 'none', p_request,
    clock_timestamp() + interval '60 seconds');
  return guard.answer(null);
end $$;

-- A live root session, or a row of nulls: a plpgsql record that was given no row at all cannot be read. Internal.
create or replace function guard.root_session(p_session text, out id uuid, out user_id uuid, out confirmed_at timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.user_id, s.confirmed_at from (values (1)) as always left join guard.sessions s
  on s.hash = guard.secret_hash(p_session) and s.parent_id is null
    and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)
$$;

-- Opens the account of a live root session: a person before or between organizations.
create or replace function guard.open_account(p_session text, p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare s record := guard.root_session(p_session);
begin
  perform 1 from guard.operations where name = p_operation and scope = 'account';
  if not found then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  if s.id is null then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  perform guard.set_context(2, null, s.user_id, null, s.id, null, null, p_operation, 'session', p_request,
    clock_timestamp() + interval '60 seconds');
  return guard.answer(null);
end $$;

-- Opens the platform for a live super admin who proved themselves within 30 minutes. With p_organization it is a
-- visit: that organization's rows, read only, on the record of that organization with the reason.
create or replace function guard.open_platform(
  p_session text, p_operation text, p_organization uuid, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s record := guard.root_session(p_session);
  visit boolean := p_organization is not null;
begin
  perform 1 from guard.operations where name = p_operation and scope = 'platform';
  if not found then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  if s.id is null then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  perform 1 from guard.super_admins where user_id = s.user_id and revoked_at is null;
  if not found then
    perform guard.refuse('BE004', 'There is nothing here.');
  end if;
  perform guard.require_operator_proof(s.id);
  if visit then
    perform 1 from public.organizations where id = p_organization and state <> 'deleted';
    if not found then
      perform guard.refuse('BE004', 'There is no such organization.');
    end if;
    perform guard.require_reason(p_request ->> 'reason', 'Say why you look at this organization; its admins can read it.');
  end if;
  perform guard.set_context(case when visit then 7 else 4 end, p_organization, s.user_id, null, s.id, null, null,
    p_operation, 'session', p_request, clock_timestamp() + interval '60 seconds');
  if visit then
    -- One entry per session, organization, reason and quarter of an hour; the visit's pages share it.
    insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation,
      record_type, record_id, action, after, request_id, address, agent)
    select p_organization, s.user_id, guard.person_label(s.user_id), 'platform', s.id, p_operation, 'organizations',
      p_organization, 'view', jsonb_build_object('reason', p_request ->> 'reason'), c.request_id, c.address, c.agent
    from guard.proven() c
    where not exists (select 1 from audit.entries e where e.organization_id = p_organization
      and e.credential_id = s.id and e.action = 'view' and e.after ->> 'reason' = p_request ->> 'reason'
      and e.at > clock_timestamp() - interval '15 minutes');
    execute 'set transaction read only';
  end if;
  return guard.answer(null);
end $$;

-- Opens what a leased job belongs to. The context ends with the lease.
create or replace function guard.open_job(p_lease text, p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare j record;
begin
  perform 1 from guard.operations where name = p_operation and scope = 'job';
  if not found then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  select id, organization_id, lease_until, test_mode into j from guard.jobs
  where lease_hash = guard.secret_hash(p_lease) and state = 'leased' and lease_until > clock_timestamp();
  if not found then
    perform guard.refuse('BE001', 'The job has no live lease.');
  end if;
  perform guard.set_context(5, j.organization_id, null, null, j.id, null, null, p_operation, 'job', p_request,
    j.lease_until, j.test_mode);
  return guard.answer(null);
end $$;

-- Raises without a platform context. Every function that reads across organizations begins with it.
create or replace function guard.require_platform() returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 4 then
    raise insufficient_privilege using message = 'no platform context';
  end if;
end $$;

-- The proven session's person must have proved within ten minutes who they are: by their second factor, or by their
-- password where they have none.
create or replace function guard.require_fresh() returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform 1 from guard.sessions s
  where s.id = c.credential_id and c.credential_kind in ('session', 'impersonation', 'token')
    and s.confirmed_at > clock_timestamp() - interval '10 minutes';
  if not found then
    perform guard.refuse_stale(c.user_id);
  end if;
end $$;

-- Internal: a super admin acts on another person, with a fresh proof and a reason. Each sentence refuses what is missing.
create or replace function guard.require_act_on_another(p_user uuid, p_self text, p_reason text, p_why text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  perform guard.require_reason(p_reason, p_why);
  if p_user = c.user_id then
    perform guard.refuse('BE022', p_self, 'self');
  end if;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.open_public(text, jsonb), guard.open_account(text, text, jsonb), guard.open_platform(text, text, uuid, jsonb),
  guard.open_job(text, text, jsonb) to berth_app;
reset role;
