import { missingPermission } from "@/lib/access/missing-permission";
import type { Permission } from "@/lib/access/permissions";
import type { Verdict } from "@/lib/access/verdict";

export type ShipmentStatus =
  | "draft"
  | "ready"
  | "picked_up"
  | "in_transit"
  | "out_for_delivery"
  | "delivered"
  | "exception"
  | "cancelled";

/** Which status may follow which. `guard.shipment_may_become` says the same and has the last word. */
export const course: Record<ShipmentStatus, readonly ShipmentStatus[]> = {
  draft: ["ready", "cancelled"],
  ready: ["draft", "picked_up", "exception", "cancelled"],
  picked_up: ["in_transit", "exception"],
  in_transit: ["out_for_delivery", "delivered", "exception"],
  out_for_delivery: ["delivered", "in_transit", "exception"],
  exception: ["in_transit", "out_for_delivery", "delivered", "cancelled"],
  delivered: [],
  cancelled: [],
};

export const statusNames: Record<ShipmentStatus, string> = {
  draft: "Draft",
  ready: "Ready",
  picked_up: "Picked up",
  in_transit: "In transit",
  out_for_delivery: "Out for delivery",
  delivered: "Delivered",
  exception: "Exception",
  cancelled: "Cancelled",
};

export const services = [
  { value: "economy", label: "Economy" },
  { value: "standard", label: "Standard" },
  { value: "express", label: "Express" },
  { value: "same_day", label: "Same day" },
  { value: "freight", label: "Freight" },
] as const;

/** The service that an organization's preference names, as people write it; standard where it names none of ours. */
export function preferredService(named: string | null): (typeof services)[number]["value"] {
  const plain = named?.trim().toLowerCase();
  return services.find(({ value, label }) => plain === value || plain === label.toLowerCase())?.value ?? "standard";
}

type Holder = { has(permission: Permission): boolean };
type Shipment = { status: ShipmentStatus };

/** Addresses, service and parcels are settled once a shipment is picked up. */
export const isSettled = ({ status }: Shipment): boolean => status !== "draft" && status !== "ready";

export function updateVerdict(rights: Holder, shipment: Shipment): Verdict {
  if (!rights.has("shipments.update")) return missingPermission("shipments.update");
  if (shipment.status === "cancelled") return refused("cancelled", "A cancelled shipment stays as it is.");
  return { allowed: true };
}

export function setStatusVerdict(rights: Holder, shipment: Shipment, to: ShipmentStatus): Verdict {
  if (!rights.has("shipments.update")) return missingPermission("shipments.update");
  return followsVerdict(shipment, to);
}

export function cancelVerdict(rights: Holder, shipment: Shipment): Verdict {
  if (!rights.has("shipments.cancel")) return missingPermission("shipments.cancel");
  if (shipment.status === "cancelled") return refused("cancelled", "This shipment is cancelled already.");
  if (shipment.status === "delivered") return refused("delivered", "A delivered shipment cannot be cancelled.");
  return course[shipment.status].includes("cancelled")
    ? { allowed: true }
    : refused("under_way", "It is with the carrier. Report an exception first, then cancel it.");
}

/** What the buttons offer: the next statuses but cancellation, which is an act of its own. */
export function nextStatuses(rights: Holder, shipment: Shipment): ShipmentStatus[] {
  return rights.has("shipments.update") ? course[shipment.status].filter((status) => status !== "cancelled") : [];
}

export function followsVerdict({ status }: Shipment, to: ShipmentStatus): Verdict {
  if (status === to) return refused("same_status", `It is ${statusNames[to].toLowerCase()} already.`);
  if (course[status].includes(to)) return { allowed: true };
  return refused(
    "status_not_next",
    `It is ${statusNames[status].toLowerCase()}, so it cannot become ${statusNames[to].toLowerCase()} now.`,
  );
}

function refused(reason: string, message: string): Verdict {
  return { allowed: false, reason, message };
}
