import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { emailInput, passwordInput } from "./schema";
import { deviceInput, deviceMark, newSecret, sessionAnswer, withDevice } from "./session-answer";

export const requestReset = defineOperation({
  name: "account.request_reset",
  scope: "public",
  access: "write",
  summary: "Ask for a link to choose a new password",
  limits: [
    { by: "network", points: 30, seconds: 3600 },
    { by: "subject", points: 5, seconds: 3600 },
  ],
  subject: (input) => input.email,
  input: z.strictObject({ email: emailInput }),
  output: z.object({}),
  run: async ({ db, actor, input }) => {
    const token = newSecret();
    const link = rootLink(env().rootUrl, `/reset-password?${new URLSearchParams({ token })}`);
    const secrets = { link, address: actor.request.address };
    const sealed = sealMailSecrets(env().secret, { template: "reset-password", to: input.email, secrets });
    await db.call(
      sql`guard.request_reset(${input.email}, ${token}, ${sealed}, ${JSON.stringify(actor.request)}::jsonb)`,
      z.unknown(),
    );
    return {};
  },
});

export const resetPassword = defineOperation({
  name: "account.reset_password",
  scope: "public",
  access: "write",
  summary: "Choose a new password with a link from a mail",
  limits: [
    { by: "network", points: 30, seconds: 900 },
    { by: "subject", points: 10, seconds: 900 },
  ],
  subject: (input) => input.token,
  input: z.strictObject({ token: z.string().max(100), newPassword: passwordInput, device: deviceInput }),
  output: sessionAnswer,
  run: async ({ db, actor, input }) => {
    const { salt, params, raw } = await newPassword(input.newPassword);
    const device = deviceMark(input.device);
    const session = await db.call(
      sql`guard.reset_password(${input.token}, ${salt}, ${JSON.stringify(params)}::jsonb, ${raw}, ${device},
        ${withDevice(actor.request)}::jsonb)`,
      z.string(),
    );
    return { session, device };
  },
});
