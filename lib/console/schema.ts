import { z } from "zod";
import { emailInput, line } from "@/lib/accounts/schema";
import { isValidSlug } from "@/lib/hosts";
import { idInput } from "@/lib/ids";

/** Why a super admin looks or acts; the organization's admins read it. */
export const reasonInput = line(300, 5);

export const suspendInput = z.strictObject({ organizationId: idInput("org"), reason: reasonInput });

const callsInput = z.coerce
  .number("Give a number.")
  .int("Give a whole number.")
  .min(1, "At least 1.")
  .max(10_000_000, "At most 10,000,000.");

export const apiLimitsInput = z.strictObject({
  organizationId: idInput("org"),
  perCredential: callsInput,
  calls: callsInput,
});

export const newOrganizationInput = z.strictObject({
  name: line(100, 2),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      (slug) => isValidSlug(slug) && !slug.startsWith("xn-"),
      "3 to 40 letters, digits and single hyphens; some words are reserved.",
    ),
  email: emailInput,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "Three letters, such as EUR."),
  timeZone: z.string().refine(isTimeZone, "Choose a time zone."),
  roleTemplate: z.enum(["fleet", "staff", "procurement"]),
});

export const ownerInput = z.strictObject({ organizationId: idInput("org"), email: emailInput });

export type OrganizationState = "active" | "suspended" | "awaiting_owner" | "deleted";

export const organizationStates = ["active", "suspended", "awaiting_owner", "deleted"] as const;

export const jobStates = ["waiting", "leased", "failed", "done"] as const;

export type JobState = (typeof jobStates)[number];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
