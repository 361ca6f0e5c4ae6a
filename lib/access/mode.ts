import { type SQL, sql } from "drizzle-orm";
import { faultsAt } from "@/lib/errors";
import type { Database } from "./database";

/**
 * A condition beside the organization's, for lists: test records are few, and found by an index of their own. Live ones
 * need none, since the policy hides the others.
 */
export function inMode({ testMode }: Pick<Database, "testMode">, column: { getSQL(): SQL }): SQL | undefined {
  return testMode ? sql`${column}` : undefined;
}

/** Throws `invalid` where an input says another mode than the request has. */
export function requireMode({ testMode }: Pick<Database, "testMode">, given: unknown, field: string): void {
  if (typeof given !== "boolean" || given === testMode) return;
  const said = testMode
    ? "This request works with test records. Use a live key, or leave X-Test-Mode out."
    : "This request works with live records. Use a test key, or send X-Test-Mode: true.";
  throw faultsAt({ [field]: [said] });
}
