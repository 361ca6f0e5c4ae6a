import { boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
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

export const roleInheritance = pgTable("role_inheritance", {
  organizationId: uuid("organization_id").notNull(),
  roleKey: text("role_key").notNull(),
  inheritsKey: text("inherits_key").notNull(),
});
