-- What the sealer's own proof of a chain found: an entry that is not what was sealed.
set local role berth_guard;
alter table audit.chains add column broken_entry bigint;
reset role;
