import type postgres from "postgres";
import { expect, vi } from "vitest";

/** Until somebody waits for this transaction. */
export const untilWaitedFor = (transaction: postgres.TransactionSql) =>
  vi.waitFor(
    async () =>
      expect(
        await transaction`select from pg_locks l where not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid))`,
      ).not.toHaveLength(0),
    { timeout: 20_000, interval: 20 },
  );
