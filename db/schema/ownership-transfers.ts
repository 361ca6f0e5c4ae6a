import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const ownershipTransfers = tenantTable("ownership_transfers", {
  fromMembershipId: uuid("from_membership_id").notNull(),
  toMembershipId: uuid("to_membership_id").notNull(),
  state: text("state", { enum: ["offered", "accepted", "declined", "cancelled"] }).notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
});
