import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const memberships = tenantTable("memberships", {
  userId: uuid("user_id").notNull(),
  roleKey: text("role_key").notNull(),
  allBranches: boolean("all_branches").notNull().default(true),
  flags: text("flags").array().notNull(),
  status: text("status", { enum: ["active", "suspended"] }).notNull(),
  origin: text("origin").notNull(),
  invitedBy: uuid("invited_by"),
  secondFactor: boolean("second_factor").notNull(),
  name: text("name").notNull(),
  email: text("email").notNull(),
  joinedAt: timestamp("joined_at", { withTimezone: true }).notNull(),
  lastActiveAt: timestamp("last_active_at", { withTimezone: true }),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
});
