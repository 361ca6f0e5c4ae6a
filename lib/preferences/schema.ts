import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { valuesOf } from "@/lib/organizations/choices";

export const weekStarts = [
  { value: "monday", label: "Monday" },
  { value: "sunday", label: "Sunday" },
  { value: "saturday", label: "Saturday" },
] as const;

export const dateFormats = [
  { value: "day-month-year", label: "21 Nov 2026" },
  { value: "month-day-year", label: "Nov 21, 2026" },
  { value: "year-month-day", label: "2026-11-21" },
] as const;

export const clocks = [
  { value: "24", label: "24 hours, 15:04" },
  { value: "12", label: "12 hours, 3:04 PM" },
] as const;

/** `EUR, USD` from a form, or a list. The operation holds each to ISO 4217. */
const currencies = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean)
      : value,
  z
    .array(z.string().regex(/^[A-Z]{3}$/, "Three letters for each, such as EUR, GBP."))
    .max(20, "At most 20 currencies.")
    .transform((codes) => [...new Set(codes)]),
);

const service = z.preprocess((value) => (value === "" ? null : value), line(60).nullable());

/** How people of the organization work. Every field has a default; what was never chosen is read as that. */
export const preferences = z.object({
  week_start: z.enum(valuesOf(weekStarts)).default("monday"),
  date_format: z.enum(valuesOf(dateFormats)).default("day-month-year"),
  clock: z.enum(valuesOf(clocks)).default("24"),
  currencies: z.array(z.string()).default([]),
  default_service: z.string().nullable().default(null),
});

export type Preferences = z.output<typeof preferences>;

/** Only what is given changes. */
export const preferencesInput = z.strictObject({
  week_start: z.enum(valuesOf(weekStarts)).optional(),
  date_format: z.enum(valuesOf(dateFormats)).optional(),
  clock: z.enum(valuesOf(clocks)).optional(),
  currencies: currencies.optional(),
  default_service: service.optional(),
});
