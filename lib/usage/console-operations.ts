import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { asFound } from "@/lib/console/paging";
import { platformUsage } from "./console-schema";

/** Days are each organization's own; whoever looks sees the last of them, a year at most. */
export const viewPlatformUsage = defineOperation({
  name: "platform.usage",
  scope: "platform",
  permission: "platform.view",
  access: "read",
  summary: "See what all organizations came to, by day, and which of them used most",
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: platformUsage,
  run: ({ db, input }) => db.call(sql`guard.platform_usage(${input.days}, 20)`, asFound(platformUsage)),
});
