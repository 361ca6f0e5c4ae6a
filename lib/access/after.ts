import { hash } from "node:crypto";
import { appPool } from "@/db/connection";
import type { BerthError } from "@/lib/errors";
import { log } from "@/lib/log";
import { flushCalls } from "./call-log";
import type { Handle } from "./handle";
import type { Ticket } from "./operation";

const touched = new Map<string, number>();
const minute = 60_000;

/** Notes the credential's last use, at most once a minute, without holding up the answer. */
export function touch(handle: Handle): void {
  const secret = "secret" in handle.credential ? handle.credential.secret : undefined;
  if (!secret) return;
  const key = hash("sha256", secret, "base64url");
  const now = Date.now();
  if ((touched.get(key) ?? 0) > now - minute) return;
  if (touched.size > 50_000) touched.clear();
  touched.set(key, now);
  later("touch", appPool().query("select guard.touch($1, $2, $3)", [secret, audienceOf(handle), request(handle)]));
}

/** Rules of PERMISSIONS.md that hold whatever somebody's rights are. */
const rules = new Set([
  "above_own_rights",
  "owners_only",
  "owner_protected",
  "owner_by_transfer",
  "only_owner",
  "self",
  "built_in",
  "branch_of_others",
]);

/** Whether a permission, a rule or the organization's policy refused: that is on the record. What was typed wrong is not. */
export function isRefusal({ code, reason = "" }: BerthError): boolean {
  if (code === "forbidden" || code === "policy" || code === "confirm_password") return true;
  return (code === "unauthenticated" && reason === "session_over") || (code === "invalid" && rules.has(reason));
}

/** Puts a refusal on the record; the database re-evaluates it first, and counts what comes again and again. */
export function recordRefusal(handle: Handle, operation: string, { reason, permission }: BerthError): void {
  const { credential } = handle;
  if (credential.kind !== "session" && credential.kind !== "key" && credential.kind !== "token") return;
  const named = credential.kind === "token" ? credential.organizationId : undefined;
  later(
    "refusal",
    appPool().query("select guard.record_refusal($1, $2, $3, $4, $5, $6)", [
      credential.secret,
      audienceOf(handle),
      operation,
      request(handle),
      JSON.stringify({ reason, permission }),
      named ?? null,
    ]),
  );
}

/** Tells those who can make room that somebody found no seat; the database looks for itself, and tells it once. */
export function tellNoSeat(handle: Handle, operation: string, ticket: Ticket): void {
  const { secret = null, invitation = null } = { ...ticket } as Partial<Record<"secret" | "invitation", string>>; // either
  later(
    "no seat",
    appPool().query("select guard.tell_no_seat($1, $2, $3, $4)", [operation, secret, invitation, request(handle)]),
  );
}

const pending = new Set<Promise<unknown>>();

/** Waits for what was still being written after answers: for a graceful end and for tests. */
export async function settled(): Promise<void> {
  await Promise.allSettled(pending);
  await new Promise((resolve) => setImmediate(resolve)); // lines are written up once the answer is on its way
  await flushCalls();
}

function later(what: string, work: Promise<unknown>): void {
  const guarded = work
    .catch((error: unknown) => log.warn({ err: error, what }, "could not be written after the answer"))
    .finally(() => pending.delete(guarded));
  pending.add(guarded);
}

function audienceOf(handle: Handle): string {
  return "audience" in handle.credential ? handle.credential.audience : "";
}

function request(handle: Handle): string {
  return JSON.stringify(handle.request);
}
