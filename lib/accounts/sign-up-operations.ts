import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { hashPassword, newPassword, passwordParams } from "@/lib/access/password";
import { env } from "@/lib/env";
import { faultsAt } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { foundTerms, termsMissing } from "@/lib/terms/schema";
import { emailInput, line, passwordInput } from "./schema";
import { deviceInput, deviceMark, newSecret, sessionAnswer, withDevice } from "./session-answer";

export const signUp = defineOperation({
  name: "account.sign_up",
  scope: "public",
  access: "write",
  summary: "Ask for an account",
  limits: [
    { by: "network", points: 30, seconds: 3600 },
    { by: "subject", points: 5, seconds: 3600 },
  ],
  subject: (input) => input.email,
  input: z.strictObject({
    name: line(100, 2),
    email: emailInput,
    password: passwordInput,
    nonce: z.string().max(100),
    to: z.string().max(2000).optional(),
    terms: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({}),
  run: async ({ db, actor, input }) => {
    const { salt, params, raw } = await newPassword(input.password);
    const token = newSecret();
    const query = new URLSearchParams({ token, ...(input.to ? { to: input.to } : {}) });
    const link = rootLink(env().rootUrl, `/verify?${query}`);
    const sealed = sealMailSecrets(env().secret, {
      template: "verify-address",
      to: input.email,
      secrets: { link, purpose: "sign-up" },
    });
    await requireTerms(db, input.terms);
    await db.call(
      sql`guard.sign_up(${input.email}, ${input.name}, ${salt}, ${JSON.stringify(params)}::jsonb, ${raw}, ${token},
        ${input.nonce}, ${sealed}, ${JSON.stringify(actor.request)}::jsonb, ${input.terms ?? null}::int)`,
      z.unknown(),
    );
    return {};
  },
});

/** Said at its field; the database asks for it again. */
async function requireTerms(db: Database, accepted: number | undefined): Promise<void> {
  const terms = await db.call(sql`guard.current_terms()`, foundTerms);
  if (terms && terms.version !== accepted) throw faultsAt({ terms: termsMissing });
}

const link = z.strictObject({ token: z.string().max(100), nonce: z.string().max(100).optional() });

const peeked = z.object({
  kind: z.string(),
  email: z.string(),
  password_needed: z.boolean(),
  salt: z.string().nullable(),
  params: passwordParams.nullable(),
});

const linkFacts = z.object({ kind: z.string(), email: z.string(), passwordNeeded: z.boolean() });

export const showLink = defineOperation({
  name: "account.show_link",
  scope: "public",
  access: "read",
  summary: "Show what a link from a mail is for, without using it",
  limits: [{ by: "network", points: 120, seconds: 900 }],
  input: link,
  output: linkFacts.nullable(),
  run: async ({ db, input }) => {
    const found = await db.call(sql`guard.peek_token(${input.token}, ${input.nonce ?? ""})`, peeked.nullable());
    return found && { kind: found.kind, email: found.email, passwordNeeded: found.password_needed };
  },
});

export const verifySignUp = defineOperation({
  name: "account.verify",
  scope: "public",
  access: "write",
  summary: "Prove an address and open the account",
  limits: [
    { by: "network", points: 60, seconds: 900 },
    { by: "subject", points: 10, seconds: 900 },
  ],
  subject: (input) => input.token,
  input: link.extend({ password: z.string().max(200).optional(), device: deviceInput }),
  output: sessionAnswer,
  run: async ({ db, actor, input }) => {
    const nonce = input.nonce ?? "";
    const found = await db.call(sql`guard.peek_token(${input.token}, ${nonce})`, peeked.nullable());
    const raw =
      found?.salt && found.params
        ? await hashPassword(input.password ?? "", Buffer.from(found.salt, "hex"), found.params)
        : Buffer.alloc(32);
    const device = deviceMark(input.device);
    const session = await db.call(
      sql`guard.verify_sign_up(${input.token}, ${nonce}, ${raw}, ${device}, ${withDevice(actor.request)}::jsonb)`,
      z.string().nullable(),
    );
    return { session: session ?? "", device };
  },
});
