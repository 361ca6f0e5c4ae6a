create index registration_requests_by_address on registration_requests (organization_id, email, created_at);
