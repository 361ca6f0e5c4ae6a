import { boolean, integer, text, timestamp } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const roles = tenantTable("roles", {
  key: text("key").notNull(),
  name: text("name").notNull(),
  description: text("description").notNull(),
  position: integer("position").notNull(),
  builtIn: boolean("built_in").notNull(),
  permissions: text("permissions").array().notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
