import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const delegations = tenantTable("delegations", {
  fromMembershipId: uuid("from_membership_id").notNull(),
  toMembershipId: uuid("to_membership_id").notNull(),
  standIn: boolean("stand_in").notNull(),
  permissions: text("permissions").array().notNull(),
  startsAt: timestamp("starts_at", { withTimezone: true }).notNull(),
  endsAt: timestamp("ends_at", { withTimezone: true }).notNull(),
  note: text("note"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  endedAs: text("ended_as", { enum: ["ended", "replaced", "lost"] }),
});
