-- Dead letters in the console: deliveries of all organizations that failed for good, without what they carry. What somebody
-- sends again there is on the organization's record too.
set local role berth_guard;

drop function if exists guard.platform_dead_letters(timestamptz, uuid, int);
-- Newest first by their ids, which tell when they were made: within a millisecond these have another order than the moments.
create or replace function guard.platform_dead_letters(p_before uuid, p_limit int)
returns table (id uuid, organization_id uuid, organization_name text, event text, receiver text, attempts int, last_status int,
  last_error text, created_at timestamptz, finished_at timestamptz, again boolean, "position" jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return query select d.id, g.id, g.name, d.event, substring(w.url from '^[a-z]+://([^/?#]+)'), d.attempts, d.last_status, d.last_error,
    d.created_at, d.finished_at, w.state = 'active' and g.state = 'active' and not guard.is_withheld(g.id, 'webhooks'), jsonb_build_array(d.created_at::text, d.id::text)
  from (select distinct e.organization_id as id from guard.webhook_endpoints e) o
  join public.organizations g on g.id = o.id
  cross join lateral (select x.* from public.webhook_deliveries x
    where x.organization_id = o.id and x.state = 'failed' and not x.once
      and (p_before is null or x.id < p_before)
    order by x.id desc limit least(p_limit, 101)) d
  join guard.webhook_endpoints w on w.organization_id = d.organization_id and w.id = d.endpoint_id
  order by d.id desc limit least(p_limit, 101);
end $$;

-- Sends one again, under the same ids. Its organization's webhook must be active, and still be sent such events.
create or replace function guard.resend_dead_letter(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare d record;
begin
  perform guard.require_platform();
  select x.organization_id, x.id, x.endpoint_id, x.event, w.state = 'active' and g.state = 'active' and guard.is_sent(w.events, e.type)
    as goes into d
  from (select distinct y.organization_id as id from guard.webhook_endpoints y) o
  join public.webhook_deliveries x on x.organization_id = o.id and x.id = p_id and x.state = 'failed' and not x.once
  join guard.webhook_endpoints w on w.organization_id = x.organization_id and w.id = x.endpoint_id
  join public.organizations g on g.id = x.organization_id
  left join public.events e on e.organization_id = x.organization_id and e.id = x.event_id
  for update of x;
  if not found then
    perform guard.refuse('BE022', 'Only a delivery that failed can be sent again. This one is not failed any more.', 'not_failed');
  end if;
  if guard.is_withheld(d.organization_id, 'webhooks') then
    perform guard.refuse('BE022', 'Webhooks are switched off for its organization, by its plan or for it alone.', 'feature_off');
  end if;
  if d.goes is not true then
    perform guard.refuse('BE022', 'Its webhook is disabled, or is not sent such events any more.', 'not_sent');
  end if;
  perform guard.send_again(d.organization_id, array[d.id]);
  insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, credential_id, operation, record_type, record_id,
    action, request_id, address, agent)
  select d.organization_id, c.user_id, guard.person_label(c.user_id), 'platform', c.credential_id, c.operation, 'webhook_endpoints',
    d.endpoint_id, 'replayed', c.request_id, c.address, c.agent from guard.proven() c;
  perform guard.record_platform('retry', 'webhook_deliveries', d.id,
    jsonb_build_object('event', d.event, 'organization_id', d.organization_id));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.platform_dead_letters(uuid, int), guard.resend_dead_letter(uuid) to berth_app;
reset role;
