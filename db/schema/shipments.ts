import { bigint, boolean, date, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const shipmentStatuses = [
  "draft",
  "ready",
  "picked_up",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "exception",
  "cancelled",
] as const;

export const shipments = tenantTable("shipments", {
  reference: text("reference").notNull(),
  status: text("status", { enum: shipmentStatuses }).notNull(),
  statusNote: text("status_note"),
  service: text("service").notNull(),
  sender: jsonb("sender").notNull(),
  recipient: jsonb("recipient").notNull(),
  branchId: uuid("branch_id"),
  orderId: uuid("order_id"),
  trackingNumber: text("tracking_number"),
  price: bigint("price", { mode: "number" }),
  currency: text("currency").notNull(),
  notes: text("notes"),
  testMode: boolean("test_mode").notNull().default(false),
  shipOn: date("ship_on"),
  deliveredAt: timestamp("delivered_at", { withTimezone: true }),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
