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
  on conflict (user_id) do update set revoked_at = null, granted_at = clock_timestamp() where s.revoked_at is not null;
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
  insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action, after)
  values ('00000000-0000-0000-0000-000000000000', 'Operator ' || left(p_operator, 64), 'operator', 'super_admin.revoke',
    'users', person, 'revoke', jsonb_build_object('person', guard.person_label(person)));
  return true;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.grant_super_admin(text, text), guard.revoke_super_admin(text, text) to berth_owner;
reset role;
