import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { anyOf, page } from "@/lib/access/list";
import { requireMode } from "@/lib/access/mode";
import { defineOperation } from "@/lib/access/operation";
import { requireVerdict } from "@/lib/access/verdict";
import { idInput } from "@/lib/ids";
import { organizationStandards } from "@/lib/measures/convert";
import type { PostalAddress } from "@/lib/postal/schema";
import { preferences } from "@/lib/preferences/schema";
import { settingsRepository } from "@/lib/settings/repository";
import { withDefaults } from "@/lib/settings/stored";
import { detailOf, orderNames, viewOf } from "./find";
import { createShipmentInput, shipmentId, updateShipmentInput } from "./input-schema";
import { orderToSend } from "./of-order";
import { presentShipment } from "./present";
import { shipmentsRepository } from "./repository";
import { cancelVerdict, preferredService, setStatusVerdict, updateVerdict } from "./rules";
import {
  cancelShipmentInput,
  listShipmentsInput,
  preparedShipment,
  prepareShipmentInput,
  setStatusInput,
  shipmentCounts,
  shipmentDetailOutput,
  shipmentOutput,
} from "./schema";
import { valuesOf, withFreeReference } from "./values";

export const listShipments = defineOperation({
  name: "shipments.list",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "List shipments",
  input: listShipmentsInput,
  output: page(shipmentOutput),
  rest: { method: "get", path: "/shipments" },
  run: async ({ db, actor, input }) => {
    const shipments = shipmentsRepository(db);
    const [{ data, next_cursor }, standards] = await Promise.all([shipments.list(input), organizationStandards(db)]);
    const [loads, orders] = await Promise.all([
      shipments.loads(data.map(({ shipment }) => shipment.id)),
      orderNames(db, actor, data),
    ]);
    const around = { rights: actor.rights, standards, orders };
    return {
      data: data.map((row) => presentShipment(row, { ...around, load: loads.get(row.shipment.id) })),
      next_cursor,
    };
  },
});

export const findShipment = defineOperation({
  name: "shipments.find",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "Get a shipment with its parcels and history",
  input: shipmentId,
  output: shipmentDetailOutput,
  rest: { method: "get", path: "/shipments/{id}" },
  run: ({ db, actor, input }) => detailOf(db, actor, input.id),
});

const changes = {
  shownBy: findShipment,
  lock: (db: Database, { id }: { id: string }) => shipmentsRepository(db).findForUpdate(id),
};

export const createShipment = defineOperation({
  name: "shipments.create",
  scope: "organization",
  permission: "shipments.create",
  access: "write",
  summary: "Create a shipment, as a draft or ready to go",
  input: createShipmentInput,
  output: shipmentDetailOutput,
  rest: { method: "post", path: "/shipments", status: 201 },
  run: async ({ db, actor, input: { ready, testMode, ...given } }) => {
    requireMode(db, testMode, "testMode");
    const shipments = shipmentsRepository(db);
    const { values, parcels } = await valuesOf(db, given);
    const id = await withFreeReference(given.reference, async () =>
      shipments.create({
        ...values,
        service: given.service,
        sender: given.sender,
        recipient: given.recipient,
        reference: given.reference || (await shipments.nextReference()),
        status: ready ? "ready" : "draft",
      }),
    );
    await shipments.replaceParcels(id, parcels ?? []);
    return detailOf(db, actor, id);
  },
});

export const updateShipment = defineOperation({
  name: "shipments.update",
  scope: "organization",
  permission: "shipments.update",
  access: "write",
  summary: "Change a shipment; once it is picked up, addresses, service and parcels stay",
  input: updateShipmentInput,
  output: shipmentDetailOutput,
  rest: { method: "patch", path: "/shipments/{id}" },
  changes,
  run: async ({ db, actor, input: { id, ...given } }) => {
    const shipments = shipmentsRepository(db);
    const present = await shipments.findForUpdate(id);
    requireVerdict(updateVerdict(actor.rights, present));
    const loaded = given.parcels ? await shipments.parcels(id) : [];
    const { values, parcels } = await valuesOf(db, given, { ...present, parcels: loaded });
    await withFreeReference(given.reference, async () => shipments.update(id, values));
    if (parcels) await shipments.replaceParcels(id, parcels);
    return detailOf(db, actor, id);
  },
});

export const setShipmentStatus = defineOperation({
  name: "shipments.set_status",
  scope: "organization",
  permission: "shipments.update",
  access: "write",
  summary: "Move a shipment to its next status",
  input: setStatusInput,
  output: shipmentOutput,
  rest: { method: "post", path: "/shipments/{id}/status", status: 200 },
  changes,
  run: async ({ db, actor, input: { id, status, note } }) => {
    const shipments = shipmentsRepository(db);
    requireVerdict(setStatusVerdict(actor.rights, await shipments.findForUpdate(id), status));
    await shipments.update(id, { status, statusNote: note ?? null });
    return viewOf(db, actor, id);
  },
});

export const cancelShipment = defineOperation({
  name: "shipments.cancel",
  scope: "organization",
  permission: "shipments.cancel",
  access: "write",
  summary: "Cancel a shipment",
  input: cancelShipmentInput,
  output: shipmentOutput,
  rest: { method: "post", path: "/shipments/{id}/cancel", status: 200 },
  changes,
  run: async ({ db, actor, input: { id, note } }) => {
    const shipments = shipmentsRepository(db);
    requireVerdict(cancelVerdict(actor.rights, await shipments.findForUpdate(id)));
    await shipments.update(id, { status: "cancelled", statusNote: note ?? null });
    return viewOf(db, actor, id);
  },
});

export const prepareShipment = defineOperation({
  name: "shipments.prepare",
  scope: "organization",
  permission: "shipments.create",
  access: "read",
  summary: "See what a new shipment begins with: the usual sender and the preferred service, or all of another one",
  input: prepareShipmentInput,
  output: preparedShipment,
  rest: { method: "get", path: "/shipments/prepare" },
  run: async ({ db, actor, input }) => ({
    model: input.from ? await detailOf(db, actor, input.from) : null,
    order: input.order ? await orderToSend(db, actor, input.order) : null,
    sender: (await shipmentsRepository(db).usualSender()) as PostalAddress | null, // parsed by the output
    service: preferredService(
      withDefaults(preferences, (await settingsRepository(db).find()).preferences).default_service,
    ),
  }),
});

const mostCounted = 1001;

export const countShipments = defineOperation({
  name: "shipments.count",
  scope: "organization",
  permission: "shipments.view",
  access: "read",
  summary: "Count shipments by where they are; more than 1,000 count as 1,001",
  input: z.strictObject({ branch: anyOf(idInput("brn")) }),
  output: shipmentCounts,
  asksOnce: true,
  rest: { method: "get", path: "/shipments/count" },
  run: async ({ db, input: { branch } }) => {
    const shipments = shipmentsRepository(db);
    const [draft, moving, exception, delivered] = await Promise.all([
      shipments.count(["draft", "ready"], branch, mostCounted),
      shipments.count(["picked_up", "in_transit", "out_for_delivery"], branch, mostCounted),
      shipments.count(["exception"], branch, mostCounted),
      shipments.count(["delivered"], branch, mostCounted),
    ]);
    return { draft, moving, exception, delivered };
  },
});
