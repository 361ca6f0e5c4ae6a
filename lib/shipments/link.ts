import { shipments } from "@/db/schema/shipments";
import { declareTarget } from "@/lib/resource/targets";

/** For fields of resources that refer to a shipment. */
export const shipmentLink = declareTarget({
  name: "shipments",
  path: "/shipments",
  prefix: "shp",
  one: "shipment",
  table: shipments,
  title: "reference",
  search: true,
  view: "shipments.view",
});
