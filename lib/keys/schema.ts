import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { idInput, idOutput } from "@/lib/ids";

const day = 86_400_000;
export const lifetimes = {
  "30": "30 days",
  "90": "90 days",
  custom: "Until a day you choose",
  none: "No end",
} as const;

/** How long a new key lives; 90 days unless somebody chooses. */
export const createKeyInput = z
  .strictObject({
    label: line(100),
    expires: z.enum(["30", "90", "custom", "none"]).default("90"),
    expiresOn: z.union([z.literal(""), z.iso.date("Choose a day.")]).optional(),
  })
  .superRefine((input, context) => {
    if (input.expires !== "custom") return;
    const end = input.expiresOn ? Date.parse(`${input.expiresOn}T23:59:59Z`) : Number.NaN;
    const fault = Number.isNaN(end)
      ? "Choose the last day."
      : end < Date.now()
        ? "This day is over."
        : end > Date.now() + 3660 * day
          ? "At most ten years."
          : undefined;
    if (fault) context.addIssue({ code: "custom", path: ["expiresOn"], message: fault });
  });

export type KeyLife = z.output<typeof createKeyInput>;

/** The moment after which the key opens nothing, or null. */
export function expiryOf({ expires, expiresOn }: KeyLife, now: number): Date | null {
  if (expires === "none") return null;
  if (expires === "custom") return new Date(`${expiresOn}T23:59:59Z`);
  return new Date(now + Number(expires) * day);
}

export const keyReference = z.strictObject({ id: idInput("apk") });

export const apiKey = z.object({
  id: idOutput("apk"),
  label: z.string(),
  prefix: z.string(),
  last4: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  lastUsedAddress: z.string().nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});

export type ApiKey = z.output<typeof apiKey>;

/** The only answer that ever holds the key itself. */
export const newKey = z.object({
  id: idOutput("apk"),
  label: z.string(),
  key: z.string(),
  expiresAt: z.date().nullable(),
});

export type NewKey = z.output<typeof newKey>;
