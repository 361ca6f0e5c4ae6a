-- Audit by construction: a row trigger on every table that matters writes into tables that only berth_guard owns.
set local role berth_guard;

create or replace function guard.person_label(p_user uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select name || ' <' || email || '>' from public.users where id = p_user $$;

-- Internal: who did it, and in whose name: the label of an entry carries both.
create or replace function guard.actor_label(p_user uuid, p_acting_as uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select guard.person_label(p_user) || coalesce(' as ' || guard.person_label(p_acting_as), '') $$;

create or replace function guard.key_label(p_key uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select 'Key ' || label from guard.api_keys where id = p_key $$;

-- Internal: who acts in the proven context, by the name that people know: a person's, or a key's.
create or replace function guard.acting_name() returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce((select name from public.users where id = c.user_id), guard.key_label(c.credential_id))
  from guard.proven() c
$$;

-- Trigger arguments: columns whose values are never written (secrets). Entries of rows without an organization go to
-- the platform's log.
create or replace function audit.record() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record;
  this jsonb;
  left_out text[] := array_append(coalesce(tg_argv, '{}'), 'updated_at');
  -- Secrets of which it is told that they changed, never what they were or are.
  told constant text[] := '{credentials}';
  changed_before jsonb;
  changed_after jsonb;
  test boolean := false;
begin
  -- Of a record its mode is said by the entry's own; of what is set up for both, such as a key, it is a fact like others.
  if tg_table_schema = 'public' then
    left_out := array_append(left_out, 'test_mode');
  end if;
  if tg_op = 'INSERT' then
    this := to_jsonb(new);
    changed_after := this - left_out;
  elsif tg_op = 'DELETE' then
    this := to_jsonb(old);
    changed_before := this - left_out;
  else
    this := to_jsonb(new);
    select jsonb_object_agg(n.key, case when n.key = any (told) then '"hidden"' else o.value end),
      jsonb_object_agg(n.key, case when n.key = any (told) then '"changed"' else n.value end)
    into changed_before, changed_after
    from jsonb_each(this) n join jsonb_each(to_jsonb(old)) o on o.key = n.key and o.value <> n.value
    where n.key <> all (left_out) or n.key = any (told);
    if changed_after is null then
      return null;
    end if;
  end if;
  test := tg_table_schema = 'public' and coalesce((this ->> 'test_mode')::boolean, false);
  if coalesce(current_setting('berth.context', true), '') <> '' then
    c := guard.proven();
  else
    select null::int as kind, null::uuid as organization_id, null::uuid as user_id, null::uuid as credential_id,
      null::uuid as acting_as, null::uuid as request_id, null::text as operation, session_user::text as credential_kind,
      null::text as address, null::text as agent into c;
  end if;
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, acting_as,
    operation, record_type, record_id, action, before, after, request_id, address, agent, test_mode)
  select coalesce((case when tg_table_name = 'organizations' then this ->> 'id' else this ->> 'organization_id' end)::uuid,
      '00000000-0000-0000-0000-000000000000'), c.user_id,
    -- guard.actor_label, written out: a function in SQL is planned anew in each statement.
    coalesce((select u.name || ' <' || u.email || '>' from public.users u where u.id = c.user_id)
        || case when c.acting_as is null then '' else coalesce(' as ' || guard.person_label(c.acting_as), '') end,
      case c.credential_kind when 'key' then guard.key_label(c.credential_id) when 'server' then guard.server_label(c.credential_id) end,
      case c.credential_kind when 'job' then 'Berth' when 'none' then 'Visitor' else 'System (' || c.credential_kind || ')' end),
    c.credential_kind, c.credential_id, c.acting_as, coalesce(c.operation, 'system'), tg_table_name,
    coalesce(this ->> 'id', this ->> 'user_id')::uuid, lower(tg_op), changed_before, changed_after, c.request_id,
    c.address, c.agent, test;
  return null;
end $$;

-- Entries stay as they are. Only what guard.release_entries let go may be deleted: its digest is the chain's beginning now.
create or replace function audit.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from audit.seals s join audit.chains c on c.organization_id = s.organization_id and s.position <= c.base_position
      where s.organization_id = old.organization_id and s.entry_id = old.id) then
      return old;
    end if;
  end if;
  raise insufficient_privilege using message = 'audit entries cannot be changed';
end $$;

-- An event of the platform (sign-in, account, operator), or of an organization, that no row change shows. Internal.
create or replace function guard.record_event(
  p_organization uuid, p_user uuid, p_operation text, p_action text, p_type text, p_record uuid, p_after jsonb, p_request jsonb)
returns void language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, operation, record_type, record_id,
    action, after, request_id, address, agent)
  values (coalesce(p_organization, '00000000-0000-0000-0000-000000000000'), p_user,
    coalesce(guard.person_label(p_user), 'Visitor'), case when p_user is null then 'none' else 'session' end, p_operation,
    p_type, p_record, p_action, p_after,
    case when p_request ->> 'id' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then (p_request ->> 'id')::uuid end,
    left(p_request ->> 'address', 64), left(p_request ->> 'agent', 300))
$$;

-- Internal: an act in the proven organization that changes no row of it.
create or replace function guard.record_act(p_type text, p_record uuid, p_action text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, acting_as, operation,
    record_type, record_id, action, request_id, address, agent)
  select c.organization_id, c.user_id,
    coalesce(guard.actor_label(c.user_id, c.acting_as), guard.key_label(c.credential_id)),
    c.credential_kind, c.credential_id, c.acting_as, c.operation, p_type, p_record, p_action, c.request_id, c.address, c.agent
  from guard.proven() c
$$;

revoke all on all functions in schema guard from public;
revoke all on all functions in schema audit from public;
-- Migrations attach the audit trigger to the tables they make.
grant execute on function audit.record(), audit.refuse_change() to berth_owner;
grant execute on function guard.refresh_rights(), guard.refresh_role_rights(), guard.refresh_organization_rights(), guard.check_membership_change(),
  guard.check_role_change(), guard.check_owner_remains() to berth_owner;
reset role;
