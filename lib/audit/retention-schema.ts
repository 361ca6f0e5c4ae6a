import { z } from "zod";

const year = 365;

/** Days that the trail is kept, null for good; and what they will be, where a shorter time waits. */
export const retention = z.object({
  days: z.number().nullable(),
  next: z.number().nullable(),
  next_from: z.coerce.date().nullable(),
});

export type Retention = z.output<typeof retention>;

/** A form sends "" for good. */
export const retentionInput = z.strictObject({
  days: z.preprocess(
    (value) => (value === "" ? null : typeof value === "string" ? Number(value) : value),
    z
      .number()
      .int()
      .min(year, "Entries stay for a year at least.")
      .max(10 * year)
      .nullable(),
  ),
});

/** What the form offers. */
export const retentionChoices = [
  { value: "", label: "For good" },
  ...[1, 2, 3, 5, 7, 10].map((years) => ({
    value: String(years * year),
    label: years === 1 ? "One year" : `${years} years`,
  })),
];

export function retentionWords(days: number | null): string {
  if (days === null) return "kept for good";
  const known = retentionChoices.find(({ value }) => value === String(days));
  return `kept for ${known ? known.label.toLowerCase() : `${days} days`}`;
}
