import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { emailInput } from "@/lib/accounts/schema";
import { deviceInput, deviceMark, newSecret, sessionAnswer, withDevice } from "@/lib/accounts/session-answer";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { waitingIdentity } from "./schema";

const secret = z.string().max(100);

export const showWaiting = defineOperation({
  name: "account.show_identity",
  scope: "public",
  access: "read",
  summary: "Show what a provider proved and is still to be settled",
  limits: [{ by: "network", points: 240, seconds: 900 }],
  input: z.strictObject({ identity: secret }),
  output: waitingIdentity.nullable(),
  run: ({ db, input }) => db.call(sql`guard.waiting_identity(${input.identity})`, waitingIdentity.nullable()),
});

export const acceptIdentity = defineOperation({
  name: "account.accept_identity",
  scope: "account",
  access: "write",
  summary: "Link what a provider proved to your account",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({ identity: secret }),
  output: z.object({}),
  run: async ({ db, input }) => {
    await db.call(sql`guard.accept_identity(${input.identity})`, z.unknown());
    return {};
  },
});

export const mailIdentity = defineOperation({
  name: "account.mail_identity",
  scope: "public",
  access: "write",
  summary: "Ask for a link to the address that a provider named",
  limits: [
    { by: "network", points: 30, seconds: 3600 },
    { by: "subject", points: 5, seconds: 3600 },
  ],
  subject: (input) => input.email,
  input: z.strictObject({ identity: secret, email: emailInput }),
  output: z.object({ email: z.string() }),
  run: async ({ db, input }) => {
    const token = newSecret();
    const link = rootLink(env().rootUrl, `/sign-in/link?${new URLSearchParams({ token })}`);
    const sealed = sealMailSecrets(env().secret, { template: "confirm-identity", to: input.email, secrets: { link } });
    await db.call(sql`guard.mail_identity(${input.identity}, ${input.email}, ${token}, ${sealed})`, z.unknown());
    return { email: input.email };
  },
});

export const confirmIdentity = defineOperation({
  name: "account.confirm_identity",
  scope: "public",
  access: "write",
  summary: "Prove the address that a provider named and sign in",
  limits: [{ by: "network", points: 60, seconds: 900 }],
  input: z.strictObject({ identity: secret, token: secret, device: deviceInput }),
  output: sessionAnswer,
  run: async ({ db, actor, input }) => {
    const device = deviceMark(input.device);
    const session = await db.call(
      sql`guard.confirm_identity(${input.identity}, ${input.token}, ${device}, ${withDevice(actor.request)}::jsonb)`,
      z.string(),
    );
    return { session, device };
  },
});
