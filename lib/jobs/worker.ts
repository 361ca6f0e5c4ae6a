import { parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "pino";
import { z } from "zod";
import { networksOf } from "@/lib/egress/address";
import type { Egress } from "@/lib/egress/agent";
import { type Env, env } from "@/lib/env";
import { log } from "@/lib/log";
import { keepDelivering } from "@/lib/webhooks/delivering";
import { leasesOf } from "./leases";
import { workerPool } from "./pool";
import { queueLogger } from "./queue-logger";
import { keepSealing } from "./sealing";
import { jobSweeps, recoverJobs } from "./sweeps";
import type { JobHandler, Sweep } from "./task";
import { jobTasks } from "./tasks";
import { type Work, workOn } from "./work";

const concurrency = 5;
const jobTask = "berth";
const queued = z.object({ job: z.uuid() });

export type Worker = { stop(): Promise<void> };

export type WorkerOptions = {
  database: { worker: string; namedStatements: boolean };
  tasks: Record<string, JobHandler>;
  logger: Logger;
  /** What webhooks are signed and sent with; none are sent without it. */
  webhooks?: { secret: string; egress: Egress };
  /** Where signed checkpoints of the audit trail go; none without it. */
  checkpoints?: { folder: string; secret: string };
};

/** Starts doing jobs in this process. `stop` waits for the running ones; what a kill leaves behind is taken up again. */
export async function startWorker(options: WorkerOptions = optionsFrom(env())): Promise<Worker> {
  const { database, tasks, logger } = options;
  const pool = workerPool(database.worker, concurrency + 7, logger);
  const leases = leasesOf(pool);
  const sweeps = jobSweeps(leases);
  await recoverJobs(leases);
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    noPreparedStatements: !database.namedStatements,
    logger: queueLogger(logger),
    taskList: { ...taskList({ leases, tasks, logger }), ...sweepTasks(sweeps) },
    parsedCronItems: cronItems(sweeps),
  });
  const sealing = keepSealing({ leases, logger, place: options.checkpoints });
  const delivering = options.webhooks && keepDelivering({ book: leases, logger, ...options.webhooks });
  logger.info({ concurrency, tasks: Object.keys(tasks) }, "worker started");
  return { stop: once(() => stopAll({ runner, beside: [sealing, delivering], pool, logger })) };
}

function optionsFrom(environment: Env): WorkerOptions {
  return {
    database: environment.database,
    tasks: jobTasks(environment),
    logger: log.child({ process: "worker" }),
    webhooks: { secret: environment.secret, egress: { allowed: networksOf(environment.egressAllowed) } },
    checkpoints: { folder: environment.checkpointDir, secret: environment.secret },
  };
}

function taskList(work: Work): TaskList {
  return {
    [jobTask]: async (payload, { job, abortSignal }) => {
      const lastTry = job.attempts >= job.max_attempts;
      await workOn(queued.parse(payload).job, work, { lastTry, stopping: abortSignal });
    },
  };
}

function sweepTasks(sweeps: Record<string, Sweep>): TaskList {
  return Object.fromEntries(Object.entries(sweeps).map(([name, sweep]) => [name, () => sweep.run()]));
}

function cronItems(sweeps: Record<string, Sweep>) {
  const options = { backfillPeriod: 0, maxAttempts: 1 };
  return parseCronItems(
    Object.entries(sweeps).map(([task, { match }]) => ({ task, match, identifier: task, options })),
  );
}

type Running = { runner: Runner; beside: ({ stop(): Promise<void> } | undefined)[]; pool: pg.Pool; logger: Logger };

async function stopAll({ runner, beside, pool, logger }: Running): Promise<void> {
  await Promise.all(beside.map((each) => each?.stop()));
  await runner.stop();
  await pool.end();
  logger.info("worker stopped");
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}
