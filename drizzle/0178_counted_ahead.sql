-- Calls that are counted before they are made: in which minute of the row, how many, and until when they may be given back.
set local role berth_guard;
alter table guard.call_counts add column minute int not null default 0, add column ahead int not null default 0,
  add column held_until timestamptz;
reset role;
