import type pg from "pg";
import { z } from "zod";
import type { Claim, DeliveryBook, GivenBack } from "@/lib/webhooks/delivering";
import { type ClaimedEndpoint, claimedEndpoint, type LeasedDelivery, type Outcome } from "@/lib/webhooks/delivery";
import type { Standing } from "@/lib/webhooks/queue";
import type { LeasedJob } from "./task";

type Asked = Parameters<DeliveryBook["leaseDeliveries"]>[0];

const claim = z.object({ endpoints: z.array(claimedEndpoint), after: z.array(z.uuid()), more: z.boolean() });

const leased = z.object({
  id: z.uuid(),
  lease: z.string(),
  task: z.string(),
  organization_id: z.uuid().nullable(),
  payload: z.unknown(),
  attempt: z.number(),
});

/** The deliveries of a claim, each with its endpoint. Field by field: spreading both was among the dearest steps of sending. */
function leasedOf(of: ClaimedEndpoint): LeasedDelivery[] {
  return of.deliveries.map((each) => ({
    organization: of.organization,
    endpoint: of.endpoint,
    standing: of.standing,
    is_slow: of.is_slow,
    url: of.url,
    sealed: of.sealed,
    sealed_previous: of.sealed_previous,
    standards: of.standards,
    id: each.id,
    lease: each.lease,
    event: each.event,
    event_id: each.event_id,
    type: each.type,
    record_id: each.record_id,
    record: each.record,
    test_mode: each.test_mode,
    created_at: each.created_at,
  }));
}

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

    /** Jobs whose worker is gone: their lease ran out. */
    async due(): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>("select due.id from guard.due_jobs($1) as due(id)", [1000]);
      return rows.map((row) => row.id);
    },

    /** Puts an open job back into the queue, in place of what a dead worker left there. */
    async wake(job: string): Promise<void> {
      await pool.query("select guard.wake($1)", [job]);
    },

    /** Queues one job for each registration request that has something to do now. */
    async queueDueRequests(): Promise<void> {
      await pool.query("select guard.queue_due_requests($1)", [1000]);
    },

    /** Queues one job for each person whose digest of the day is due. */
    async queueDueDigests(): Promise<void> {
      await pool.query("select guard.queue_due_digests($1)", [1000]);
    },

    /** Queues one job for each exported file that nobody may fetch any more. */
    async queueEndedExports(): Promise<void> {
      await pool.query("select guard.queue_ended_exports($1)", [1000]);
    },

    /** Lets go of audit entries that their organizations keep no longer. */
    async releaseEntries(): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        const { rows } = await pool.query<{ gone: number }>("select guard.release_due($1) as gone", [5000]);
        if (!rows[0]?.gone) return;
      }
    },

    /** Brings the figures of the last days up to now, of every organization of which that can be done; then says where not. */
    async rollUsage(): Promise<void> {
      const { rows } = await pool.query<{ id: string }>("select o.id from guard.counted_organizations() as o (id)");
      const faults: string[] = [];
      for (const { id } of rows)
        await pool
          .query("select guard.roll_usage($1)", [id])
          .catch((error: Error) => faults.push(`${id}: ${error.message}`));
      if (faults.length > 0) throw new Error(`Usage of ${faults.length} could not be counted, such as ${faults[0]}`);
    },

    /** Lets go of calls that their organizations keep no longer. */
    async dropOldCalls(): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        const { rows } = await pool.query<{ gone: number }>("select guard.drop_old_calls($1) as gone", [5000]);
        if (!rows[0]?.gone) return;
      }
    },

    /** Lets go of events that are older than they are kept. */
    async dropOldEvents(): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        const { rows } = await pool.query<{ gone: number }>("select guard.drop_old_events($1) as gone", [5000]);
        if (!rows[0]?.gone) return;
      }
    },

    /** Claims what is due for webhooks, fairly over organizations and their endpoints. */
    async leaseDeliveries({ most, slow, seconds, after }: Asked): Promise<Claim> {
      const { rows } = await pool.query<{ claimed: unknown }>(
        "select guard.lease_deliveries($1, $2, $3, $4::uuid[]) as claimed",
        [most, slow, seconds, after],
      );
      const { endpoints, ...rest } = claim.parse(rows[0]?.claimed);
      return { deliveries: endpoints.flatMap(leasedOf), ...rest };
    },

    /** The ids of endpoints that are still as they were when something was claimed for them. */
    async standingEndpoints(claimed: Standing[]): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>("select guard.standing_endpoints($1::jsonb) as id", [
        JSON.stringify(claimed),
      ]);
      return rows.map(({ id }) => id);
    },

    /** Writes down what became of them. Answers the ids of those that could not be yet, to be written down again soon. */
    async settleDeliveries(outcomes: (Outcome | GivenBack)[]): Promise<string[]> {
      const { rows } = await pool.query<{ again: string[] }>("select again from guard.settle_deliveries($1::jsonb)", [
        JSON.stringify(outcomes),
      ]);
      return rows[0]?.again ?? [];
    },

    async dropOldDeliveries(): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        const { rows } = await pool.query<{ gone: number }>("select guard.drop_old_deliveries($1) as gone", [5000]);
        if (!rows[0]?.gone) return;
      }
    },

    /** Says of refusals that came again and again how often they did. */
    async tellRefusals(): Promise<void> {
      await pool.query("select guard.tell_refusals($1)", [1000]);
    },

    /** Lets go of what was kept for requests with an Idempotency-Key. */
    async forgetAnswers(): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        const { rows } = await pool.query<{ gone: number }>("select guard.forget_answers($1) as gone", [5000]);
        if (!rows[0]?.gone) return;
      }
    },

    async forgetCalls(): Promise<void> {
      await pool.query("select guard.forget_calls()");
    },

    /** Queues one job for each import that nobody confirmed within a day. */
    async queueIdleImports(): Promise<void> {
      await pool.query("select guard.queue_idle_imports($1)", [1000]);
    },

    /** The names of files that rows of an organization still need. */
    async neededFiles(organizationId: string): Promise<string[]> {
      const { rows } = await pool.query<{ needed: string[] }>("select guard.needed_files($1) as needed", [
        organizationId,
      ]);
      return rows[0]?.needed ?? [];
    },

    /** Computes the next seals of a chain anew; answers how many. */
    async proveChains(most: number): Promise<number> {
      const { rows } = await pool.query<{ proved: number }>("select guard.prove_chains($1) as proved", [most]);
      return rows[0]?.proved ?? 0;
    },

    /** Chains that went on since then, the one that did so last at the end. */
    async chainsSince(at: Date | null) {
      const { rows } = await pool.query<{ organization_id: string; position: string; digest: string; sealed_at: Date }>(
        "select organization_id, position::text, digest, date_trunc('milliseconds', sealed_at) + interval '1 millisecond' as sealed_at from guard.chains_since($1)",
        [at],
      );
      return rows;
    },

    /** Puts the next audit entries into their chains; answers how many. */
    async sealEntries(most: number): Promise<number> {
      const { rows } = await pool.query<{ sealed: number }>("select guard.seal_entries($1) as sealed", [most]);
      return rows[0]?.sealed ?? 0;
    },

    /** Frees what a worker locked in the queue and held for longer than any lease lasts. */
    async unlock(seconds: number): Promise<void> {
      await pool.query(
        `update graphile_worker._private_jobs
        set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
        where locked_at < now() - make_interval(secs => $1)`,
        [seconds],
      );
    },

    /** Empties the queue of what it gave up, and puts back what is still open by the guard's book. */
    async reviveGivenUp(): Promise<void> {
      await pool.query(
        `with given_up as (
          delete from graphile_worker._private_jobs where locked_at is null and attempts >= max_attempts
          returning (payload ->> 'job')::uuid as job
        )
        select guard.wake(job) from given_up where job is not null`,
      );
    },
  };
}
