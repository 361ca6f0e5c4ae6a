import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { foundVersions, publishInput, termsVersion } from "./schema";

export const listTerms = defineOperation({
  name: "platform.terms",
  scope: "platform",
  permission: "platform.view",
  access: "read",
  summary: "List the versions of the installation's terms",
  input: z.strictObject({}),
  output: z.array(termsVersion),
  run: ({ db }) => db.call(sql`guard.terms_history()`, foundVersions),
});

export const publishTerms = defineOperation({
  name: "platform.publish_terms",
  scope: "platform",
  permission: "platform.manage",
  access: "write",
  summary: "Publish a new version of the terms, which everybody is asked to accept",
  fresh: true,
  input: publishInput,
  output: z.object({ version: z.number() }),
  run: async ({ db, input }) => ({
    version: await db.call(sql`guard.publish_terms(${input.body}, ${input.url}, ${input.addsMembers})`, z.number()),
  }),
});
