import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { reasonInput } from "@/lib/console/schema";
import { idInput } from "@/lib/ids";
import { featureNames, limitNames, limits } from "./catalogue";

export const featureName = z.enum(featureNames, "There is no such feature.");
export const limitName = z.enum(limitNames, "There is no such limit.");

const most = z.number().nullable().meta({ description: "Null: any number." });
const amount = z.int("Give a whole number.").max(999_999_999, "That is too many.");
const amounts = Object.fromEntries(
  limitNames.map((name) => [
    name,
    amount.min(limits[name].least, `At least ${limits[name].least}.`).nullable().optional(),
  ]),
) as Record<(typeof limitNames)[number], z.ZodOptional<z.ZodNullable<typeof amount>>>; // one for each name

/** Of each limit its number; null is none. What is left out stays as the plan has it. */
export const limitsInput = z.strictObject(amounts);
export const featuresInput = z.partialRecord(featureName, z.boolean());

export const planKey = z.string().regex(/^[a-z][a-z0-9_]{1,30}$/, "2 to 31 small letters, digits and underscores.");

const planFields = {
  name: line(60, 1),
  description: z.string().trim().max(200, "200 characters at most.").default(""),
  without: z.array(featureName).default([]),
  limits: limitsInput.default({}),
};
export const planInput = z.strictObject({ key: planKey, ...planFields });
export const planReference = z.strictObject({ key: planKey });
export const planEffectInput = planInput.omit({ name: true, description: true });

export const organizationPlanInput = z.strictObject({
  organizationId: idInput("org"),
  plan: planKey,
  limits: limitsInput.default({}),
  features: featuresInput.default({}),
  reason: reasonInput,
});

const offered = z
  .record(z.string(), z.array(z.string()))
  .meta({ description: "Of each feature, the plans that have it." });
export const planFacts = z.object({
  plan: z.object({ key: z.string(), name: z.string(), description: z.string() }),
  /** Features that are switched off. */
  withheld: z.array(z.string()),
  offered,
  limits: z.record(limitName, z.object({ most, plan: most, used: z.number() })),
  /** What holds for this organization alone, beside its plan. */
  agreed: z.object({
    limits: z.record(z.string(), most),
    features: z.record(z.string(), z.boolean()),
    reason: z.string(),
  }),
});
export type PlanFacts = z.output<typeof planFacts>;

export const withheldHere = z.object({ plan: z.string(), withheld: z.array(z.string()), offered });
export type WithheldHere = z.output<typeof withheldHere>;

export const room = z.object({ most, used: z.number().nullable() });
export type Room = z.output<typeof room>;

export const planRow = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  without: z.array(z.string()),
  limits: z.record(z.string(), most),
  /** New organizations begin with it. */
  begins: z.boolean(),
  archived_at: z.coerce.date().nullable(),
  updated_at: z.coerce.date(),
  organizations: z.coerce.number(),
});
export type PlanRow = z.output<typeof planRow>;

export const planEffect = z.object({
  organizations: z.coerce.number(),
  switched_off: z.array(z.string()),
  switched_on: z.array(z.string()),
  limits: z.array(z.object({ name: limitName, was: most, becomes: most, past: z.coerce.number() })),
});
export type PlanEffect = z.output<typeof planEffect>;
