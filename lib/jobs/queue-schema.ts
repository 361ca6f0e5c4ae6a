import { runMigrations } from "graphile-worker";
import { type Logger, pino } from "pino";
import { workerPool } from "./pool";
import { queueLogger } from "./queue-logger";
import { maxAttempts } from "./work";

/**
 * Brings the queue's tables up to date. Runs as `berth_worker`, which owns the schema `graphile_worker` and needs no
 * right to create another. Afterwards `berth_guard` may execute `graphile_worker.queue_job(uuid)` (adds the queue's
 * job in the caller's transaction) and `graphile_worker.is_queued(uuid)`.
 */
export async function prepareQueue(workerUrl: string, logger: Logger = pino({ level: "warn" })): Promise<void> {
  const pool = workerPool(workerUrl, 2, logger);
  try {
    await pool.query(migrationsTable);
    await runMigrations({ pgPool: pool, logger: queueLogger(logger) });
    await pool.query(doorsForTheGuard);
  } finally {
    await pool.end();
  }
}

// graphile-worker makes this table by itself only together with its schema, which takes CREATE on the database.
const migrationsTable = `
create table if not exists graphile_worker.migrations (
  id int primary key,
  ts timestamptz not null default now(),
  breaking boolean not null default false
)`;

// Row-level security without policies hides the queue from everybody but its owner, hence SECURITY DEFINER.
const doorsForTheGuard = `
create or replace function graphile_worker.queue_job(job uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job('berth', json_build_object('job', job),
    job_key => job::text, job_key_mode => 'preserve_run_at', max_attempts => ${maxAttempts})
$$;

-- Held for two minutes without a lease means that its worker died before it took one.
create or replace function graphile_worker.is_queued(job uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from graphile_worker._private_jobs queued
    where queued.key = job::text
      and case when queued.locked_at is null then queued.attempts < queued.max_attempts
        else queued.locked_at > now() - interval '2 minutes' end)
$$;

revoke all on function graphile_worker.queue_job(uuid), graphile_worker.is_queued(uuid) from public;
grant usage on schema graphile_worker to berth_guard;
grant execute on function graphile_worker.queue_job(uuid), graphile_worker.is_queued(uuid) to berth_guard;
`;
