import { z } from "zod";
import { idInput } from "@/lib/ids";
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
import { postalInput } from "@/lib/postal/schema";
import { services } from "./rules";

export const service = z.enum(
  services.map(({ value }) => value),
  "Choose a service.",
);

export const shipmentId = z.strictObject({ id: idInput("shp") });

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
  orderId: z
    .union([z.literal("").transform(() => null), idInput("ord")])
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
export const updateShipmentInput = shipmentId.extend(z.object(details).omit({ branchId: true }).partial().shape);

export type UpdateShipmentInput = z.output<typeof updateShipmentInput>;
