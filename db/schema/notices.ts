import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const notices = tenantTable("notices", {
  userId: uuid("user_id").notNull(),
  kind: text("kind").notNull(),
  title: text("title").notNull(),
  body: text("body"),
  path: text("path"),
  recordId: uuid("record_id"),
  inApp: boolean("in_app").notNull(),
  archivedAt: timestamp("archived_at", { withTimezone: true }),
  readAt: timestamp("read_at", { withTimezone: true }),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});
