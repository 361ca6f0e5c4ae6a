import pg from "pg";
import { env } from "@/lib/env";
import { onShutdown } from "@/lib/shutdown";

let pool: pg.Pool | undefined;
let identityPool: pg.Pool | undefined;
let countingPool: pg.Pool | undefined;

/** The server and Next's bundles each load this file: the pool that requests use is told to both. */
const pools = Symbol.for("berth.pools");
const shared = globalThis as { [pools]?: Set<pg.Pool> };

/** Connections of this process's pools: all, those without work, and requests that wait for one. */
export function poolFigures(): { total: number; idle: number; waiting: number } {
  const figures = { total: 0, idle: 0, waiting: 0 };
  for (const { totalCount, idleCount, waitingCount } of shared[pools] ?? []) {
    figures.total += totalCount;
    figures.idle += idleCount;
    figures.waiting += waitingCount;
  }
  return figures;
}

/** The request path's pool, as `berth_app`. Queries of one client are pipelined: what is sent together rides together. */
export function appPool(): pg.Pool {
  pool ??= newPool(env().database.app, 20);
  return pool;
}

/** As `berth_auth`, for what only Node can verify: codes of second factors. Two connections, made when they are needed. */
export function authPool(): pg.Pool {
  identityPool ??= newPool(env().database.auth, 2);
  return identityPool;
}

/** As `berth_app`, for counting calls: never behind transactions that wait for the count. */
export function limitPool(): pg.Pool {
  countingPool ??= newPool(env().database.app, 2);
  return countingPool;
}

function newPool(connectionString: string, max: number): pg.Pool {
  const made = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    application_name: "berth",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig); // `pipeline` is newer than the published types
  // A backend that ends is seen by its query, or replaced at the next checkout; without listeners Node would end instead.
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  shared[pools] ??= new Set();
  shared[pools].add(made);
  onShutdown(closePool);
  return made;
}

export async function closePool(): Promise<void> {
  const open = [pool, identityPool, countingPool].filter((each) => each !== undefined);
  pool = undefined;
  identityPool = undefined;
  countingPool = undefined;
  for (const each of open) shared[pools]?.delete(each);
  await Promise.all(open.map((each) => each.end()));
}
