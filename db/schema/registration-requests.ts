import { integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const registrationRequests = tenantTable("registration_requests", {
  email: text("email").notNull(),
  name: text("name").notNull(),
  message: text("message").notNull(),
  userId: uuid("user_id"),
  state: text("state", { enum: ["pending", "approved", "rejected"] }).notNull(),
  closedAs: text("closed_as", { enum: ["rejected", "withdrawn", "overdue", "taken_back"] }),
  roleKey: text("role_key"),
  branchIds: uuid("branch_ids").array(),
  note: text("note"),
  decidedBy: uuid("decided_by"),
  decidedByName: text("decided_by_name"),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
  joinedAt: timestamp("joined_at", { withTimezone: true }),
  dueAt: timestamp("due_at", { withTimezone: true }),
  remindedAt: timestamp("reminded_at", { withTimezone: true }),
  escalatedAt: timestamp("escalated_at", { withTimezone: true }),
  repeats: integer("repeats").notNull(),
  address: text("address"),
  agent: text("agent"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
});
