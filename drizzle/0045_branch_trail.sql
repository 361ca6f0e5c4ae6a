-- Who is limited to branches finds nothing of others beside the records either.
do $$
declare
  unlimited constant text := '(num_nonnulls(pg_current_xact_id_if_assigned()) <> 1)';
begin
  execute format('alter policy app_select on imports using (%s or guard.is_own(membership_id))', unlimited);
  execute format('alter policy app_update on imports using (%1$s or guard.is_own(membership_id))
    with check (%1$s or guard.is_own(membership_id))', unlimited);
  execute format('alter policy app_select on import_faults using (%s or guard.is_own_import(import_id))', unlimited);
  execute format('alter policy app_insert on import_faults with check (%s or guard.is_own_import(import_id))', unlimited);
  execute format('alter policy app_delete on import_faults using (%s or guard.is_own_import(import_id))', unlimited);
  execute format('alter policy app_select on audit_exports using (%s or guard.is_own(membership_id))', unlimited);
  execute format('alter policy app_update on audit_exports using (%1$s or guard.is_own(membership_id))
    with check (%1$s or guard.is_own(membership_id))', unlimited);
end $$;
set local role berth_guard;
alter policy app_select on audit.entries
  using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) or guard.sees_entry(record_type, record_id));
reset role;
