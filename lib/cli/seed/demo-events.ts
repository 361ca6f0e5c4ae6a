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
