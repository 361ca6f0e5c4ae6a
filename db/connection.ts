import pg from "pg";
import { env } from "@/lib/env";
import { onShutdown } from "@/lib/shutdown";

const pools = new Map<string, pg.Pool>();

/** The request path's pool, as `berth_app`. Queries of one client are pipelined: what is sent together rides together. */
export function appPool(): pg.Pool {
  return pool(env().database.app, 20);
}

export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((each) => each.end()));
}

function pool(url: string, max: number): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const made = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    application_name: "berth",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  // A backend that ends while idle is replaced at the next checkout; without a listener Node would end instead.
  made.on("error", () => undefined);
  if (pools.size === 0) onShutdown(closePools);
  pools.set(url, made);
  return made;
}
