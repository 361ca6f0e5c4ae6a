import { createHash } from "node:crypto";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { appPool } from "@/db/connection";
import { BerthError } from "@/lib/errors";
import { log } from "@/lib/log";

/** `cost`: how many tries it counts as; 1 without it. `shared`: all of an organization fill it. */
export type Bucket = { name: string; key: string; points: number; seconds: number; cost?: number; shared?: boolean };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one try in each bucket, in their order, and throws `limited` with the seconds to wait at the first full one. A
 * refused try counts no further: a network that is shut out cannot fill the bucket of somebody else's address. Counters
 * live in PostgreSQL and are exact over any number of processes; keys are hashed, so the table names nobody.
 */
export async function consume(buckets: Bucket[]): Promise<void> {
  for (const bucket of buckets) {
    try {
      await limiter(bucket).consume(hashed(bucket.key), bucket.cost ?? 1);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      if (bucket.shared) await giveBack([bucket]);
      const { msBeforeNext } = refused as RateLimiterRes; // the library rejects with its own record, or an Error
      const wait = Math.max(msBeforeNext / 1000, 1);
      throw new BerthError("limited", `Too many tries. Wait ${inWords(wait)} and try again.`, {
        retryAfter: Math.ceil(wait),
      });
    }
  }
}

/** Takes back what a try counted that turned out to be no guess. Where that fails the try counts, and the act stands. */
export async function giveBack(buckets: Bucket[]): Promise<void> {
  const given = buckets.map((bucket) => limiter(bucket).reward(hashed(bucket.key), bucket.cost ?? 1));
  await Promise.all(given).catch((error: unknown) => log.warn({ err: error }, "a try could not be taken back"));
}

function limiter({ name, points, seconds }: Bucket): RateLimiterPostgres {
  const id = `${name}:${points}:${seconds}`;
  const known = limiters.get(id);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: appPool(),
    storeType: "pool",
    tableName: "limits",
    tableCreated: true,
    keyPrefix: id,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  limiters.set(id, made);
  return made;
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** How long to wait, as people say it: a second, 12 seconds, 5 minutes, 21 hours. */
export function inWords(seconds: number): string {
  if (seconds <= 1) return "a second";
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} minutes`;
  return `${Math.ceil(seconds / 3600)} hours`;
}
