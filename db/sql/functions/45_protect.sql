-- One script protects every tenant table; a migration calls it right after CREATE TABLE.
-- p_column: the column that holds the organization (`id` for organizations). p_commands: what berth_app may do.
-- p_secret_columns: never written to the audit trail. p_audit false only for tables exempt by DESIGN 4.
create or replace function berth_migrations.protect(
  p_table regclass, p_commands text[], p_column text default 'organization_id', p_audit boolean default true,
  p_secret_columns text[] default '{}')
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  name text := (select relname from pg_class where oid = p_table);
  command text;
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy fence on %s as restrictive for all to berth_app using (%I = guard.organization_id())
    with check (%I = guard.organization_id())', p_table, p_column, p_column);
  execute format('create policy wall on %s for all to berth_guard using (true) with check (true)', p_table);
  foreach command in array p_commands loop
    -- Permissive policies admit a command; what they admit is bounded by the fence, and of
    -- tables that branches own by berth_migrations.scope_by_branch.
    execute format('create policy %I on %s for %s to berth_app %s %s', 'app_' || lower(command), p_table, command,
      case when upper(command) in ('SELECT', 'UPDATE', 'DELETE') then format('using (%I is not null)', p_column) else '' end,
      case when upper(command) in ('INSERT', 'UPDATE') then format('with check (%I is not null)', p_column) else '' end);
  end loop;
  execute format('grant select, insert, update, delete, references on %s to berth_guard', p_table);
  if p_audit then
    execute format('create trigger audit after insert or update or delete on %s for each row execute function audit.record(%s)',
      p_table, (select coalesce(string_agg(quote_literal(c), ', '), '') from unnest(p_secret_columns) c));
  end if;
end $$;

-- Of a table with a branch_id: who is limited to branches reaches the rows of these alone, judged by the row's branch.
-- A limited member's transaction has a number from its opening on (guard.set_context) and keeps it; the fence asks for
-- it. So whoever is not limited pays nothing: a row is compared with nothing unless the transaction has a number.
-- p_shared: who may view in any branch sees the records of no branch too.
create or replace function berth_migrations.scope_by_branch(
  p_table regclass, p_view text, p_create text, p_change text, p_shared boolean default false)
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  unlimited constant text := '(num_nonnulls(pg_current_xact_id_if_assigned()) <> 1)';
  acts text := format('(%s or guard.may_act_in_branch(branch_id, %L))', unlimited, p_change);
  p record;
begin
  for p in select polname, polcmd from pg_policy where polrelid = p_table and polpermissive
    and polroles = array['berth_app'::regrole::oid] loop
    execute format('alter policy %I on %s to berth_app %s', p.polname, p_table, case p.polcmd
      when 'r' then format('using (%s or guard.%I(branch_id, %L))', unlimited,
        case when p_shared then 'in_branch_or_shared' else 'in_branch' end, p_view)
      when 'a' then format('with check (%s or guard.may_act_in_branch(branch_id, %L))', unlimited, p_create)
      when 'w' then format('using (%s) with check (%s)', acts, acts)
      when 'd' then format('using (%s)', acts) end);
  end loop;
end $$;

-- The branches themselves: who is limited reaches their own, and makes new ones below these alone.
create or replace function berth_migrations.scope_branches() returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  own constant text := '(num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.is_of_branch(id)';
begin
  execute format('alter policy app_select on public.branches to berth_app using (%s)', own);
  execute format('alter policy app_update on public.branches to berth_app using (%s) with check (%s)', own, own);
  execute format('alter policy app_delete on public.branches to berth_app using (%s)', own);
  execute format('alter policy app_insert on public.branches to berth_app with check (%s)', replace(own, '(id)', '(parent_id)'));
end $$;

-- Records of an organization are live ones or test ones, and a context sees those of its own mode. A migration calls it after
-- berth_migrations.protect. A row of a transaction without a number is compared with nothing: that is a live one's
-- (guard.set_context). Everything else asks what is proven.
create or replace function berth_migrations.separate_modes(p_table regclass) returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  name text := (select relname from pg_class where oid = p_table);
  own constant text := '(num_nonnulls(pg_current_xact_id_if_assigned()) <> 1 and not test_mode)
    or (num_nonnulls(pg_current_xact_id_if_assigned()) = 1 and test_mode = guard.test_mode())';
begin
  execute format('alter table %s add column if not exists test_mode boolean not null default false', p_table);
  execute format('alter table %s alter column test_mode set default guard.told_mode()', p_table);
  execute format('create policy mode on %s as restrictive for all to berth_app using (%s) with check (%s)', p_table, own, own);
  execute format('create index %I on %s (organization_id, id) where test_mode', name || '_of_tests', p_table);
end $$;

-- A reference between such records stays within the mode. The key keeps its name.
create or replace function berth_migrations.refer_within_mode(
  p_table regclass, p_column text, p_parent regclass, p_end text default '')
returns void language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  key text := format('%s_organization_id_%s_fkey', (select relname from pg_class where oid = p_table), p_column);
begin
  execute format('alter table %s drop constraint %I, add constraint %I foreign key (organization_id, %I, test_mode)
    references %s (organization_id, id, test_mode) %s', p_table, key, key, p_column, p_parent, p_end);
end $$;
