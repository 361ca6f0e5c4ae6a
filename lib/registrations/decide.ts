import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { translateDatabaseError } from "@/lib/access/database-errors";
import { normalizeRoleKey } from "@/lib/access/roles";
import { baseEnv } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { room } from "@/lib/plans/schema";
import { registrationsRepository } from "./repository";
import { closedAs, type Decision, outcome, requestState } from "./schema";

type Decided = Omit<Decision, "noSeat">;
type Given = { ids: string[]; approve: boolean; role?: string | undefined; note: string; branches?: string[] | null };

/** What the database answers somebody who was late: what it is now, who was first, and when. */
export const decidedBefore = z.object({
  outcome: z.literal("decided"),
  state: requestState,
  closed_as: closedAs.nullable(),
  by: z.string().nullable(),
  at: z.coerce.date().nullable(),
  joined: z.boolean(),
});

const answer = z.object({
  outcome,
  state: requestState.optional(),
  closed_as: closedAs.nullish(),
  by: z.string().nullish(),
  at: z.coerce.date().nullish(),
});

/**
 * Decides requests one after the other in one transaction, always in the same order, so that two deciders of the same
 * requests never wait for each other. Each answers for itself; a role that may not be given refuses all.
 */
export async function decide(db: Database, { ids, approve, role, note, branches = null }: Given) {
  const known = await registrationsRepository(db).findMany(ids);
  const roleKey = approve ? (role ? normalizeRoleKey(role) : await defaultRole(db)) : null;
  const decisions: Decided[] = [];
  for (const { id, name, email } of known) {
    const { token, sealed } = activationLink(email);
    const call = sql`guard.decide_registration(${id}, ${approve}, ${roleKey}, ${note}, ${token}, ${sealed},
      ${sql.param(branches)}::uuid[])`;
    const { outcome, state, closed_as, by, at } = await db.call(call, answer).catch((error: unknown) => {
      throw tooFewSeats(translateDatabaseError(error), { asked: known.length, taken: joinedOf(decisions).length });
    });
    decisions.push({
      id,
      name,
      email,
      outcome,
      state: state ?? (approve ? ("approved" as const) : ("rejected" as const)),
      closedAs: closed_as ?? (approve || state ? null : ("rejected" as const)),
      decidedByName: by ?? null,
      decidedAt: at ?? null,
    });
  }
  const full = decisions.some(isWaiting) && (await noSeatIsLeft(db));
  return decisions.map((each) => ({ ...each, noSeat: full && isWaiting(each) }));
}

function isWaiting({ outcome }: Decided): boolean {
  return outcome === "waiting";
}

function joinedOf(decisions: Decided[]): Decided[] {
  return decisions.filter(({ outcome }) => outcome === "joined");
}

/** Whoever has no account takes a seat only when they join; by then there may be one again. */
async function noSeatIsLeft(db: Database): Promise<boolean> {
  const { most, used } = await db.call(sql`guard.room_left('max_users')`, room);
  return most !== null && used !== null && used >= most;
}

/** Of several the database tells the figures at the one that found no seat; those before it go back with it. */
function tooFewSeats(error: unknown, { asked, taken }: { asked: number; taken: number }): unknown {
  if (!(error instanceof BerthError) || error.code !== "plan_limit" || taken === 0) return error;
  const { most, used = taken, name = "max_users" } = error.room ?? {};
  const left = `${taken === 1 ? "One seat is" : `${taken} seats are`} left for ${asked} requests, so none was approved.`;
  return new BerthError("plan_limit", `${left} Choose fewer, or suspend or remove somebody to make room.`, {
    cause: error,
    room: { name, ...(most === undefined ? {} : { most }), used: used - taken },
    ...(error.reason ? { reason: error.reason } : {}),
  });
}

/** A token bound to one address, and its link as only that address's mail may show it. */
export function activationLink(email: string): { token: string; sealed: string } {
  const { secret, rootUrl } = baseEnv();
  const token = `ac_${randomBytes(32).toString("base64url")}`;
  const link = rootLink(rootUrl, `/activate/open?token=${token}`);
  return { token, sealed: sealMailSecrets(secret, { template: "activation", to: email, secrets: { link } }) };
}

/** The link by which somebody without an account sees what became of a request, as only that address's mail shows it. */
export function statusLink(email: string): { token: string; sealed: string } {
  const { secret, rootUrl } = baseEnv();
  const token = `rq_${randomBytes(32).toString("base64url")}`;
  const link = rootLink(rootUrl, `/request/open?token=${token}`);
  return { token, sealed: sealMailSecrets(secret, { template: "request-received", to: email, secrets: { link } }) };
}

export async function defaultRole(db: Database): Promise<string> {
  return db.call(
    sql`(select default_role_key from organizations where id = ${db.organizationId})`,
    z.string().default("user"),
  );
}
