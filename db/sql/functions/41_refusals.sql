-- Refusals on the record: what a permission, a rule or the organization's policy refused, written after the refused
-- transaction was rolled back. The same refusal of the same actor is told once and then counted, so that nobody can flood
-- the trail with what they are refused.
set local role berth_guard;

-- Internal: whose credential it is in the organization that it is for, also where a demand is not met; nulls where it is
-- nobody's. `actor`: the person or the key. `p_organization`: what an access token named, which only a live membership follows.
drop function if exists guard.refused_actor(text, text);
create or replace function guard.refused_actor(p_credential text, p_audience text, p_organization uuid,
  out organization_id uuid, out actor uuid, out user_id uuid, out credential uuid, out acting_as uuid, out kind text, out label text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if p_credential like 'key\_%' then
    select k.organization_id, k.id, null, k.id, null, 'key', guard.key_label(k.id)
    into organization_id, actor, user_id, credential, acting_as, kind, label
    from guard.api_keys k where k.hash = guard.secret_hash(p_credential) and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > clock_timestamp());
    return;
  end if;
  if starts_with(p_credential, 'at_') then
    select guard.organization_meant(s.user_id, p_audience, p_organization), s.user_id, s.user_id, s.id, null, 'token',
      guard.person_label(s.user_id)
    into organization_id, actor, user_id, credential, acting_as, kind, label
    from guard.sessions s where s.id = guard.session_of_token(p_credential);
    return;
  end if;
  select i.organization_id, i.super_admin_id, i.super_admin_id, s.id, i.user_id, 'impersonation',
    guard.actor_label(i.super_admin_id, i.user_id)
  into organization_id, actor, user_id, credential, acting_as, kind, label
  from guard.sessions s cross join lateral guard.live_impersonation(s.parent_id) i
  where s.hash = guard.secret_hash(p_credential) and s.audience = p_audience and s.impersonation_id is not null
    and s.revoked_at is null;
  if found then
    return;
  end if;
  select s.organization_id, s.user_id, s.user_id, s.id, null, 'session', guard.person_label(s.user_id)
  into organization_id, actor, user_id, credential, acting_as, kind, label
  from guard.sessions s
  join public.memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id
  where s.hash = guard.secret_hash(p_credential) and s.audience = p_audience and s.revoked_at is null
    and s.impersonation_id is null;
end $$;

-- Internal: why a credential was refused an operation. The door is asked once more, and what it answers counts. Where it
-- opens, a rule refused the work behind it: that alone is told by the application, and is a permission that is held no
-- refusal. `why` is null where nothing is to be told.
drop function if exists guard.refusal_found(text, text, text, jsonb, jsonb);
create or replace function guard.refusal_found(
  p_credential text, p_audience text, p_organization uuid, p_operation text, p_request jsonb, p_told jsonb,
  out why text, out permission text, out by_policy boolean)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  told text := p_told ->> 'reason';
  asked text := (select p.key from guard.permissions p where p.key = p_told ->> 'permission');
  state text;
begin
  by_policy := false;
  begin
    if starts_with(p_credential, 'at_') then
      perform guard.open_token(p_credential, p_audience, p_organization, p_operation, p_request);
    else
      perform guard.open_in_steps(p_credential, p_audience, null, p_operation, p_request);
    end if;
    if told is distinct from 'permission_missing' or asked is not null and not guard.holds(asked) then
      why := told;
      permission := asked;
    end if;
    -- Nothing of the opening stays.
    raise exception using errcode = 'BE000', detail = coalesce(why, ''), hint = coalesce(permission, '');
  exception when sqlstate 'BE000' or sqlstate 'BE001' or sqlstate 'BE003' or sqlstate 'BE004' or sqlstate 'BE005'
    or sqlstate 'BE006' or sqlstate 'BE007' then
    get stacked diagnostics state = returned_sqlstate, why = pg_exception_detail, permission = pg_exception_hint;
  end;
  by_policy := state in ('BE001', 'BE006', 'BE007');
  why := case when state = 'BE006' then 'proof_demanded'
    when state not in ('BE004', 'BE005') and why ~ '^[a-z_]{1,40}$' then why end;
  permission := nullif(permission, '');
  if state = 'BE003' and permission is null then
    select o.permission into permission from guard.operations o where o.name = p_operation;
  end if;
end $$;

-- p_told: {"reason", "permission"} of the refusal as the application heard it. Alike for real and unknown ids. Written
-- after the answer. p_organization is what an access token named; no other credential has a choice.
drop function if exists guard.record_refusal(text, text, text, jsonb, jsonb);
create or replace function guard.record_refusal(
  p_credential text, p_audience text, p_operation text, p_request jsonb, p_told jsonb, p_organization uuid default null)
returns void language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s record;
  f record;
  whole constant text := '*';
  crowded boolean;
  about text;
  reason text;
  told bigint;
  t record;
begin
  perform from guard.operations where name = p_operation and scope = 'organization';
  if not found then
    return;
  end if;
  s := guard.refused_actor(p_credential, p_audience, p_organization);
  if s.organization_id is null then
    return;
  end if;
  perform guard.tell_refusals(100);
  f := guard.refusal_found(p_credential, p_audience, p_organization, p_operation, p_request, p_told);
  if f.why is null then
    return;
  end if;
  -- One by one at most twenty different ones for an actor in a quarter of an hour, and sixty an hour for an address.
  select (select count(*) from guard.refusal_tallies x where x.organization_id = s.organization_id and x.actor = s.actor
      and x.until > clock_timestamp() and (x.operation, x.why) <> (p_operation, f.why)) >= 20
    or (select count(*) from audit.entries e where e.action = 'refused' and e.address = left(p_request ->> 'address', 64)
      and e.at > clock_timestamp() - interval '1 hour') >= 60 into crowded;
  about := case when crowded or f.by_policy then whole else p_operation end;
  reason := case when crowded then whole else f.why end;
  insert into guard.refusal_tallies as x (organization_id, actor, operation, why, until)
  values (s.organization_id, s.actor, about, reason,
    clock_timestamp() + case when f.by_policy then interval '1 day' else interval '15 minutes' end)
  on conflict (organization_id, actor, operation, why) do update set untold = x.untold + 1
  returning x.untold into t;
  if t.untold > 0 then
    return;
  end if;
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, acting_as, operation,
    record_type, action, after, request_id, address, agent)
  values (s.organization_id, s.user_id, s.label, s.kind, s.credential, s.acting_as, p_operation, 'operations', 'refused',
    jsonb_strip_nulls(jsonb_build_object('permission', f.permission, 'why', f.why)),
    case when p_request ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then (p_request ->> 'id')::uuid end,
    left(p_request ->> 'address', 64), left(p_request ->> 'agent', 300))
  returning id into told;
  update guard.refusal_tallies x set entry_id = told
  where (x.organization_id, x.actor, x.operation, x.why) = (s.organization_id, s.actor, about, reason);
end $$;

-- Ends tallies that are over: where more came after the entry, one entry says how many. Answers how many tallies ended.
create or replace function guard.tell_refusals(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare ended int;
begin
  with over as (
    delete from guard.refusal_tallies x using (
      select y.organization_id, y.actor, y.operation, y.why from guard.refusal_tallies y
      where y.until < clock_timestamp() order by y.until limit p_most for update skip locked) y
    where (x.organization_id, x.actor, x.operation, x.why) = (y.organization_id, y.actor, y.operation, y.why)
    returning x.*),
  told as (
    insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, acting_as, operation,
      record_type, action, after, address, agent)
    select e.organization_id, e.actor_user_id, e.actor_label, e.actor_kind, e.credential_id, e.acting_as, e.operation,
      e.record_type, 'refused', e.after || jsonb_build_object('times', o.untold)
        || case when o.why = '*' then '{"others": true}' else '{}' end::jsonb, e.address, e.agent
    from over o join audit.entries e on e.organization_id = o.organization_id and e.id = o.entry_id where o.untold > 0)
  select count(*) into ended from over;
  return ended;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.record_refusal(text, text, text, jsonb, jsonb, uuid) to berth_app;
grant execute on function guard.tell_refusals(int) to berth_worker;
reset role;
