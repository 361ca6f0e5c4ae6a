import type { ApiKey } from "./schema";

type Facts = Pick<ApiKey, "createdAt" | "expiresAt" | "revokedAt" | "lastUsedAt"> & {
  endedAs: "revoked" | "rotated" | "maker_left" | null;
};

const day = 86_400_000;
const longUnused = 60 * day;

/** What a key is now: it works as `active` and as `replaced`. */
export function stateOf({ expiresAt, revokedAt, endedAs }: Facts, now: number): ApiKey["state"] {
  const over = expiresAt !== null && expiresAt.getTime() <= now;
  if (revokedAt) return endedAs ?? "revoked";
  if (endedAs === "rotated") return over ? "rotated" : "replaced";
  return over ? "expired" : "active";
}

/** It works, and for sixty days nobody used it. */
export function isUnused(key: Facts, now: number): boolean {
  const since = (key.lastUsedAt ?? key.createdAt).getTime();
  return stateOf(key, now) === "active" && since < now - longUnused;
}

/** Whether it opens anything still, or could again. */
export function isOver({ state }: Pick<ApiKey, "state">): boolean {
  return state === "revoked" || state === "rotated" || state === "maker_left";
}
