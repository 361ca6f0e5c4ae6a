-- Run inside the database, by an administrator, any number of times.
select pg_advisory_lock(hashtextextended('berth.bootstrap', 0));

alter database :database owner to berth_owner;
revoke all on database :database from public;
grant connect on database :database to berth_owner, berth_app, berth_auth, berth_worker;
grant create on database :database to berth_owner, berth_guard;

revoke all on schema public from public;
grant usage on schema public to berth_owner, berth_guard, berth_app, berth_auth, berth_worker;
grant create on schema public to berth_owner;

create schema if not exists guard authorization berth_guard;
create schema if not exists audit authorization berth_guard;
create schema if not exists graphile_worker authorization berth_worker;
create schema if not exists worker authorization berth_worker;
create schema if not exists berth_migrations authorization berth_owner;

-- What text search needs. Both are trusted: who may create in the database may make them, migrations too.
create schema if not exists extensions;
grant usage on schema extensions to berth_owner;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;

-- The wall wakes the queue through one function of the worker's.
grant usage on schema worker to berth_guard;

-- Only the global form takes the right away that PUBLIC has by default.
alter default privileges for role berth_owner revoke execute on functions from public;
alter default privileges for role berth_guard revoke execute on functions from public;
alter default privileges for role berth_worker revoke execute on functions from public;
alter default privileges for role berth_owner revoke usage on types from public;
alter default privileges for role berth_guard revoke usage on types from public;

-- Large objects and the server's files and directories are nobody's but a superuser's.
do $$
declare
  routine regprocedure;
begin
  for routine in
    select p.oid from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^(lo_|lo(read|write)$)'
        or p.proname in ('pg_read_file', 'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'pg_ls_logdir',
          'pg_ls_waldir', 'pg_ls_tmpdir', 'pg_ls_archive_statusdir', 'pg_export_snapshot', 'pg_current_logfile'))
      and has_function_privilege('public', p.oid, 'execute')
  loop
    begin
      execute format('revoke execute on function %s from public', routine);
    exception when insufficient_privilege then
      raise notice 'only a superuser can run: revoke execute on function % from public', routine;
    end;
  end loop;
end
$$;
