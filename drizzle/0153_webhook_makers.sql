-- An endpoint whose maker left, or may not see any more what it is sent, pauses: Berth says of it what it says of keys.
set local role berth_guard;
alter table guard.webhook_endpoints drop constraint webhook_endpoints_disabled_as_check;
alter table guard.webhook_endpoints add constraint webhook_endpoints_disabled_as_check
  check (disabled_as in ('person', 'gone', 'failing', 'maker'));
reset role;
