-- What an endpoint got until a change, as long as events from before it are to be planned: whoever changes it waits for none of them.
set local role berth_guard;
alter table guard.event_outbox add column told_by xid8 not null default pg_current_xact_id();
create table guard.webhook_changes (
  organization_id uuid not null,
  number bigint generated always as identity,
  endpoint_id uuid not null,
  state text not null,
  events text[] not null,
  until pg_snapshot not null,
  primary key (organization_id, number)
);
create trigger keep_first after insert on guard.webhook_endpoints for each row execute function guard.keep_endpoint_change();
create trigger keep_change after update of state, events on guard.webhook_endpoints for each row
  when ((old.state, old.events) is distinct from (new.state, new.events)) execute function guard.keep_endpoint_change();
reset role;
