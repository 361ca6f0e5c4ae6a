import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { idInput, idOutput } from "@/lib/ids";
import { organizationStandards } from "@/lib/measures/convert";
import { presentParcel } from "./present";
import { shipmentsRepository } from "./repository";
import { listShipmentsInput, parcelOutput, shipmentStep } from "./schema";

export const listShipmentParcels = defineOperation({
  name: "shipments.parcels",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "List the parcels of several shipments at once",
  input: z.strictObject({ ids: z.array(idInput("shp")).max(100) }),
  output: z.array(parcelOutput.extend({ id: z.uuid(), shipmentId: idOutput("shp") })),
  run: async ({ db, input: { ids } }) => {
    const shipments = shipmentsRepository(db);
    const [parcels, standards] = await Promise.all([
      ids.length > 0 ? shipments.parcelsOfMany(ids) : [],
      organizationStandards(db),
    ]);
    return parcels.map((parcel) => ({
      ...presentParcel(parcel, standards),
      id: parcel.id,
      shipmentId: parcel.shipmentId,
    }));
  },
});

export const listShipmentSteps = defineOperation({
  name: "shipments.steps",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "List what several shipments went through at once",
  input: z.strictObject({ ids: z.array(idInput("shp")).max(100) }),
  output: z.array(shipmentStep.extend({ shipmentId: idOutput("shp") })),
  run: async ({ db, input: { ids } }) => {
    if (ids.length === 0) return [];
    const steps = await shipmentsRepository(db).historyOfMany(ids);
    return steps.map(({ actorName, fromStatus, ...step }) => ({ ...step, from: fromStatus, actor: actorName }));
  },
});

const mostCounted = 10_001;

export const countListedShipments = defineOperation({
  name: "shipments.count_listed",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "Count the shipments that filters show; more than 10,000 count as 10,001",
  input: listShipmentsInput.omit({ limit: true, cursor: true, sort: true }),
  output: z.object({ count: z.number() }),
  run: async ({ db, input }) => ({ count: await shipmentsRepository(db).countListedUpTo(input, mostCounted) }),
});
