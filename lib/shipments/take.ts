import { v7 as uuidv7 } from "uuid";
import { shipmentParcels } from "@/db/schema/shipment-parcels";
import { shipments } from "@/db/schema/shipments";
import type { Database } from "@/lib/access/database";
import type { Row } from "@/lib/resource/declaration";
import { insertMany } from "@/lib/sheets/insert";
import type { Ready, Refused } from "@/lib/sheets/sheet";
import { faultsOf } from "@/lib/sheets/take-resource";
import { takenBy } from "@/lib/sheets/unique";
import type { CreateShipmentInput } from "./input-schema";
import { shipmentsRepository } from "./repository";
import { valuesOf } from "./values";

/** Many new shipments, each by the rules of creating it by hand: drafts, whatever the file says of their status. */
export async function takeShipments(db: Database, ready: Ready[], keep: boolean): Promise<Refused> {
  const refused: Refused = new Map();
  const made: { row: Row & { id: string }; lines: Row[] }[] = [];
  for (const { id, input } of ready) {
    const { ready: atOnce, testMode: _, ...given } = input as CreateShipmentInput; // parsed by it
    try {
      const { values, parcels = [] } = await valuesOf(db, given);
      const status = atOnce ? "ready" : "draft";
      const row = { ...empty, ...values, status, reference: given.reference || undefined, id };
      made.push({
        row: { ...row, organizationId: db.organizationId },
        lines: parcels.map((parcel, at) => lineOf(db, id, parcel, at)),
      });
    } catch (error) {
      refused.set(id, faultsOf(error));
    }
  }
  const rows = made.map(({ row }) => row);
  const taken = await takenBy(db, shipments, rows);
  for (const row of taken.keys()) refused.set(String(row.id), { reference: ["Another shipment has this reference."] });
  if (!keep) return refused;
  const records = made.filter(({ row }) => !taken.has(row));
  for (const { row } of records) row.reference ??= await shipmentsRepository(db).nextReference();
  for (const row of await insertMany(db, { table: shipments, linesTable: shipmentParcels, records }))
    refused.set(String(row.id), {
      "": ["The database refused this row: it breaks a rule, or another record came first."],
    });
  return refused;
}

const empty = { branchId: null, trackingNumber: null, price: null, notes: null, shipOn: null };

function lineOf(db: Database, shipmentId: string, parcel: object, at: number): Row {
  return { ...parcel, organizationId: db.organizationId, id: uuidv7(), shipmentId, position: at + 1 };
}
