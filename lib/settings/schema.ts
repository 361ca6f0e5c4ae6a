import { z } from "zod";
import { choiceWords } from "@/lib/access/choice-words";
import { line } from "@/lib/accounts/schema";
import { idInput, idOutput } from "@/lib/ids";
import { companySizes, industries, roleTemplates, valuesOf } from "@/lib/organizations/choices";
import { isAllowedSlug } from "@/lib/organizations/slug";
import { outsideId } from "@/lib/outside-id";

/** `""` from a form empties the field. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? null : value), schema.nullable());
}

export const weightUnits = [
  { value: "kg", label: "Kilograms" },
  { value: "g", label: "Grams" },
  { value: "lb", label: "Pounds" },
  { value: "oz", label: "Ounces" },
] as const;

export const dimensionUnits = [
  { value: "cm", label: "Centimetres" },
  { value: "in", label: "Inches" },
] as const;

/** What `settings.update` takes. Country, currency and zone are held to the runtime's lists by the operation. */
export const generalInput = z.strictObject({
  name: line(100, 2),
  company_name: optional(line(120)),
  industry: optional(z.enum(valuesOf(industries), { error: choiceWords })),
  company_size: optional(z.enum(valuesOf(companySizes), { error: choiceWords })),
  city: optional(line(100)),
  country: optional(z.string().regex(/^[A-Z]{2}$/, "Choose a country.")),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
  time_zone: z.string().min(1, "Choose a time zone.").max(64),
  weight_unit: z.enum(valuesOf(weightUnits)),
  dimension_unit: z.enum(valuesOf(dimensionUnits)),
});

export const rolesInput = z.strictObject({
  role_template: z.enum(valuesOf(roleTemplates)),
  default_role: z.string().min(1, "Choose a role.").max(40),
});

const hoursOrNone = (least: number) =>
  optional(z.coerce.number("Choose one.").int().min(least, "Choose one.").max(2160, "At most 90 days."));

/** Times of a request to join, in hours; nothing switches a step off. */
export const requestsInput = z
  .strictObject({
    due_hours: hoursOrNone(1),
    reminder_hours: hoursOrNone(0),
    escalation_hours: hoursOrNone(0),
    close_hours: hoursOrNone(0),
  })
  .superRefine(({ due_hours, reminder_hours, escalation_hours, close_hours }, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (due_hours !== null && reminder_hours !== null && reminder_hours >= due_hours)
      fault("reminder_hours", "The reminder must come after somebody asked: choose a shorter time.");
    if (close_hours !== null && escalation_hours !== null && close_hours < escalation_hours)
      fault("close_hours", "Close no earlier than the owner is told.");
  });

export const addressInput = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .refine(isAllowedSlug, "3 to 40 letters, digits and single hyphens, and not a reserved word."),
});

export const deleteInput = z.strictObject({ name: z.string().max(200) });

export const settings = z.object({
  id: outsideId("org"),
  slug: z.string(),
  name: z.string(),
  company_name: z.string().nullable(),
  industry: z.string().nullable(),
  company_size: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  currency: z.string(),
  time_zone: z.string(),
  weight_unit: z.string(),
  dimension_unit: z.string(),
  role_template: z.string(),
  default_role: z.string(),
  strict_ladder: z.boolean(),
  due_hours: z.number().nullable(),
  reminder_hours: z.number().nullable(),
  escalation_hours: z.number().nullable(),
  close_hours: z.number().nullable(),
  roles: z.array(z.object({ key: z.string(), name: z.string(), description: z.string() })),
});

export type Settings = z.output<typeof settings>;

export const memberReference = z.strictObject({ member: idInput("mem") });
export const transferReference = z.strictObject({ id: idInput("otr") });

export const ownership = z.object({
  owner: z.object({ name: z.string(), email: z.string() }),
  mine: z.boolean(),
  offer: z
    .object({
      id: idOutput("otr"),
      from: z.string(),
      to: z.string(),
      toEmail: z.string(),
      forMe: z.boolean(),
      createdAt: z.date(),
      expiresAt: z.date(),
    })
    .nullable(),
  ended: z
    .object({ state: z.enum(["cancelled", "declined"]), at: z.date().nullable() })
    .nullable()
    .meta({ description: "The last offer to you, for a day after it ended without you." }),
  candidates: z.array(z.object({ id: idOutput("mem"), name: z.string(), email: z.string() })),
});

export type Ownership = z.output<typeof ownership>;
