import { bigint, integer, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const auditExports = tenantTable("audit_exports", {
  membershipId: uuid("membership_id").notNull(),
  starter: text("starter").notNull(),
  format: text("format", { enum: ["csv", "jsonl"] }).notNull(),
  query: text("query").notNull(),
  conditions: jsonb("conditions").notNull(),
  file: text("file").notNull(),
  phase: text("phase", { enum: ["writing", "done", "failed", "expired"] })
    .notNull()
    .default("writing"),
  newestId: bigint("newest_id", { mode: "number" }),
  oldestId: bigint("oldest_id", { mode: "number" }),
  lastId: bigint("last_id", { mode: "number" }),
  taken: integer("taken").notNull().default(0),
  parts: integer("parts").notNull().default(0),
  problem: text("problem"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp("finished_at", { withTimezone: true }),
  linkUntil: timestamp("link_until", { withTimezone: true }),
});
