import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { workerPool } from "./pool";

/** Jobs by state, over the whole installation, and the age in seconds of the oldest that is still open. */
export type QueueFigures = { waiting: number; leased: number; failed: number; oldest_seconds: number };

/** Asks the queue how it stands, over one connection that is opened when first asked. Throws what the database says. */
export function queueFigures(workerUrl: string): () => Promise<QueueFigures | undefined> {
  let pool: ReturnType<typeof workerPool> | undefined;
  onShutdown(async () => pool?.end());
  return async () => {
    pool ??= workerPool(workerUrl, 1, log);
    const { rows } = await pool.query<QueueFigures>(
      "select waiting, leased, failed, oldest_seconds from guard.job_figures()",
    );
    return rows[0];
  };
}
