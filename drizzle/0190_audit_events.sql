-- What is on the record without being a change of a record is told too: refusals, exports, visits of the platform and other acts.
set local role berth_guard;
insert into guard.event_nouns (noun, record_type, permission) values ('audit', 'entries', 'audit.view');
create trigger events after insert on audit.entries for each row
  when (new.organization_id <> '00000000-0000-0000-0000-000000000000' and guard.audit_event(new.action, new.record_type) is not null)
  execute function guard.tell_audit_event();
reset role;
