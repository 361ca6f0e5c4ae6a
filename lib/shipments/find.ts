import type { Database } from "@/lib/access/database";
import type { Actors } from "@/lib/access/operation";
import { organizationStandards } from "@/lib/measures/convert";
import { presentParcel, presentShipment } from "./present";
import { shipmentsRepository } from "./repository";

type Actor = Actors["organization"];

/** One shipment as its list shows it. */
export async function viewOf(db: Database, { rights }: Actor, id: string) {
  const shipments = shipmentsRepository(db);
  const row = await shipments.find(id);
  const standards = await organizationStandards(db);
  return presentShipment(row, { rights, standards, load: (await shipments.loads([id])).get(id) });
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
