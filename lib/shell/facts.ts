import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";

/** The acting person, as every signed-in page shows them. */
export const face = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  timeZone: z.string(),
  superAdmin: z.boolean(),
  /** What they prove again where it matters. */
  proof: z.enum(["password", "factor", "provider"]),
  secondFactor: z.boolean(),
  /** When this organization will want a second factor, of somebody who has none. */
  factorFrom: z.date().nullable(),
  /** The version of the installation's terms that they have still to accept. */
  terms: z.number().nullable(),
});

const faceRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    time_zone: z.string(),
    super_admin: z.boolean(),
    second_factor: z.boolean(),
    proof: z.enum(["password", "factor", "provider"]),
    factor_from: z.coerce.date().nullable(),
    terms: z.number().nullable(),
  })
  .transform(({ time_zone, super_admin, second_factor, factor_from, ...rest }) => ({
    ...rest,
    timeZone: time_zone,
    superAdmin: super_admin,
    secondFactor: second_factor,
    factorFrom: factor_from,
  }));

export function myFace(db: Database): Promise<z.infer<typeof face>> {
  return db.call(sql`guard.my_face()`, faceRow);
}

/** What waits in the organization. A part that the acting person may not see is missing. */
export const waiting = z.object({
  requests: z.number().optional(),
  oldestRequest: z.string().nullish(),
  invitations: z.number().optional(),
  expiring: z.number().optional(),
  failingMail: z.number().optional(),
  liveKeys: z.number().optional(),
  usedKeys: z.number().optional(),
  failingWebhooks: z.number().optional(),
});

export type Waiting = z.infer<typeof waiting>;

const waitingRow = z
  .object({
    requests: z.number().optional(),
    oldest_request: z.string().nullish(),
    invitations: z.number().optional(),
    expiring: z.number().optional(),
    failing_mail: z.number().optional(),
    live_keys: z.number().optional(),
    used_keys: z.number().optional(),
    failing_webhooks: z.number().optional(),
  })
  .transform(({ oldest_request, failing_mail, live_keys, used_keys, failing_webhooks, ...rest }) => ({
    ...rest,
    oldestRequest: oldest_request,
    failingMail: failing_mail,
    liveKeys: live_keys,
    usedKeys: used_keys,
    failingWebhooks: failing_webhooks,
  }));

export function whatWaits(db: Database): Promise<Waiting> {
  return db.call(sql`guard.waiting()`, waitingRow);
}
