import { boolean, text, timestamp } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const branches = tenantTable("branches", {
  name: text("name").notNull(),
  code: text("code").notNull(),
  archived: boolean("archived").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
