import postgres from "postgres";
import { expect, vi } from "vitest";
import { testDatabase } from "./database";

/** Until the last statement of a worker that was killed is over: it may still take a lease. */
export async function untilWorkersGone(): Promise<void> {
  const sql = postgres((await testDatabase()).superuser, { max: 1 });
  try {
    await vi.waitFor(
      async () =>
        expect(
          await sql`select from pg_stat_activity where datname = current_database() and usename = 'berth_worker'`,
        ).toHaveLength(0),
      { timeout: 60_000, interval: 20 },
    );
  } finally {
    await sql.end();
  }
}
