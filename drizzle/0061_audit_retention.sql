-- How long an organization keeps its audit trail, in days; null: for good. Never less than a year.
alter table organizations add column audit_retention_days int check (audit_retention_days between 365 and 3650);
set local role berth_guard;
drop function if exists guard.platform_audit(text, text[], uuid, bigint, int);
reset role;
