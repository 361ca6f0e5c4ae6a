import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { foundTerms, terms } from "./schema";

const current = sql`guard.current_terms()`;

export const readTerms = defineOperation({
  name: "terms.read",
  scope: "public",
  access: "read",
  summary: "Read the terms of this installation, if it has any",
  limits: [{ by: "network", points: 600, seconds: 900 }],
  input: z.strictObject({}),
  output: terms.nullable(),
  run: ({ db }) => db.call(current, foundTerms),
});

export const readMyTerms = defineOperation({
  name: "account.terms",
  scope: "account",
  access: "read",
  summary: "Read the terms of this installation, and whether you accepted them",
  limits: [],
  input: z.strictObject({}),
  output: terms.nullable(),
  rest: { method: "get", path: "/account/terms" },
  run: ({ db }) => db.call(current, foundTerms),
});

export const acceptTerms = defineOperation({
  name: "account.accept_terms",
  scope: "account",
  access: "write",
  summary: "Accept the terms of this installation, in the version that you read",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: z.strictObject({ version: z.coerce.number().int().positive() }),
  output: z.object({}),
  rest: { method: "post", path: "/account/terms", status: 200 },
  run: async ({ db, input }) => {
    await db.call(sql`guard.accept_terms(${input.version}::int)`, z.unknown());
    return {};
  },
});
