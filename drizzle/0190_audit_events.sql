-- What is on the record without being a change of a record is told too: refusals, exports, visits of the platform and other acts.
set local role berth_guard;
insert into guard.event_nouns (noun, record_type, permission) values ('audit', 'entries', 'audit.view');
-- Most entries are changes of records, and are passed by without calling anything.
create trigger events after insert on audit.entries for each row
  when ((new.action not in ('insert', 'update', 'delete') or new.record_type = 'impersonations')
    and new.organization_id <> '00000000-0000-0000-0000-000000000000')
  execute function guard.tell_audit_event();
reset role;
