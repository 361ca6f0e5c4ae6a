import { z } from "zod";
import { permissions } from "@/lib/access/permissions";
import { reasonInput } from "@/lib/console/schema";
import { idInput, idOutput } from "@/lib/ids";

const moment = z.coerce.date();

export const memberReference = z.strictObject({ organizationId: idInput("org"), id: idInput("mem") });

/** Minutes; an hour is the most. */
export const lengths = ["15", "30", "60"] as const;

export const startInput = z.strictObject({
  organizationId: idInput("org"),
  id: idInput("mem"),
  reason: reasonInput,
  minutes: z.enum(lengths).default("30"),
});

export const raiseInput = z.strictObject({ reason: reasonInput });

export const sessionReference = z.strictObject({ id: idInput("sup") });

/** Who is about to be acted as, and why that cannot be. */
export const target = z.object({
  organization: z.object({ id: idOutput("org"), name: z.string(), slug: z.string() }),
  id: idOutput("mem"),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  fault: z.string().nullable(),
  /** How the super admin proves who they are. */
  proof: z.enum(["password", "factor", "provider"]),
});

/** What stands above every page of a support session. */
export const ownSession = z.object({
  name: z.string(),
  organization: z.string(),
  raised: z.boolean(),
  expires_at: moment,
  /** By the database's clock, so that a browser with a wrong one counts right. */
  seconds_left: z.number(),
  /** How the super admin proves who they are. */
  proof: z.enum(["password", "factor", "provider"]),
  /** What the pages offer meanwhile. */
  permissions: z.array(z.enum(permissions)),
});

/** A running one, as the organization sees it. */
export const supportSession = z.object({
  id: idOutput("sup"),
  member_id: idOutput("mem"),
  member: z.string(),
  support: z.string(),
  reason: z.string(),
  raise_reason: z.string().nullable(),
  raised: z.boolean(),
  started_at: moment,
  expires_at: moment,
});

export type SupportSession = z.output<typeof supportSession>;

export const endings = [
  "stopped",
  "stopped_by_platform",
  "stopped_by_organization",
  "signed_out",
  "lost",
  "expired",
  "replaced",
] as const;

export const platformSession = z.object({
  id: idOutput("sup"),
  organization_id: idOutput("org"),
  organization: z.string(),
  member: z.string(),
  email: z.string(),
  support: z.string(),
  reason: z.string(),
  raise_reason: z.string().nullable(),
  raised: z.boolean(),
  started_at: moment,
  expires_at: moment,
  ended_at: moment.nullable(),
  ended_as: z.enum(endings).nullable(),
  running: z.boolean(),
  mine: z.boolean(),
});

export type PlatformSession = z.output<typeof platformSession>;
