-- The door that nearly every request takes.
set local role berth_guard;

-- Opens the organization of a live session (bound to `p_audience`, the host's organization) or of an API key.
-- p_audience: slug of the host, '' on the root host and on the bare API address.
-- p_organization: what the caller believes; a difference answers as unknown, it never chooses.
-- One statement finds everything that has to hold, in three rows by their keys. Where any of it does not hold,
-- guard.open_in_steps decides and says why.
create or replace function guard.open(
  p_credential text, p_audience text, p_organization uuid, p_operation text, p_request jsonb)
returns text language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  detail text;
  body text;
  role text;
  k bytea;
  done text;
begin
  if starts_with(p_credential, 'key_') then
    detail := guard.context_detail(p_operation, 'key', p_request);
    select guard.context_body('00000006', a.organization_id, null, null, a.id, null,
        clock_timestamp() + interval '60 seconds', detail, a.rights & r.permissions), x.mac_key
    into body, k
    from guard.api_keys a
    join guard.rights r on r.organization_id = a.organization_id and r.membership_id = a.created_by
    join guard.operations o on o.name = p_operation
    cross join guard.secrets x
    where a.hash = sha256(convert_to(p_credential, 'UTF8')) and p_audience in ('', r.slug)
      and a.revoked_at is null and least(a.expires_at, r.valid_until, 'infinity') > clock_timestamp()
      and r.is_open and not r.limited and not r.keys_closed and not a.test_mode
      and a.organization_id = coalesce(p_organization, a.organization_id)
      and (r.networks is null or guard.is_within(r.networks, p_request ->> 'address'))
      and o.scope = 'organization' and get_bit(a.rights & r.permissions, o.position) = 1
      and current_setting('citus.propagate_set_commands', true) is null;
  else
    detail := guard.context_detail(p_operation, 'session', p_request);
    select guard.context_body('00000001', s.organization_id, s.user_id, r.membership_id, s.id, null,
        clock_timestamp() + interval '60 seconds', detail, r.permissions), r.role_key, x.mac_key
    into body, role, k
    from guard.sessions s
    join guard.rights r on r.organization_id = s.organization_id and r.user_id = s.user_id
    join guard.operations o on o.name = p_operation
    cross join guard.secrets x
    where s.hash = sha256(convert_to(p_credential, 'UTF8')) and s.audience = p_audience and r.slug = p_audience
      and s.impersonation_id is null
      and s.revoked_at is null and least(s.expires_at, s.idle_until, r.valid_until, s.signed_in_at + r.session_length,
        s.last_used_at + r.idle_length,
        case when s.factor is null or r.codes_only and s.factor = 'remembered' then r.factor_from end) > clock_timestamp()
      and (r.networks is null or guard.is_within(r.networks, p_request ->> 'address'))
      and (r.methods is null or s.ways && r.methods)
      and r.is_open and not r.limited and p_request ->> 'test' is null
      and s.organization_id = coalesce(p_organization, s.organization_id)
      and o.scope = 'organization' and get_bit(r.permissions, o.position) = 1
      and current_setting('citus.propagate_set_commands', true) is null;
  end if;
  if body is null then
    return guard.open_in_steps(p_credential, p_audience, p_organization, p_operation, p_request);
  end if;
  done := set_config('berth.context', guard.mac(k, convert_to(body, 'UTF8')) || body, true);
  done := set_config('berth.detail', detail, true);
  return concat(body, role);
end $$;

-- A session of a host ends with its root, whoever ends that, and so does an impersonation. Who begins one holds the root's
-- row until commit, so none is begun in between.
create or replace function guard.end_hosts() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.sessions set revoked_at = new.revoked_at where parent_id = new.id and revoked_at is null;
  update guard.impersonations set ended_at = new.revoked_at, ended_as = 'signed_out'
  where session_id = new.id and ended_at is null;
  return null;
end $$;

create or replace function guard.require_live_root() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform from guard.sessions
  where id = new.parent_id and revoked_at is null and expires_at >= new.expires_at for share;
  if not found then
    perform guard.refuse('BE001', 'Sign in to continue.');
  end if;
  return new;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.open(text, text, uuid, text, jsonb) to berth_app;
reset role;
