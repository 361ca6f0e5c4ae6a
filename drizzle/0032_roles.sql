-- A role changes for everybody at once: its rights are written down once for each statement, not for each row.
drop trigger refresh_rights on roles;
drop trigger refresh_rights on role_inheritance;
create trigger refresh_rights after update on roles referencing old table as was new table as changed
  for each statement execute function guard.refresh_role_rights();
create trigger refresh_rights after insert on role_inheritance referencing new table as changed
  for each statement execute function guard.refresh_role_rights();
create trigger refresh_rights_without after delete on role_inheritance referencing old table as changed
  for each statement execute function guard.refresh_role_rights();

-- Members lend any permission of their own; a stand-in is the loan of the queue, of which there is one at a time.
alter table delegations add column stand_in boolean not null default true,
  add column permissions text[] not null default '{registrations.view,registrations.decide}' check (permissions <> '{}');
drop index delegations_one_open;
create unique index delegations_one_stand_in on delegations (organization_id, from_membership_id)
  where stand_in and ended_at is null;

set local role berth_guard;
-- What has ended keeps no role that was deleted since.
alter table guard.invitations alter column role_key drop not null;
reset role;
