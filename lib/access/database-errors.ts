import { DrizzleQueryError } from "drizzle-orm/errors";
import { BerthError, type ErrorCode, type ErrorOptions, type Room } from "@/lib/errors";

/** What the wall raises (db/sql/functions/20_open.sql), in the one vocabulary. */
const refusals: Record<string, ErrorCode> = {
  BE001: "unauthenticated",
  BE003: "forbidden",
  BE004: "not_found",
  BE005: "suspended",
  BE006: "confirm_password",
  BE007: "policy",
  BE008: "plan_limit",
  BE009: "conflict",
  BE022: "invalid",
  BE029: "limited",
};

type DatabaseFault = {
  code: string;
  severity: string;
  message: string;
  detail?: string;
  hint?: string;
  constraint?: string;
};

/** A refusal of the database as a BerthError; anything that is none comes back as it was. */
export function translateDatabaseError(thrown: unknown): unknown {
  if (thrown instanceof BerthError) return thrown;
  const error = withoutParameters(thrown);
  const fault = findFault(error);
  if (!fault || isConnectionLoss(error)) return isConnectionLoss(error) ? unavailable(error) : error;
  const code = refusals[fault.code];
  if (code)
    return new BerthError(code, fault.message, {
      cause: error,
      ...(fault.detail ? { reason: fault.detail } : {}),
      ...hinted(code, fault.hint),
    });
  if (fault.code === "23505") return new BerthError("conflict", "This exists already.", { cause: error });
  if (fault.code === "23P01")
    return new BerthError("conflict", "This would break a rule of the organization.", { cause: error });
  if (fault.code === "23503")
    return new BerthError("invalid", "Something that this refers to does not exist, or is still in use.", {
      cause: error,
    });
  if (fault.code === "23514" || fault.code.startsWith("22"))
    return new BerthError("invalid", "A value is not allowed here.", { cause: error });
  if (["57014", "55P03", "53300"].includes(fault.code)) return unavailable(error);
  // Without drizzle's wrapper: its message spells out the statement's parameters, and those hold secrets.
  return fault;
}

/** The wall's hint: the permission that is missing, or what is full. */
function hinted(code: ErrorCode, hint: string | undefined): Pick<ErrorOptions, "permission" | "room"> {
  if (!hint) return {};
  return code === "plan_limit" ? { room: JSON.parse(hint) as Room } : { permission: hint }; // of guard.refuse_full
}

/** Drizzle writes a statement's parameters, secrets among them, into its message: only the database's own error goes on. */
function withoutParameters(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error("A statement failed.")) : error;
}

/** The unique key that a statement broke, by its name; undefined for any other error. */
export function brokenKey(error: unknown): string | undefined {
  const fault = findFault(error);
  return fault?.code === "23505" ? fault.constraint : undefined;
}

/** A row that others refer to was to go. */
export function isStillUsed(error: unknown): boolean {
  return findFault(error)?.code === "23503";
}

/** Somebody else held a row for longer than anybody waits. */
export function isLockTimeout(error: unknown): boolean {
  return findFault(error)?.code === "55P03";
}

/** Deadlocks and serialization failures: nothing happened, the same work may be tried again. */
export function isRetryable(error: unknown): boolean {
  const fault = findFault(error);
  return fault?.code === "40P01" || fault?.code === "40001";
}

function unavailable(cause: unknown): BerthError {
  return new BerthError("unavailable", "The database is busy or away. Nothing was changed; try again in a moment.", {
    cause,
    retryAfter: 5,
  });
}

/**
 * The server or the way to it went: what was not committed did not happen. FATAL ends the connection or never let it
 * begin: the server is going down, coming up, full or closed for repair.
 */
export function isConnectionLoss(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = "code" in each ? each.code : undefined;
    if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE") return true;
    if ("severity" in each && each.severity === "FATAL") return true;
    if (/Connection terminated|not queryable|timeout exceeded when trying to connect/.test(each.message)) return true;
  }
  return false;
}

function findFault(error: unknown): DatabaseFault | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string" && /^[0-9A-Z]{5}$/.test(each.code) && "severity" in each)
      return each as Error & DatabaseFault;
  }
  return undefined;
}
