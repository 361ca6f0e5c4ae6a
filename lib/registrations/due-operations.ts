import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";

const followed = z.object({ reminded: z.boolean(), escalated: z.boolean(), closed: z.boolean() });

export const followDueRequest = defineOperation({
  name: "registration.follow_due",
  scope: "job",
  access: "write",
  summary: "Remind, escalate or close a pending request whose time has come, each once",
  input: z.strictObject({}),
  output: followed,
  run: async ({ db }) => {
    const [done] = await db.rows(sql`select * from guard.follow_due_request()`, followed);
    return done ?? { reminded: false, escalated: false, closed: false };
  },
});
