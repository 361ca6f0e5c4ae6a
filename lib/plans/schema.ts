import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { reasonInput } from "@/lib/console/schema";
import { idInput } from "@/lib/ids";
import { featureNames, limitNames, limits } from "./words";

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

/** As the console's forms send it: a number, also with its thousands set apart, nothing, or "any" for any number. */
const typed = (value: unknown) => {
  if (typeof value !== "string") return value;
  const text = value.trim().toLowerCase();
  if (text === "any") return null;
  if (text === "") return undefined;
  return /^-?\d+$|^\d{1,3}([ ,.])\d{3}(\1\d{3})*$/.test(text) ? Number(text.replaceAll(/[ ,.]/g, "")) : Number.NaN;
};
const typedLimits = z.strictObject(
  Object.fromEntries(limitNames.map((name) => [name, z.preprocess(typed, amounts[name])])),
) as unknown as z.ZodType<Partial<Record<(typeof limitNames)[number], number | null>>>; // one for each name

const switched = z.preprocess((value) => value === true || value === "true" || value === "on", z.boolean());

export const planInput = z.strictObject({
  key: planKey,
  name: line(60, 1),
  description: z.string().trim().max(200, "200 characters at most.").default(""),
  /** Those that it has. */
  features: z.partialRecord(featureName, switched).default({}),
  /** What is left out has no limit. */
  limits: typedLimits.default({}),
});
export const planPreviewInput = planInput.extend({ isNew: switched.default(false) });
export const planReference = z.strictObject({ key: planKey });

/** Features and limits: what is left out is as the plan says. */
export const organizationPlanInput = z.strictObject({
  organizationId: idInput("org"),
  plan: planKey,
  limits: typedLimits.default({}),
  features: z.partialRecord(featureName, z.enum(["", "on", "off"])).default({}),
  reason: reasonInput,
});

const offered = z.record(z.string(), z.array(z.string())).meta({
  description:
    "Of each feature that is off, the plans that would bring it; none where it is off for this organization alone.",
});
const use = z.object({ most, plan: most, used: z.number() });
export const planFacts = z.object({
  plan: z.object({ key: z.string(), name: z.string(), description: z.string() }),
  /** Features that are switched off. */
  withheld: z.array(z.string()),
  offered,
  limits: z.object({
    max_users: use,
    keys: use,
    webhooks: use,
    branches: use,
    roles: use,
    api_calls_a_day: use,
  }),
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

/** A plan as its form shows it. */
export const planFound = planRow.extend({ features: z.record(z.string(), z.boolean()) });
export type PlanFound = z.output<typeof planFound>;

export const planEffect = z.object({
  organizations: z.coerce.number(),
  switched_off: z.array(z.string()),
  switched_on: z.array(z.string()),
  limits: z.array(z.object({ name: limitName, was: most, becomes: most, past: z.coerce.number() })),
});
export type PlanEffect = z.output<typeof planEffect>;
