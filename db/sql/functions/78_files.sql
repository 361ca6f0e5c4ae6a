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
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type,
    action, after, request_id, address, agent)
  values (c.organization_id, c.user_id, coalesce(guard.person_label(c.user_id), guard.key_label(c.credential_id)),
    c.credential_kind, c.credential_id, c.operation, left(p_table, 63), 'exported',
    jsonb_build_object('rows', p_rows) || case when p_filters = '{}' then '{}' else jsonb_build_object('filters', p_filters) end,
    c.request_id, c.address, c.agent);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.record_list_export(text, int, jsonb) to berth_app;
reset role;
