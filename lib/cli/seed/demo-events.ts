import type { Transaction } from "../database";

/** Of a world that was made at once, events as if each had happened when its record says; what is too old is left out. */
export async function dateEvents(sql: Transaction, organization: string | null): Promise<void> {
  await sql`
    with told as (delete from public.events where organization_id = ${organization} returning *),
    dated as (
      select *, least(greatest((record ->> 'updated_at')::timestamptz, (record ->> 'created_at')::timestamptz,
        (record ->> 'joined_at')::timestamptz), clock_timestamp()) as at
      from told)
    insert into public.events (organization_id, id, type, record_type, record_id, record, test_mode, created_at)
    select organization_id, overlay(guard.uuid7_at(at)::text placing '7' || substr(gen_random_uuid()::text, 16) from 15)::uuid,
      type, record_type, record_id, record, test_mode, at
    from dated where at > now() - interval '30 days' order by at, seq`;
}

/** An endpoint that got the last events, one of them at the second try and one in vain. It is disabled: nobody listens there. */
export async function makeWebhook(sql: Transaction, organization: string | null, domain: string): Promise<void> {
  const url = `https://hooks.${domain}/berth`;
  await sql`
    with made as (
      insert into guard.webhook_endpoints (organization_id, id, url, description, events, sealed_secret, state, disabled_as,
        last_delivery_at, created_at)
      values (${organization}, guard.uuid7(), ${url}, 'Warehouse system', '{shipment.created,shipment.delivered,order.created}',
        'v1.00000000.demo', 'disabled', 'person', now() - interval '20 minutes', now() - interval '20 days')
      returning id),
    told as (
      select e.*, row_number() over (order by e.created_at desc) as place from public.events e
      where e.organization_id = ${organization} and e.type in ('shipment.created', 'shipment.delivered', 'order.created')
      order by e.created_at desc limit 40),
    sent as (
      insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, state, attempts, due_at, last_status,
        last_error, created_at, finished_at)
      select ${organization}, overlay(guard.uuid7_at(t.created_at)::text placing '7' || substr(gen_random_uuid()::text, 16) from 15)::uuid,
        made.id, t.id, t.type, case t.place when 3 then 'failed' else 'delivered' end,
        case t.place when 3 then 10 when 7 then 2 else 1 end, t.created_at, case t.place when 3 then 503 else 200 end,
        case t.place when 3 then 'status' end, t.created_at, t.created_at + interval '1 second'
      from made, told t returning *)
    insert into public.webhook_attempts (organization_id, id, delivery_id, number, at, url, milliseconds, status, answer)
    select s.organization_id, guard.uuid7(), s.id, n, s.created_at + (n - 1) * interval '5 seconds', ${url}, 80 + 13 * n,
      case when n < s.attempts then 503 else s.last_status end, case when n < s.attempts or s.state = 'failed' then 'Upstream is busy' else 'ok' end
    from sent s cross join lateral generate_series(1, s.attempts) n`;
}
