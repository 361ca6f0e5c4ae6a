import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";
import { shipmentStatuses } from "./shipments";

export const shipmentEvents = tenantTable("shipment_events", {
  shipmentId: uuid("shipment_id").notNull(),
  fromStatus: text("from_status", { enum: shipmentStatuses }),
  status: text("status", { enum: shipmentStatuses }).notNull(),
  note: text("note"),
  actorName: text("actor_name").notNull(),
  at: timestamp("at", { withTimezone: true }).notNull(),
});
