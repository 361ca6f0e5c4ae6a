-- What happened to test records is told in test mode alone, and what happened to live ones never there.
set local role berth_guard;
alter table audit.entries add column test_mode boolean not null default false;
create policy mode on audit.entries as restrictive for all to berth_app
  using ((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1 and not test_mode)
    or (num_nonnulls(pg_current_xact_id_if_assigned()) = 1 and test_mode = guard.test_mode()));
create index entries_of_tests on audit.entries (organization_id, id) where test_mode;
reset role;
