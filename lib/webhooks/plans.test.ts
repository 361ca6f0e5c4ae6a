import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { scratchDatabase } from "@/lib/testing/database";
import { foundOrganization } from "@/lib/testing/founding";

const { superuser } = await scratchDatabase();
const sql = postgres(superuser, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const claims = z.object({
  endpoints: z.array(z.object({ deliveries: z.array(z.object({ id: z.string(), lease: z.string() })) })),
});

it.each([
  { name: "empty", before: 0 },
  { name: "small", before: 30 },
])(
  "claiming and settling read what they claim and settle, where the tables were known as $name",
  async ({ name, before }) => {
    await sql`reset role`;
    const { organizationId } = await foundOrganization(superuser, `plans-${name}`);
    await sql`truncate events, webhook_deliveries, webhook_attempts, guard.event_outbox, guard.webhook_endpoints`;
    await sql`set role berth_guard`;
    await sql`insert into guard.webhook_endpoints (organization_id, id, url, events, sealed_secret, is_slow)
    select ${organizationId}, guard.uuid7(), 'https://example.com/' || n, '{*}', 'none', false from generate_series(1, 3) n`;
    await tell(organizationId, before);
    // Many with little, and one that has much before anybody looks again.
    await sql`insert into public.events (organization_id, id, type, record_type, record, created_at)
    select o.id, guard.uuid7(), 'role.created', 'roles', '{}', now()
    from (select gen_random_uuid() as id from generate_series(1, 300)) o, generate_series(1, ${before}::int)`;
    await sql`reset role`;
    await sql`vacuum analyze events, webhook_deliveries, webhook_attempts, guard.event_outbox`;
    await sql`set role berth_guard`;
    // So often that plans are made for good.
    for (let claim = 0; claim < 12; claim += 1) await sql`select guard.lease_deliveries(1, 0, 60, null)`;
    await tell(organizationId, 4000);

    await nothingRead();
    const { claimed, read } = await sql.begin(async (turn) => {
      const [row] = await turn`select guard.lease_deliveries(60, 0, 60, null) as claimed`;
      return {
        claimed: claims.parse(row?.claimed).endpoints.flatMap((each) => each.deliveries),
        read: await rowsRead(turn),
      };
    });
    expect(claimed).toHaveLength(60);
    expect(read.events).toBe(60);
    // Before 17, `id = any (…)` is looked through by the endpoint, or between its bounds, where plans were made while little was there.
    const most = (await version()) < 170000 ? 800 : 300;
    expect(read.webhook_deliveries).toBeLessThan(most);

    await nothingRead();
    const settled = await sql.begin(async (turn) => {
      const outcomes = claimed.map(({ id, lease }, n) => ({
        ...{ organization: organizationId, id, lease },
        ...(n % 3 === 0
          ? { untried: true, slow: false }
          : { at: new Date().toISOString(), url: "https://example.com/", milliseconds: 3, status: 200 }),
      }));
      const [row] = await turn<
        { counted: number }[]
      >`select counted from guard.settle_deliveries(${turn.json(outcomes)})`;
      return { counted: row?.counted, read: await rowsRead(turn) };
    });
    expect(settled.counted).toBe(40);
    expect(settled.read.webhook_deliveries).toBeLessThan(most);
  },
);

async function version(): Promise<number> {
  const [row] = await sql<{ number: number }[]>`select current_setting('server_version_num')::int as number`;
  return row?.number ?? 0;
}

/** Events of one organization, each with a delivery for every endpoint. */
function tell(organizationId: string, amount: number) {
  return sql`
    with told as (
      insert into public.events (organization_id, id, type, record_type, record, created_at)
      select ${organizationId}, guard.uuid7(), 'role.created', 'roles', '{}', now() from generate_series(1, ${amount}::int)
      returning organization_id, id, type)
    select guard.queue_event(organization_id, id, type, false) from told`;
}

/** What earlier transactions read is counted with the next one's until it is reported. */
async function nothingRead() {
  await sql`select pg_stat_force_next_flush()`;
  expect(await sql`select from pg_stat_xact_user_tables where seq_tup_read > 0 or idx_tup_fetch > 0`).toHaveLength(0);
}

/** Rows that this transaction read of each table, however it came to them. */
async function rowsRead(turn: postgres.TransactionSql): Promise<Record<string, number>> {
  const rows = await turn<{ name: string; read: number }[]>`
    select relname as name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables`;
  return Object.fromEntries(rows.map(({ name, read }) => [name, read]));
}
