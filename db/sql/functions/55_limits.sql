-- Whom a limit counts. Asked before anything is opened, so it tells no more than the credential's holder knows.
set local role berth_guard;

-- The person (or key) and the organization of a live credential, for counting: `{}` where it opens nothing. An access
-- token's is the one that it named or the person's default, where that is a live membership of theirs; else nobody's.
drop function if exists guard.limit_subject(text, text);
create or replace function guard.limit_subject(p_credential text, p_audience text, p_organization uuid default null)
returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare answer jsonb;
begin
  if p_credential like 'key\_%' then
    select jsonb_build_object('person', k.id, 'organization', k.organization_id) into answer from guard.api_keys k
    where k.hash = guard.secret_hash(p_credential) and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > clock_timestamp());
  elsif starts_with(p_credential, 'at_') then
    select jsonb_build_object('person', s.user_id,
      'organization', guard.organization_meant(s.user_id, p_audience, p_organization)) into answer
    from guard.sessions s where s.id = guard.session_of_token(p_credential);
  else
    select jsonb_build_object('person', s.user_id, 'organization', h.organization_id) into answer
    from guard.session_user(p_credential, p_audience) s join guard.sessions h on h.id = s.session_id;
  end if;
  return coalesce(answer, '{}');
end $$;

-- Internal: what counts as one network, as lib/limits has it: an IPv4 address, or the /64 of an IPv6 one.
create or replace function guard.network_of(p_address text) returns cidr
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
  return network(set_masklen(p_address::inet, case family(p_address::inet) when 6 then 64 else 32 end));
exception when invalid_text_representation then
  return null;
end $$;

-- How well the place of a try is known to the account that it names: `device` where this browser signed in before,
-- `network` where an earlier session was on the same network, else `stranger`; that too where nobody has the address.
-- A session from before the present password is no acquaintance: whoever had the old one has no budget for the new.
create or replace function guard.acquaintance(p_address text, p_device text, p_network text) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  person uuid := (select id from public.users where email = guard.normal_address(p_address));
  since timestamptz := coalesce((select changed_at from guard.credentials where user_id = person), '-infinity');
begin
  return case
    when exists (select 1 from guard.sessions s where s.user_id = person and s.parent_id is null
      and s.created_at >= since and s.device_hash = guard.secret_hash(p_device)) then 'device'
    when exists (select 1 from (select s.address from guard.sessions s where s.user_id = person and s.parent_id is null
      and s.created_at >= since order by s.last_used_at desc limit 50) recent
      where guard.network_of(recent.address) = guard.network_of(p_network)) then 'network'
    else 'stranger' end;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.limit_subject(text, text, uuid), guard.acquaintance(text, text, text) to berth_app;
reset role;
