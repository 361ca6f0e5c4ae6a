import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const savedViews = tenantTable("saved_views", {
  userId: uuid("user_id").notNull(),
  list: text("list").notNull(),
  name: text("name").notNull(),
  query: text("query").notNull(),
  shared: boolean("shared").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
