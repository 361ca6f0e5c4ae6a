-- A shorter time for the audit trail waits, so that somebody can object: what it will be, and from when on.
alter table organizations add column audit_retention_next int check (audit_retention_next between 365 and 3650),
  add column audit_retention_next_from timestamptz,
  add constraint organizations_audit_retention_next check ((audit_retention_next is null) = (audit_retention_next_from is null));
