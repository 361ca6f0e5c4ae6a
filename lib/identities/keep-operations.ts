import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { keepInput, whatStays, whatStaysRow } from "./schema";

export const showWhatStays = defineOperation({
  name: "account.what_stays",
  scope: "account",
  access: "read",
  summary: "See what can still act for you after you chose a new password by mail",
  limits: [],
  input: z.strictObject({}),
  output: whatStays,
  run: ({ db }) => db.call(sql`guard.what_stays()`, whatStaysRow),
});

export const keepWays = defineOperation({
  name: "account.keep_ways",
  scope: "account",
  access: "write",
  summary: "Say which linked sign-ins and keys stay after you chose a new password by mail",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: keepInput,
  output: z.object({}),
  run: async ({ db, input }) => {
    const [ways, keys] = [sql.param(input.ways), sql.param(input.endKeys)];
    await db.call(sql`guard.keep_ways(${ways}::uuid[], ${keys}::uuid[])`, z.unknown());
    return {};
  },
});
