import { z } from "zod";
import { asFound } from "@/lib/console/paging";

const moment = z.coerce.date();

export const terms = z.object({
  version: z.number(),
  body: z.string(),
  url: z.string(),
  adds_members: z.boolean(),
  published_at: moment,
  accepted_at: moment.nullable(),
});

export type Terms = z.output<typeof terms>;

export const termsVersion = terms
  .omit({ accepted_at: true })
  .extend({ published_by: z.string(), accepted: z.coerce.number() });

export type TermsVersion = z.output<typeof termsVersion>;

/** What a sign-up without them is told, at their field. */
export const termsMissing = ["Read and accept the terms. There may be a new version of them."];

export const foundTerms = asFound(terms).nullable();
export const foundVersions = z.array(asFound(termsVersion));

export const publishInput = z.strictObject({
  body: z
    .string()
    .trim()
    .min(1, "Write what people accept.")
    .max(50_000, "At most 50,000 characters.")
    .refine((text) => !text.includes("\0"), "This holds a character that cannot be kept."),
  url: z
    .union([
      z.literal(""),
      z.url({ protocol: /^https$/, error: "A whole address that begins with https://." }).max(500),
    ])
    .default(""),
  addsMembers: z.stringbool().default(false),
});
