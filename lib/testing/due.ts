import pg from "pg";
import { afterAll } from "vitest";
import { Handle } from "@/lib/access/handle";
import { type Leases, leasesOf } from "@/lib/jobs/leases";
import { operationTask } from "@/lib/jobs/operation-task";
import { guard, request } from "./world";

type JobOperation = Parameters<typeof operationTask>[0];

let pool: pg.Pool | undefined;
afterAll(() => pool?.end());

/** The queue as `berth_worker` sees it. */
export function leases(): Leases {
  pool ??= new pg.Pool({ connectionString: process.env.DATABASE_WORKER_URL, max: 8 });
  return leasesOf(pool);
}

export async function openJobs(task: string, subject: string): Promise<string[]> {
  const rows = await guard<{ id: string }[]>`
    select id from guard.jobs where task = ${task} and subject = ${subject} and state in ('waiting', 'leased')`;
  return rows.map(({ id }) => id);
}

/** A handle by a lease that was just taken, for doing a job's work more than once. */
export async function leasedHandle(job: string): Promise<Handle> {
  const taken = await leases().take(job, 60);
  return new Handle({ kind: "job", lease: taken?.lease ?? "" }, request());
}

/** Does every open job of a task and subject, as the worker would. Answers how many. */
export async function workOff(task: string, subject: string, operation: JobOperation): Promise<number> {
  const jobs = await openJobs(task, subject);
  for (const id of jobs) {
    const job = await leases().take(id, 60);
    if (!job) throw new Error("another worker holds the job");
    await operationTask(operation)({ job, signal: new AbortController().signal, storeMail: async () => undefined });
    await leases().complete(job.lease);
  }
  return jobs.length;
}
