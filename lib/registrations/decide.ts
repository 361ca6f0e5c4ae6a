import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { normalizeRoleKey } from "@/lib/access/roles";
import { baseEnv } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { registrationsRepository } from "./repository";
import { closedAs, outcome, requestState } from "./schema";

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
  const decisions = [];
  for (const { id, name, email } of known) {
    const { token, sealed } = activationLink(email);
    const call = sql`guard.decide_registration(${id}, ${approve}, ${roleKey}, ${note}, ${token}, ${sealed},
      ${sql.param(branches)}::uuid[])`;
    const { outcome, state, closed_as, by, at } = await db.call(call, answer);
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
  return decisions;
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
