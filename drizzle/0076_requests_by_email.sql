-- Within one organization this index is read with both columns, whichever of the two the planner takes.
drop index registration_requests_by_email;
create index registration_requests_by_email on registration_requests (email, organization_id, created_at);
