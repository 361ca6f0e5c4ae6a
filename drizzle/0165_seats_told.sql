-- When those who can make room were told that this invitation found none: neither on the record nor an event.
set local role berth_guard;
alter table guard.invitations add column seat_told_at timestamptz;
drop trigger audit on guard.invitations;
create trigger audit after insert or update or delete on guard.invitations for each row
execute function audit.record('hash', 'opened_at', 'sent_at', 'seat_told_at');
drop trigger events on guard.invitations;
create trigger events after insert or update or delete on guard.invitations for each row
execute function guard.tell_event('invitation', 'hash', 'opened_at', 'sent_at', 'seat_told_at');
reset role;
