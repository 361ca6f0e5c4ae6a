-- Events that deliveries are not planned for yet: an act only says in one row that there is something to tell.
set local role berth_guard;
create table guard.event_outbox (
  organization_id uuid not null,
  event_id uuid not null,
  type text not null,
  test_mode boolean not null,
  told_at timestamptz not null,
  primary key (organization_id, event_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
reset role;
