import { z } from "zod";
import { inertMessage, inertName, oneLine } from "./words";

export const name = z.string().transform(inertName);
export const message = z.string().transform(inertMessage);
export const emailAddress = z.string().transform((text) => oneLine(text, 254));
export const networkAddress = z.string().transform((text) => oneLine(text, 64));
export const link = z.url({ protocol: /^https?$/ });
export const instant = z.union([z.iso.datetime({ offset: true }), z.date()]).transform((value) => new Date(value));
export const timeZone = z.string().default("UTC").refine(isTimeZone).catch("UTC");

export const organization = z.object({
  name,
  slug: z.string().nullish(),
});

export type MailOrganization = z.output<typeof organization>;

/** Exactly one plain recipient: no list, no display name, no line break (RFC 5321 keeps 254 characters). */
export const recipient = z
  .string()
  .max(254)
  .regex(/^[^\s\p{Cc},;:<>()[\]"\\@]+@[^\s\p{Cc},;:<>()[\]"\\@]+$/u, "One mail address is needed.");

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
