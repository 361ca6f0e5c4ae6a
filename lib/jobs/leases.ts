import type pg from "pg";
import { z } from "zod";
import type { LeasedJob } from "./task";

const leased = z.object({
  id: z.uuid(),
  lease: z.string(),
  task: z.string(),
  organization_id: z.uuid().nullable(),
  payload: z.unknown(),
  attempt: z.number(),
});

export type Leases = ReturnType<typeof leasesOf>;

/** The guard's functions for jobs, over a pool of `berth_worker`. */
export function leasesOf(pool: pg.Pool) {
  return {
    /** Claims a job, or answers null where it is done or another live lease holds it. */
    async take(job: string, seconds: number): Promise<LeasedJob | null> {
      const { rows } = await pool.query<{ leased: unknown }>("select guard.lease($1, $2) as leased", [job, seconds]);
      const found = leased.nullable().parse(rows[0]?.leased ?? null);
      return found && { ...found, organizationId: found.organization_id };
    },

    async complete(lease: string): Promise<void> {
      await pool.query("select guard.complete($1)", [lease]);
    },

    async fail(lease: string, error: string, permanent: boolean): Promise<void> {
      await pool.query("select guard.fail($1, $2, $3)", [lease, error, permanent]);
    },

    async storeMail(lease: string, recipient: string, sealedMessage: string): Promise<void> {
      await pool.query("select guard.store_mail($1, $2, $3)", [lease, recipient, sealedMessage]);
    },

    /** Jobs that nobody works on any more: their lease ran out, or the queue lost them. */
    async due(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>("select id from guard.due_jobs() as due(id)");
      return rows.map((row) => row.id);
    },
  };
}
