import { sql } from "drizzle-orm";
import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const branchKinds = ["region", "depot", "department"] as const;

export const branches = tenantTable("branches", {
  name: text("name").notNull(),
  code: text("code").notNull(),
  kind: text("kind", { enum: branchKinds }).notNull().default("depot"),
  parentId: uuid("parent_id"),
  street: text("street"),
  city: text("city"),
  region: text("region"),
  postcode: text("postcode"),
  country: text("country"),
  timeZone: text("time_zone"),
  managerId: uuid("manager_id"),
  archivedAt: timestamp("archived_at", { withTimezone: true }),
  archived: boolean("archived")
    .notNull()
    .generatedAlwaysAs(() => sql`archived_at is not null`),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
