import type { Logger } from "pino";
import { faultInWords } from "./fault";
import type { Leases } from "./leases";
import { type JobHandler, type LeasedJob, PermanentError } from "./task";

/** How long a claimed job belongs to its worker. A dead worker's job is taken up again after that. */
export const leaseSeconds = 120;
const maxAttempts = 12;
const spareSeconds = 10;

/** `lastTry`: the queue will not try again. `stopping`: the process is going down. */
export type Try = { lastTry: boolean; stopping: AbortSignal };

export type Work = { leases: Leases; tasks: Record<string, JobHandler>; logger: Logger };

/**
 * Leases one job, does it, and completes or fails it.
 * Throws where the queue shall try again; what it throws holds no secret.
 */
export async function workOn(jobId: string, work: Work, { lastTry, stopping }: Try): Promise<void> {
  const { leases, logger } = work;
  const job = await leases.take(jobId, leaseSeconds);
  if (!job) {
    return;
  }
  const about = { job: job.id, task: job.task, organization: job.organizationId, attempt: job.attempt };
  try {
    await perform(job, work, stopping);
    logger.info(about, "job done");
  } catch (error) {
    const permanent = error instanceof PermanentError;
    const words = faultInWords(error);
    logger.warn({ ...about, permanent: permanent || lastTry, fault: words }, "job failed");
    await leases.fail(job.lease, words, permanent || lastTry);
    if (!permanent) {
      throw new Error(words);
    }
  }
}

async function perform(job: LeasedJob, { leases, tasks }: Work, stopping: AbortSignal): Promise<void> {
  const handler = Object.hasOwn(tasks, job.task) ? tasks[job.task] : undefined;
  if (!handler) {
    throw new PermanentError(`There is no handler for the task ${job.task}.`);
  }
  if (job.attempt > maxAttempts) {
    throw new PermanentError(`The job was given up after ${maxAttempts} attempts.`);
  }
  const outcome = await handler({
    job,
    signal: AbortSignal.any([stopping, AbortSignal.timeout((leaseSeconds - spareSeconds) * 1000)]),
    storeMail: (recipient, sealedMessage) => leases.storeMail(job.lease, recipient, sealedMessage),
  });
  if (outcome !== "completed") {
    await leases.complete(job.lease);
  }
}
