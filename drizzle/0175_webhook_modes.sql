-- What was sent to webhooks has a mode as other records do: that of its endpoint.
alter table webhook_deliveries add column test_mode boolean not null default false;
alter table webhook_attempts add column test_mode boolean not null default false;
set local role berth_guard;
update public.webhook_deliveries d set test_mode = true from guard.webhook_endpoints w
where w.organization_id = d.organization_id and w.id = d.endpoint_id and w.test_mode;
update public.webhook_attempts a set test_mode = true from public.webhook_deliveries d
where d.organization_id = a.organization_id and d.id = a.delivery_id and d.test_mode;
reset role;
select berth_migrations.separate_modes('webhook_deliveries');
select berth_migrations.separate_modes('webhook_attempts');
