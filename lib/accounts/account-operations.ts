import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { defineOperation } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";
import { outsideId } from "@/lib/outside-id";
import { emailInput, line, passwordInput } from "./schema";
import { newSecret } from "./session-answer";
import { timeZoneInput } from "./time-zones";

const account = z.object({
  id: outsideId("usr"),
  email: z.string(),
  name: z.string(),
  timeZone: z.string(),
  superAdmin: z.boolean(),
});

export const showAccount = defineOperation({
  name: "account.show",
  scope: "account",
  access: "read",
  summary: "Show your account",
  limits: [],
  input: z.strictObject({}),
  output: account,
  rest: { method: "get", path: "/account" },
  run: ({ db }) => db.call(sql`guard.my_account()`, account),
});

export const updateAccount = defineOperation({
  name: "account.update",
  scope: "account",
  access: "write",
  summary: "Change your name and time zone",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: z.strictObject({ name: line(100, 2), timeZone: timeZoneInput }),
  output: z.object({ name: z.string() }),
  rest: { method: "patch", path: "/account" },
  run: async ({ db, actor, input }) => {
    await db.query
      .update(users)
      .set({ name: input.name, timeZone: input.timeZone, updatedAt: new Date() })
      .where(eq(users.id, actor.userId));
    return { name: input.name };
  },
});

export const changePassword = defineOperation({
  name: "account.change_password",
  scope: "account",
  access: "write",
  summary: "Change your password and end your other sessions",
  limits: [{ by: "person", points: 10, seconds: 3600 }],
  fresh: "always",
  input: z.strictObject({ newPassword: passwordInput }),
  output: z.object({}),
  run: async ({ db, input, renew }) => {
    const { salt, params, raw } = await newPassword(input.newPassword);
    renew(await db.call(sql`guard.change_password(${salt}, ${JSON.stringify(params)}::jsonb, ${raw})`, z.string()));
    return {};
  },
});

export const requestAddressChange = defineOperation({
  name: "account.request_address_change",
  scope: "account",
  access: "write",
  summary: "Ask for another address; it holds when the new one is proved",
  limits: [
    { by: "person", points: 5, seconds: 3600 },
    { by: "subject", points: 5, seconds: 3600 },
  ],
  subject: (input) => input.email,
  fresh: "always",
  input: z.strictObject({ email: emailInput }),
  output: z.object({ email: z.string() }),
  run: async ({ db, input }) => {
    const token = newSecret();
    const link = rootLink(env().rootUrl, `/verify?${new URLSearchParams({ token })}`);
    const sealed = sealMailSecrets(env().secret, {
      template: "verify-address",
      to: input.email,
      secrets: { link, purpose: "new-address" },
    });
    await db.call(sql`guard.request_address_change(${input.email}, ${token}, ${sealed})`, z.unknown());
    return { email: input.email };
  },
});

export const confirmAddressChange = defineOperation({
  name: "account.confirm_address",
  scope: "public",
  access: "write",
  summary: "Prove the new address of an account",
  limits: [{ by: "network", points: 60, seconds: 900 }],
  input: z.strictObject({ token: z.string().max(100) }),
  output: z.object({ email: z.string() }),
  run: async ({ db, actor, input }) => ({
    email: await db.call(
      sql`guard.confirm_address_change(${input.token}, ${JSON.stringify(actor.request)}::jsonb)`,
      z.string(),
    ),
  }),
});
