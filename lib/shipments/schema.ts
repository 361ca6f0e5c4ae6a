import { z } from "zod";
import { anyOf, listInput, searchInput } from "@/lib/access/list";
import { spanFilters } from "@/lib/access/span";
import { verdict } from "@/lib/access/verdict";
import { idInput, idOutput } from "@/lib/ids";
import { dimensionUnit, optionalLine, weightUnit } from "@/lib/measures/schema";
import { outsideId } from "@/lib/outside-id";
import { postalOutput } from "@/lib/postal/schema";
import { referenceOutput } from "@/lib/resource/output";
import { service, shipmentId } from "./input-schema";
import { course, type ShipmentStatus } from "./rules";

const statuses = Object.keys(course) as [ShipmentStatus, ...ShipmentStatus[]]; // the keys of a constant that has eight
export const shipmentStatus = z.enum(statuses);

/** `from` and `to` are days or moments of creation, both inclusive. */
export const listShipmentsInput = listInput({
  sorts: ["created", "updated", "reference", "price"],
  sort: "-created",
  filters: {
    q: searchInput,
    status: anyOf(shipmentStatus),
    service: anyOf(service),
    branch: anyOf(idInput("brn")),
    order: anyOf(idInput("ord")),
    ids: anyOf(idInput("shp")),
    tracked: anyOf(z.enum(["yes", "no"])),
    trackingNumber: anyOf(z.string().max(80)),
    ...spanFilters,
  },
});

export type ListShipmentsInput = z.output<typeof listShipmentsInput>;

const note = optionalLine(300);
const settable = shipmentStatus.exclude(["cancelled"]);

export const setStatusInput = shipmentId.extend({ status: settable, note });
export const cancelShipmentInput = shipmentId.extend({ note });
const many = z.array(idInput("shp")).min(1, "Choose at least one shipment.").max(100, "At most 100 at once.");

export const setStatusManyInput = z.strictObject({ ids: many, status: settable, note });
export const cancelManyInput = z.strictObject({ ids: many, note });
export const assignManyInput = z.strictObject({
  ids: many,
  branchId: z.union([z.literal("").transform(() => null), idInput("brn")]).nullable(),
});

export const parcelOutput = z.object({
  description: z.string().nullable(),
  weight: z.number(),
  length: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

export const shipmentOutput = z.object({
  id: idOutput("shp"),
  reference: z.string(),
  status: shipmentStatus,
  statusNote: z.string().nullable(),
  service,
  branch: z.object({ id: idOutput("brn"), name: z.string() }).nullable(),
  order: referenceOutput("ord").nullable(),
  sender: postalOutput,
  recipient: postalOutput,
  parcelCount: z.number(),
  weight: z.number(),
  weightUnit,
  trackingNumber: z.string().nullable(),
  price: z.number().nullable(),
  currency: z.string(),
  shipOn: z.string().nullable(),
  testMode: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  deliveredAt: z.date().nullable(),
  next: z.array(shipmentStatus),
  abilities: z.object({ update: verdict, cancel: verdict }),
});

export type ShipmentView = z.output<typeof shipmentOutput>;

export const shipmentStep = z.object({
  id: outsideId("sst"),
  from: shipmentStatus.nullable(),
  status: shipmentStatus,
  note: z.string().nullable(),
  actor: z.string(),
  at: z.date(),
});

export const shipmentDetailOutput = shipmentOutput.extend({
  notes: z.string().nullable(),
  dimensionUnit,
  parcels: z.array(parcelOutput),
  history: z.array(shipmentStep),
});

export type ShipmentDetail = z.output<typeof shipmentDetailOutput>;

export const prepareShipmentInput = z.strictObject({
  from: idInput("shp").optional(),
  order: idInput("ord").optional(),
});

export const preparedShipment = z.object({
  model: shipmentDetailOutput.nullable(),
  sender: postalOutput.nullable(),
  service,
  /** The order that it carries, and from where to where that goes as far as it is known. */
  order: referenceOutput("ord")
    .extend({ sender: postalOutput.nullable(), recipient: postalOutput.nullable() })
    .nullable(),
});

export type PreparedShipment = z.output<typeof preparedShipment>;

/** What became of each: `done`, or why not. */
export const statusResults = z.array(
  z.object({ id: idOutput("shp"), reference: z.string(), done: z.boolean(), message: z.string() }),
);

export type StatusResults = z.output<typeof statusResults>;

export const shipmentCounts = z.object({
  draft: z.number(),
  moving: z.number(),
  exception: z.number(),
  delivered: z.number(),
});
