-- After a password was chosen anew by mail, what was linked before opens nothing until its person says that it stays.
set local role berth_guard;
alter table guard.identities add column doubted_at timestamptz;
alter table guard.waiting_identities drop constraint waiting_identities_why_check, add constraint waiting_identities_why_check
  check (why in ('address_known', 'address_unverified', 'no_address', 'doubted'));
reset role;
