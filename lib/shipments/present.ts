import type { z } from "zod";
import type { Rights } from "@/lib/access/permissions";
import { fromGrams, fromMillimetres, type Standards } from "@/lib/measures/words";
import type { PostalAddress } from "@/lib/postal/schema";
import type { ListedShipment, Parcel } from "./repository";
import { cancelVerdict, nextStatuses, updateVerdict } from "./rules";
import type { shipmentOutput } from "./schema";

type Around = {
  rights: Rights;
  standards: Standards;
  load: { parcels: number; grams: number } | undefined;
  /** Of orders, for people who may see them. */
  orders: Map<string, string>;
};
type Shown = z.input<typeof shipmentOutput>;

/** A shipment in the organization's units, with what the acting person may do next. */
export function presentShipment({ shipment, branch }: ListedShipment, around: Around): Shown {
  const { rights, standards, load, orders } = around;
  const { orderId } = shipment;
  return {
    ...shipment,
    service: shipment.service as Shown["service"], // held by a CHECK and parsed by the output
    sender: shipment.sender as PostalAddress, // likewise
    recipient: shipment.recipient as PostalAddress,
    branch,
    order: orderId ? { id: orderId, name: orders.get(orderId) ?? null } : null,
    parcelCount: load?.parcels ?? 0,
    weight: fromGrams(load?.grams ?? 0, standards.weightUnit),
    weightUnit: standards.weightUnit,
    next: nextStatuses(rights, shipment),
    abilities: { update: updateVerdict(rights, shipment), cancel: cancelVerdict(rights, shipment) },
  };
}

export function presentParcel(parcel: Parcel, { weightUnit, dimensionUnit }: Standards) {
  const size = (millimetres: number | null) =>
    millimetres === null ? null : fromMillimetres(millimetres, dimensionUnit);
  return {
    description: parcel.description,
    weight: fromGrams(parcel.weight, weightUnit),
    length: size(parcel.length),
    width: size(parcel.width),
    height: size(parcel.height),
  };
}
