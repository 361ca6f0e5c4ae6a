import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { requireProvider } from "@/lib/auth/visit";
import { env } from "@/lib/env";
import { methods, methodsRow, providerInput } from "./schema";

const visit = z.object({ visit: z.string() });

export const beginVisit = defineOperation({
  name: "account.begin_visit",
  scope: "public",
  access: "write",
  summary: "Leave for another provider to sign in there",
  limits: [{ by: "network", points: 60, seconds: 900 }],
  input: z.strictObject({ provider: providerInput }),
  output: visit,
  run: async ({ db, input }) => {
    const { id } = requireProvider(input.provider);
    return { visit: await db.call(sql`guard.begin_visit(${id})`, z.string()) };
  },
});

export const beginLink = defineOperation({
  name: "account.begin_link",
  scope: "account",
  access: "write",
  summary: "Leave for another provider to link it to your account",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({ provider: providerInput }),
  output: visit,
  run: async ({ db, input }) => {
    const { id } = requireProvider(input.provider);
    return { visit: await db.call(sql`guard.begin_link(${id})`, z.string()) };
  },
});

export const showMethods = defineOperation({
  name: "account.sign_in_methods",
  scope: "account",
  access: "read",
  summary: "See how you can sign in",
  limits: [],
  input: z.strictObject({}),
  output: methods,
  run: ({ db }) => db.call(sql`guard.my_sign_in_methods()`, methodsRow),
});

export const unlink = defineOperation({
  name: "account.unlink",
  scope: "account",
  access: "write",
  summary: "Take a provider from your account and end what was begun with it elsewhere",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  run: async ({ db, input }) => {
    const on = sql.param(env().providers.map(({ id }) => id));
    await db.call(sql`guard.unlink_identity(${input.id}, ${on}::text[])`, z.unknown());
    return {};
  },
});
