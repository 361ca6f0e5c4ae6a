-- Roles belong to the whole server. Run by an administrator, any number of times.
select pg_advisory_lock(hashtextextended('berth.bootstrap', 0));

do $$
declare
  name text;
begin
  foreach name in array array['berth_owner', 'berth_guard', 'berth_app', 'berth_auth', 'berth_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I', name);
    end if;
  end loop;
end
$$;

alter role berth_owner login noinherit nocreaterole nocreatedb;
alter role berth_guard nologin noinherit nocreaterole nocreatedb;
alter role berth_app login noinherit nocreaterole nocreatedb;
alter role berth_auth login noinherit nocreaterole nocreatedb;
alter role berth_worker login noinherit nocreaterole nocreatedb;

-- Only a superuser may say these; a managed server makes roles without them anyway.
do $$
declare
  name text;
begin
  foreach name in array array['berth_owner', 'berth_guard', 'berth_app', 'berth_auth', 'berth_worker'] loop
    if exists (select from pg_roles where rolname = name and (rolsuper or rolbypassrls or rolreplication)) then
      execute format('alter role %I nosuperuser nobypassrls noreplication', name);
    end if;
  end loop;
end
$$;

-- Migrations may SET ROLE to the guard, and hold none of its rights until they do.
grant berth_guard to berth_owner;

-- An administrator who is no superuser needs these to hand out what the roles own.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant berth_owner, berth_guard, berth_worker to %I', current_user);
  end if;
end
$$;

-- Guards against accidents: a session can set its own.
alter role berth_app set statement_timeout = '30s';
alter role berth_app set lock_timeout = '5s';
alter role berth_app set idle_in_transaction_session_timeout = '60s';
alter role berth_auth set statement_timeout = '30s';
alter role berth_auth set lock_timeout = '5s';
alter role berth_auth set idle_in_transaction_session_timeout = '60s';
