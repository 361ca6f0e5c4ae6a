-- What a signed-in person reads and changes of the own account.
set local role berth_guard;

-- Internal: the account context, or nothing.
create or replace function guard.account_user() returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  return c.user_id;
end $$;

create or replace function guard.my_account() returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'timeZone', u.time_zone,
    'superAdmin', exists (select 1 from guard.super_admins a where a.user_id = u.id and a.revoked_at is null))
  from public.users u where u.id = guard.account_user()
$$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_account() to berth_app;
reset role;
