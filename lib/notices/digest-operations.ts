import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";

export const sendDigest = defineOperation({
  name: "notices.send_digest",
  scope: "job",
  access: "write",
  summary: "Send one person's digest of the day",
  input: z.strictObject({}),
  output: z.object({ sent: z.boolean() }),
  run: async ({ db }) => ({ sent: await db.call(sql`guard.send_digest()`, z.boolean()) }),
});
