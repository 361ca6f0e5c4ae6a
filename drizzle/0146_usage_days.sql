-- Members at the end of a day and deliveries of it, written by the worker: counted anew each time, so that a sweep that is
-- repeated, or was killed, comes to the same.
alter table usage_days add column members int, add column deliveries bigint not null default 0;
