import type postgres from "postgres";
import { expect, vi } from "vitest";
import { appPool } from "@/db/connection";
import { guard } from "./world";

/** Until somebody waits for this transaction. */
export const untilWaitedFor = (transaction: postgres.TransactionSql) =>
  vi.waitFor(
    async () =>
      expect(
        await transaction`select from pg_locks l where not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid))`,
      ).not.toHaveLength(0),
    { timeout: 20_000, interval: 20 },
  );

/** Very many callers at once wait for a connection as long as a slow machine takes. */
export function waitLongForConnections(): void {
  appPool().options.connectionTimeoutMillis = 120_000;
}

/** Until every transaction is over that runs now, since events are shown once none that is older than theirs still runs. */
export async function untilSettled(): Promise<void> {
  const [now] = await guard<{ end: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as end`;
  await vi.waitFor(
    async () => {
      const [row] = await guard<{ over: boolean }[]>`
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= ${now?.end ?? ""}::bigint as over`;
      expect(row?.over).toBe(true);
    },
    { timeout: 20_000, interval: 20 },
  );
}
