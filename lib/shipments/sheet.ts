import { shipments } from "@/db/schema/shipments";
import { branches } from "@/lib/branches/resource";
import { grouped } from "@/lib/sheets/grouped";
import { placeFields, placeValues } from "@/lib/sheets/postal";
import type { Sheet } from "@/lib/sheets/sheet";
import { createShipmentInput } from "./input-schema";
import { shipmentsRepository } from "./repository";
import { services, statusNames } from "./rules";
import { type ListShipmentsInput, listShipmentsInput } from "./schema";
import { takeShipments } from "./take";

const statuses = Object.entries(statusNames).map(([value, label]) => ({ value, label }));
/** Shipments as a file: one row for each parcel, the rows of a shipment below each other. */
export const shipmentsSheet: Sheet = {
  name: "shipments",
  path: "/shipments",
  prefix: "shp",
  table: shipments,
  words: { one: "shipment", many: "shipments" },
  permissions: { view: "shipments.view", create: "shipments.create", import: "shipments.import" },
  title: "reference",
  createInput: createShipmentInput,
  listInput: listShipmentsInput,
  fields: {
    reference: { kind: "text", label: "Reference", most: 40 },
    status: { kind: "choice", label: "Status", options: statuses, fixed: true },
    service: { kind: "choice", label: "Service", options: services, required: true },
    ...placeFields("sender", "Sender", true),
    ...placeFields("recipient", "Recipient", true),
    branch: { kind: "reference", label: "Branch", to: branches.link },
    trackingNumber: { kind: "text", label: "Tracking number", most: 60 },
    price: { kind: "money", label: "Price" },
    shipOn: { kind: "day", label: "Ship on" },
    notes: { kind: "paragraph", label: "Notes", most: 2000 },
    testMode: { kind: "flag", label: "Test", fixed: true },
    deliveredAt: { kind: "text", label: "Delivered", most: 40, fixed: true },
  },
  lines: {
    name: "parcels",
    label: "Parcels",
    one: "parcel",
    most: 50,
    fields: {
      description: { kind: "text", label: "Description", most: 120 },
      weight: { kind: "weight", label: "Weight", required: true },
      length: { kind: "size", label: "Length" },
      width: { kind: "size", label: "Width" },
      height: { kind: "size", label: "Height" },
    },
  },
  count: (db, input) => shipmentsRepository(db).countListed(input as ListShipmentsInput), // parsed by the list's input
  async page(db, input) {
    const repository = shipmentsRepository(db);
    const { data, next_cursor } = await repository.list(input as ListShipmentsInput); // parsed by the list's input
    const parcels = await repository.parcelsOfMany(data.map(({ shipment }) => shipment.id));
    const byShipment = grouped(parcels, ({ shipmentId }) => shipmentId);
    return {
      data: data.map(({ shipment }) => ({
        values: {
          ...shipment,
          ...placeValues("sender", shipment.sender),
          ...placeValues("recipient", shipment.recipient),
          branch: shipment.branchId,
          deliveredAt: shipment.deliveredAt?.toISOString(),
        },
        lines: byShipment.get(shipment.id) ?? [],
      })),
      next_cursor,
    };
  },
  take: takeShipments,
};
