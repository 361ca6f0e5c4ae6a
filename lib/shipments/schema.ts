import { z } from "zod";
import { anyOf, listInput, searchInput } from "@/lib/access/list";
import { verdict } from "@/lib/access/verdict";
import { idInput, idOutput } from "@/lib/ids";
import {
  amountInput,
  currencyInput,
  dimensionUnit,
  measureInput,
  optionalDay,
  optionalLine,
  optionalMeasure,
  optionalText,
  switched,
  weightUnit,
} from "@/lib/measures/schema";
import { postalInput, postalOutput } from "@/lib/postal/schema";
import { course, type ShipmentStatus, services } from "./rules";

const statuses = Object.keys(course) as [ShipmentStatus, ...ShipmentStatus[]]; // the keys of a constant that has eight
export const shipmentStatus = z.enum(statuses);
const service = z.enum(
  services.map(({ value }) => value),
  "Choose a service.",
);

export const shipmentId = z.strictObject({ id: idInput("shp") });

const day = z.union([z.literal(""), z.iso.date()]).default("");

/** `from` and `to` are days of creation in the organization's zone, both inclusive. */
export const listShipmentsInput = listInput({
  sorts: ["created", "updated", "reference", "price"],
  sort: "-created",
  filters: {
    q: searchInput,
    status: anyOf(shipmentStatus),
    service: anyOf(service),
    branch: anyOf(idInput("brn")),
    mode: anyOf(z.enum(["live", "test"])),
    from: day,
    to: day,
  },
});

export type ListShipmentsInput = z.output<typeof listShipmentsInput>;

export const parcelInput = z.strictObject({
  description: optionalLine(120),
  weight: measureInput,
  length: optionalMeasure,
  width: optionalMeasure,
  height: optionalMeasure,
});

export type ParcelInput = z.output<typeof parcelInput>;

const details = {
  reference: optionalLine(40),
  service,
  branchId: z
    .union([z.literal("").transform(() => null), idInput("brn")])
    .nullable()
    .optional(),
  sender: postalInput,
  recipient: postalInput,
  parcels: z.array(parcelInput).min(1, "A shipment has at least one parcel.").max(50, "At most 50 parcels."),
  weightUnit: weightUnit.optional(),
  dimensionUnit: dimensionUnit.optional(),
  trackingNumber: optionalLine(60),
  price: amountInput,
  currency: currencyInput,
  shipOn: optionalDay,
  notes: optionalText(2000),
};

/** Without a reference it gets the organization's next number. `ready`: leave the draft out. */
export const createShipmentInput = z.strictObject({
  ...details,
  ready: switched.optional(),
  testMode: switched.optional(),
});

export type CreateShipmentInput = z.output<typeof createShipmentInput>;

/** What is left out stays as it is; parcels are replaced as a whole. */
export const updateShipmentInput = shipmentId.extend(z.object(details).partial().shape);

export type UpdateShipmentInput = z.output<typeof updateShipmentInput>;

const note = optionalLine(300);
const settable = shipmentStatus.exclude(["cancelled"]);

export const setStatusInput = shipmentId.extend({ status: settable, note });
export const cancelShipmentInput = shipmentId.extend({ note });
export const setStatusManyInput = z.strictObject({
  ids: z.array(idInput("shp")).min(1, "Choose at least one shipment.").max(100, "At most 100 at once."),
  status: settable,
  note,
});

const parcelOutput = z.object({
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

export const shipmentDetailOutput = shipmentOutput.extend({
  notes: z.string().nullable(),
  dimensionUnit,
  parcels: z.array(parcelOutput),
  history: z.array(
    z.object({
      id: z.uuid(),
      from: shipmentStatus.nullable(),
      status: shipmentStatus,
      note: z.string().nullable(),
      actor: z.string(),
      at: z.date(),
    }),
  ),
});

export type ShipmentDetail = z.output<typeof shipmentDetailOutput>;

export const prepareShipmentInput = z.strictObject({ from: idInput("shp").optional() });

export const preparedShipment = z.object({ model: shipmentDetailOutput.nullable(), sender: postalOutput.nullable() });

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
