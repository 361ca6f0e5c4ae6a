import { z } from "zod";
import { emailInput, line } from "@/lib/accounts/schema";

const part = (most: number) => line(most, 0).default("");

/** Where somebody is. Parts that an address does not have are empty; the country is ISO 3166-1 alpha-2. */
export const postalInput = z.strictObject({
  name: line(100),
  company: part(100),
  street: line(120),
  extra: part(120),
  city: line(100),
  region: part(60),
  postcode: part(20),
  country: z.string().regex(/^[A-Z]{2}$/, "Choose a country."),
  phone: part(40),
  email: z.union([z.literal(""), emailInput]).default(""),
});

/** One that may be missing: null, or every part of it empty, as a form sends it. */
export const optionalPostal = z
  .preprocess((given) => (isBlank(given) ? null : given), postalInput.nullable())
  .optional();

function isBlank(given: unknown): boolean {
  if (given === null || typeof given !== "object" || Array.isArray(given)) return false;
  const parts = Object.values(given);
  return parts.length > 0 && parts.every((part) => part === "");
}

const shown = z.string().default("");

export const postalOutput = z.object({
  name: z.string(),
  company: shown,
  street: z.string(),
  extra: shown,
  city: z.string(),
  region: shown,
  postcode: shown,
  country: z.string(),
  phone: shown,
  email: shown,
});

export type PostalAddress = z.output<typeof postalOutput>;
