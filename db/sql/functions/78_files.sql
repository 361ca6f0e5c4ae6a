-- Records that leave and enter as files.
set local role berth_guard;

-- Puts an export on the record: whose list, how many rows its filters show, and which filters.
create or replace function guard.record_list_export(p_table text, p_rows int, p_filters jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('data.export');
  perform guard.require_fresh_person();
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    action, after, request_id, address, agent, test_mode)
  values (c.organization_id, c.user_id, coalesce(guard.person_label(c.user_id), guard.key_label(c.credential_id)),
    c.credential_kind, c.credential_id, c.operation, left(p_table, 63), 'exported',
    jsonb_build_object('rows', p_rows) || case when p_filters = '{}' then '{}' else jsonb_build_object('filters', p_filters) end,
    c.request_id, c.address, c.agent, guard.test_mode());
end $$;

-- An uploaded file of the person of the proven context, waiting to be checked. What it writes later, it writes in that
-- person's name and by the rights that they hold then.
create or replace function guard.start_import(
  p_id uuid, p_list text, p_name text, p_file text, p_header text[], p_delimiter text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'Imports begin on the page, signed in.', 'person_needed');
  end if;
  perform guard.require('data.import');
  insert into public.imports (organization_id, id, list, membership_id, starter, name, file, header, delimiter)
  select c.organization_id, p_id, p_list, c.membership_id, m.name, left(p_name, 200), p_file, p_header, p_delimiter
  from public.memberships m where m.organization_id = c.organization_id and m.id = c.membership_id;
  perform guard.queue(c.organization_id, 'imports.work', jsonb_build_object('import', p_id));
end $$;

-- Opens the organization for the leased job of an import, in the name of who began it and with the rights of this moment.
create or replace function guard.open_import(p_lease text, p_operation text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o record;
  f record;
  held bit(256);
begin
  select scope, permission, position into o from guard.operations where name = p_operation;
  if not found or o.scope <> 'organization' or p_operation not like 'imports.%' then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  select j.id as job, j.lease_until, i.organization_id, i.test_mode, m.id as membership, m.user_id, m.role_key, m.status, g.state into f
  from guard.jobs j
  join public.imports i on i.organization_id = j.organization_id and i.id = (j.payload ->> 'import')::uuid
  join public.organizations g on g.id = i.organization_id
  left join public.memberships m on m.organization_id = i.organization_id and m.id = i.membership_id
  where j.lease_hash = guard.secret_hash(p_lease) and j.state = 'leased' and j.task = 'imports.work'
    and j.lease_until > clock_timestamp();
  if not found then
    perform guard.refuse('BE001', 'The job has no live lease.');
  end if;
  if f.state <> 'active' or f.status is distinct from 'active' then
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  held := guard.live_rights(f.organization_id, f.membership);
  if get_bit(held, o.position) is distinct from 1 then
    perform guard.refuse('BE003', 'You do not have the permission for this.', 'permission_missing', o.permission);
  end if;
  perform guard.set_context(1, f.organization_id, f.user_id, f.membership, f.job, null, held, p_operation, 'import', p_request,
    f.lease_until, f.test_mode);
  return guard.answer(f.role_key);
end $$;

-- For the sweep: queues a job for each import that nobody confirmed within a day; the job ends it and drops its file.
create or replace function guard.queue_idle_imports(p_max int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select count(guard.queue(idle.organization_id, 'imports.work', jsonb_build_object('import', idle.id))) from (
    select i.organization_id, i.id
    from public.imports i
    join public.organizations g on g.id = i.organization_id and g.state = 'active'
    where i.phase = 'checked' and i.created_at < clock_timestamp() - interval '1 day' and not exists (
      select from guard.jobs j where j.organization_id = i.organization_id and j.task = 'imports.work'
        and j.state in ('waiting', 'leased') and j.payload ->> 'import' = i.id::text)
    order by i.created_at limit least(p_max, 1000)) idle);
end $$;

-- For the sweep: the names of files that rows of an organization still need; of a deleted one, none.
create or replace function guard.needed_files(p_organization uuid) returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(array_agg(needed.file) filter (where needed.file is not null), '{}') from (
    select unnest(array[g.logo_file, g.logo_dark_file]) as file from public.organizations g
    where g.id = p_organization and g.state <> 'deleted'
    union all
    select i.file from public.imports i
    join public.organizations g on g.id = i.organization_id and g.state <> 'deleted'
    where i.organization_id = p_organization and i.phase in ('checking', 'checked', 'writing')) needed);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.queue_idle_imports(int), guard.needed_files(uuid) to berth_worker;
grant execute on function guard.record_list_export(text, int, jsonb), guard.open_import(text, text, jsonb),
  guard.start_import(uuid, text, text, text, text[], text) to berth_app;
reset role;
