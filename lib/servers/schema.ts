import { z } from "zod";
import { emailInput, line } from "@/lib/accounts/schema";
import { newOrganizationInput } from "@/lib/console/schema";
import { idInput, idOutput } from "@/lib/ids";
import { featureName, featuresInput, limitsInput, planKey } from "@/lib/plans/schema";

/** What a server may be let into. */
export const serverScopes = {
  "organizations.create": "Create organizations",
  "members.invite": "Add people to the organizations it created, or invite them",
} as const;

const scope = z.enum(Object.keys(serverScopes) as [keyof typeof serverScopes, ...(keyof typeof serverScopes)[]]); // all of them

export const createServerInput = z.strictObject({
  label: line(100),
  scopes: z.preprocess(
    (value) => (typeof value === "string" ? value.split(",") : value),
    z.array(scope).min(1, "Choose one at least."),
  ),
  days: z.coerce.number("Give a number.").int().min(1, "At least one day.").max(730, "Two years at most.").default(365),
});

export const serverReference = z.strictObject({ id: idInput("srv") });

export const newServer = z.object({ id: idOutput("srv"), label: z.string(), key: z.string() });
export type NewServer = z.output<typeof newServer>;

const moment = z.coerce.date();

export const serverRow = z.object({
  id: idOutput("srv"),
  label: z.string(),
  last4: z.string(),
  scopes: z.array(scope),
  made_by: z.string(),
  created_at: moment,
  expires_at: moment,
  revoked_at: moment.nullable(),
  last_used_at: moment.nullable(),
  last_used_address: z.string().nullable(),
  organizations: z.coerce.number(),
});
export type ServerRow = z.output<typeof serverRow>;

const { name, slug, currency, timeZone, roleTemplate } = newOrganizationInput.shape;

/** What a new organization has: a plan, and less of it than the plan says. More than a plan has only a super admin agrees to. */
const settings = z.strictObject({
  plan: planKey.optional().meta({ description: "Without it the one that new organizations begin with." }),
  maxUsers: limitsInput.shape.max_users,
  limits: limitsInput.omit({ max_users: true }).default({}),
  features: z
    .union([featuresInput, z.array(featureName)])
    .default({})
    .meta({ description: "Each feature on or off; as a list, those that it has and no others." }),
});

export const organizationByServer = z.strictObject({
  name,
  slug,
  ownerEmail: emailInput.meta({ description: "Who is invited to own it." }),
  currency: currency.default("USD"),
  timeZone: timeZone.default("UTC"),
  roleTemplate: roleTemplate.default("fleet"),
  settings: settings.prefault({}),
});

export const addByServer = z.strictObject({
  id: idInput("org"),
  email: emailInput.optional(),
  userId: idInput("usr")
    .optional()
    .meta({ description: "In place of the address: adds who accepted terms that say so, and nobody else." }),
  role: z.string().min(1).max(40).optional().meta({ description: "Without it the organization's default role." }),
});
