import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { idInput, idOutput } from "@/lib/ids";
import { resourceNames, scopesInput } from "./scope-schema";

const day = 86_400_000;
export const lifetimes = {
  "30": "30 days",
  "90": "90 days",
  custom: "Until a day you choose",
  none: "No end",
} as const;

export const createKeyInput = z
  .strictObject({
    label: line(100),
    scopes: scopesInput.optional().meta({ description: "Without it the key reads all that you may read." }),
    mode: z
      .enum(["live", "test"])
      .optional()
      .meta({ description: "Which records it works with; without it those of this request." }),
    expires: z.enum(["30", "90", "custom", "none"]).default("30"),
    expiresOn: z.union([z.literal(""), z.iso.date("Choose a day.")]).optional(),
  })
  .superRefine((input, context) => {
    if (input.expires !== "custom") return;
    const end = input.expiresOn ? Date.parse(`${input.expiresOn}T23:59:59Z`) : Number.NaN;
    const fault = Number.isNaN(end)
      ? "Choose the last day."
      : end > Date.now() + 3660 * day
        ? "At most ten years."
        : undefined;
    if (fault) context.addIssue({ code: "custom", path: ["expiresOn"], message: fault });
  });

export type KeyLife = z.output<typeof createKeyInput>;

export const keyReference = z.strictObject({ id: idInput("apk") });

/** How many hours the old secret works beside the new one. */
export const overlaps = { "0": "At once", "1": "In an hour", "24": "In a day", "72": "In three days" } as const;

export const rotateKeyInput = keyReference.extend({
  overlapHours: z.coerce.number().int().min(0).max(72, "72 hours at most.").default(0),
});

export const keyStates = ["active", "replaced", "expired", "revoked", "rotated", "maker_left"] as const;

/** `stay`: it carries what it carried at that moment, and is the owner's from then on. */
export const keyPolicy = z.strictObject({ whenMakerLeaves: z.enum(["end", "stay"]) });

/** What is not sent is off, as a form's switch. */
const switched = z.preprocess((value) => value === true || value === "true", z.boolean());
const rules = {
  refuseOtherOrganization: "A key whose request names another organization in X-Org-Id is refused with 409.",
  requireVersions: "A change of a shared record without If-Match is refused with 428.",
};

/** What programs have to say when they call. */
export const apiRules = z.object({
  refuseOtherOrganization: z.boolean().meta({ description: rules.refuseOtherOrganization }),
  requireVersions: z.boolean().meta({ description: rules.requireVersions }),
});

export const apiRulesInput = z.strictObject({
  refuseOtherOrganization: switched.meta({ description: rules.refuseOtherOrganization }),
  requireVersions: switched.meta({ description: rules.requireVersions }),
});

export type ApiRules = z.output<typeof apiRules>;

export const apiKey = z.object({
  id: idOutput("apk"),
  label: z.string(),
  prefix: z.string(),
  last4: z.string(),
  mode: z.enum(["live", "test"]),
  scopes: z
    .partialRecord(z.enum(resourceNames), z.enum(["read", "write"]))
    .nullable()
    .meta({ description: "Levels by resource; null: all that its maker held." }),
  createdBy: z.string().nullable(),
  creatorLeft: z.boolean(),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  replacedBy: idOutput("apk").nullable(),
  lastUsedAt: z.date().nullable(),
  lastUsedAddress: z.string().nullable(),
  state: z.enum(keyStates).meta({
    description: "`replaced`: it was rotated and works until `expires_at`; the last three tell why it ended.",
  }),
  unused: z.boolean().meta({ description: "It works, and nobody used it for a long time." }),
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
