import pg from "pg";
import type { Logger } from "pino";

/** Connections as `berth_worker`. A lost connection is logged; the queue and the leases make good for it. */
export function workerPool(connectionString: string, max: number, logger: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  const lost = (error: Error) => logger.warn({ fault: error.message }, "a connection of the worker was lost");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}
