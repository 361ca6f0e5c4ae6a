import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const membershipBranches = tenantTable("membership_branches", {
  membershipId: uuid("membership_id").notNull(),
  branchId: uuid("branch_id").notNull(),
  roleKey: text("role_key"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
