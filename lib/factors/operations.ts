import { sql } from "drizzle-orm";
import { z } from "zod";
import { sealSeed } from "@/lib/access/factor";
import { defineOperation } from "@/lib/access/operation";
import { newRecoveryCodes, newSeed, shownRecoveryCode } from "@/lib/access/totp";
import { factor, factorRow, memberReference, platformReset } from "./schema";

const done = z.object({});
const mine = { scope: "account", access: "write" } as const;

export const showFactor = defineOperation({
  name: "account.factor",
  scope: "account",
  access: "read",
  summary: "See your second factor, recovery codes left and remembered devices",
  limits: [],
  input: z.strictObject({}),
  output: factor,
  run: ({ db }) => db.call(sql`guard.my_factor()`, factorRow),
});

export const beginFactor = defineOperation({
  ...mine,
  name: "account.begin_factor",
  summary: "Begin to set up an authenticator app",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({}),
  output: done,
  run: async ({ db, actor }) => {
    await db.call(sql`guard.begin_factor(${sealSeed(actor.userId, newSeed())})`, z.unknown());
    return {};
  },
});

export const removeFactor = defineOperation({
  ...mine,
  name: "account.remove_factor",
  summary: "Remove your second factor and end your other sessions",
  limits: [{ by: "person", points: 10, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({}),
  output: done,
  run: async ({ db, renew }) => {
    renew(await db.call(sql`guard.remove_factor()`, z.string()));
    return {};
  },
});

export const renewRecoveryCodes = defineOperation({
  ...mine,
  name: "account.renew_recovery_codes",
  summary: "Replace your recovery codes by ten new ones",
  limits: [{ by: "person", points: 10, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({}),
  output: z.object({ codes: z.array(z.string()) }),
  run: async ({ db }) => {
    const codes = newRecoveryCodes();
    const list = sql.param(codes);
    await db.call(sql`guard.renew_recovery_codes(${list}::text[])`, z.unknown());
    return { codes: codes.map(shownRecoveryCode) };
  },
});

export const forgetDevice = defineOperation({
  ...mine,
  name: "account.forget_device",
  summary: "Ask one of your remembered devices, or all, for the second factor again",
  limits: [{ by: "person", points: 120, seconds: 3600 }],
  input: z.strictObject({ id: z.uuid().optional() }),
  output: done,
  run: async ({ db, input }) => {
    await db.call(sql`guard.forget_device(${input.id ?? null})`, z.unknown());
    return {};
  },
});

/** For what a browser does by itself afterwards, such as a download. */
export const checkFresh = defineOperation({
  name: "session.check_fresh",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Prove again who you are",
  fresh: true,
  input: z.strictObject({}),
  output: done,
  run: async ({ db }) => {
    await db.call(sql`guard.check_fresh()`, z.unknown());
    return {};
  },
});

export const resetMemberFactor = defineOperation({
  name: "members.reset_factor",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "Take a lost second factor from a member",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  fresh: true,
  input: memberReference,
  output: done,
  rest: { method: "post", path: "/members/{id}/reset-second-factor", status: 200 },
  run: async ({ db, input }) => {
    await db.call(sql`guard.reset_member_factor(${input.id})`, z.unknown());
    return {};
  },
});

export const resetPersonFactor = defineOperation({
  name: "platform.reset_factor",
  scope: "platform",
  permission: "platform.manage",
  access: "write",
  summary: "Take a lost second factor from a person",
  fresh: true,
  input: platformReset,
  output: done,
  run: async ({ db, input }) => {
    await db.call(sql`guard.platform_reset_factor(${input.id}, ${input.reason})`, z.unknown());
    return {};
  },
});
