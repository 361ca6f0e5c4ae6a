-- An approval that waits can be taken back, and one whose approver may no longer give it is told once.
alter table registration_requests drop constraint registration_requests_closed_as_check;
alter table registration_requests add constraint registration_requests_closed_as_check
  check (closed_as in ('rejected', 'withdrawn', 'overdue', 'taken_back'));
alter table registration_requests add column lapse_told_at timestamptz;

set local role berth_guard;
-- Words that no organization takes as its address; the code's list, kept equal with the catalogue.
create table guard.reserved_slugs (slug text primary key);
reset role;
