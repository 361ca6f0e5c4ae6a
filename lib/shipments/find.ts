import type { Database } from "@/lib/access/database";
import type { Actors } from "@/lib/access/operation";
import { organizationStandards } from "@/lib/measures/convert";
import { orders } from "@/lib/orders/resource";
import { namesOf } from "@/lib/resource/targets";
import { presentParcel, presentShipment } from "./present";
import { type ListedShipment, shipmentsRepository } from "./repository";

type Actor = Actors["organization"];

/** One shipment as its list shows it. */
export async function viewOf(db: Database, actor: Actor, id: string) {
  const shipments = shipmentsRepository(db);
  const row = await shipments.find(id);
  const standards = await organizationStandards(db);
  const load = (await shipments.loads([id])).get(id);
  return presentShipment(row, { rights: actor.rights, standards, load, orders: await orderNames(db, actor, [row]) });
}

/** The references of the orders that these shipments carry, for people who may see orders. */
export async function orderNames(
  db: Database,
  { rights }: Actor,
  rows: ListedShipment[],
): Promise<Map<string, string>> {
  if (!rights.has(orders.permissions.view)) return new Map();
  return namesOf(
    db,
    orders.link,
    rows.flatMap(({ shipment }) => shipment.orderId ?? []),
  );
}

/** One shipment whole. */
export async function detailOf(db: Database, actor: Actor, id: string) {
  const shipments = shipmentsRepository(db);
  const view = await viewOf(db, actor, id);
  const { shipment } = await shipments.find(id);
  const standards = await organizationStandards(db);
  const history = await shipments.history(id);
  return {
    ...view,
    notes: shipment.notes,
    dimensionUnit: standards.dimensionUnit,
    parcels: (await shipments.parcels(id)).map((parcel) => presentParcel(parcel, standards)),
    history: history.map(({ id: event, fromStatus, status, note, actorName, at }) => ({
      id: event,
      from: fromStatus,
      status,
      note,
      actor: actorName,
      at,
    })),
  };
}
