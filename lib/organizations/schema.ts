import { z } from "zod";
import { choiceWords } from "@/lib/access/choice-words";
import { line } from "@/lib/accounts/schema";
import { companySizes, industries, roleTemplates, valuesOf } from "./choices";
import { isAllowedSlug } from "./slug";

const chosen = { error: choiceWords };

/** `""` from a form means that nothing was given. */
function given<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}

/** A typed address of an organization. */
export const slugInput = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isAllowedSlug, "3 to 40 letters, digits and single hyphens, and not a reserved word.");

export const nameInput = line(100, 2);

/** What the set-up form asks for. Codes of country, currency and zone are checked against the runtime's lists by the operation. */
export const setUpShape = {
  name: nameInput,
  slug: given(slugInput.optional()),
  company_name: line(120, 2),
  industry: z.enum(valuesOf(industries), chosen),
  company_size: z.enum(valuesOf(companySizes), chosen),
  city: line(100),
  country: z.string().regex(/^[A-Z]{2}$/, "Choose a country."),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
  time_zone: given(z.string().max(64).default("UTC")),
  role_template: z.enum(valuesOf(roleTemplates), chosen).default("fleet"),
};

export const setUpForm = z.strictObject(setUpShape);
