import { integer, text, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const shipmentParcels = tenantTable("shipment_parcels", {
  shipmentId: uuid("shipment_id").notNull(),
  position: integer("position").notNull(),
  description: text("description"),
  weight: integer("weight_g").notNull(),
  length: integer("length_mm"),
  width: integer("width_mm"),
  height: integer("height_mm"),
});
