import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { BerthError } from "@/lib/errors";
import { countListedShipments, listShipmentSteps } from "@/lib/shipments/batch-operations";
import { findShipment, listShipments } from "@/lib/shipments/operations";
import { statusNames } from "@/lib/shipments/rules";
import type { ShipmentView } from "@/lib/shipments/schema";
import { refuseField } from "../faults";
import { connection, refuseOthers, type Window, windowOf } from "../pages";
import type { Reader } from "../reader";
import type { Maybe, Resolvers } from "../resolvers";
import type { Organization } from "./organizations";
import { asShipment, listNames } from "./shipments";

type Filter = Window & {
  tracking_number?: Maybe<string>;
  created_after?: Maybe<string>;
  created_before?: Maybe<string>;
  status?: Maybe<string[]>;
  keyword?: Maybe<string>;
};

const known = ["offset", "first", "tracking_number", "created_after", "created_before", "status", "keyword"];

/** Where a shipment is, in a tracker's words. */
const statuses: Record<ShipmentView["status"], string> = {
  draft: "pending",
  ready: "pending",
  picked_up: "picked_up",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  delivered: "delivered",
  exception: "on_hold",
  cancelled: "cancelled",
};

type Shown = { at: Handle; row: ShipmentView };

export const trackerResolvers: Resolvers = {
  Query: {
    tracker: async (_: unknown, { id }: { id: string }, reader) => {
      const at = reader.here();
      const found = asTracker(at, await reader.run(at, findShipment, { id }));
      if (!found) throw new BerthError("not_found", "This shipment has no tracking number.");
      return found;
    },
    trackers: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const at = reader.here();
      const input = inputOf(filter ?? {});
      return connection(
        await trackersAt(reader, at, filter ?? {}),
        async () => (await at.run(countListedShipments, input)).count,
      );
    },
  },
  OrganizationType: {
    trackers: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader) =>
      (await trackersAt(reader, await at(), filter ?? {})).items,
  },
  ShipmentType: {
    tracker: ({ at, row }: Shown) => asTracker(at, row),
  },
  TrackerType: {
    events: ({ at, row }: Shown, _: unknown, reader) =>
      reader.batch(at, "steps", (ids) => stepsOf(reader, at, ids)).load(row.id),
  },
};

async function trackersAt(reader: Reader, at: Handle, filter: Filter) {
  const found = await windowOf(reader, at, listShipments, {
    ...{ input: inputOf(filter), window: filter, names: { "tracking_number.*": "tracking_number", ...listNames } },
  });
  return { ...found, items: found.items.map((row) => asTracker(at, row)) };
}

function asTracker(at: Handle, row: ShipmentView) {
  if (row.trackingNumber === null) return null;
  return {
    at,
    row,
    id: row.id,
    object_type: "tracker",
    tracking_number: row.trackingNumber,
    test_mode: row.testMode,
    metadata: {},
    status: statuses[row.status],
    delivered: row.status === "delivered",
    options: {},
    meta: { shipment_status: row.status },
    shipment: asShipment(at, row),
    is_archived: false,
    created: row.createdAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    info: {
      order_id: row.order?.name ?? null,
      note: row.statusNote,
      package_weight: String(row.weight),
      package_weight_unit: row.weightUnit.toUpperCase(),
      shipment_service: row.service,
      shipment_origin_country: row.sender.country,
      shipment_destination_country: row.recipient.country,
    },
    messages: [],
  };
}

async function stepsOf(reader: Reader, at: Handle, ids: readonly string[]) {
  const all = await reader.run(at, listShipmentSteps, { ids: [...ids] });
  return ids.map((id) =>
    all
      .filter(({ shipmentId }) => shipmentId === id)
      .map(({ at: moment, status, note }) => ({
        date: moment.toISOString().slice(0, 10),
        time: moment.toISOString().slice(11, 16),
        timestamp: moment,
        code: status,
        description: note ?? statusNames[status],
        status: statuses[status],
      })),
  );
}

function inputOf(filter: Filter): z.input<typeof countListedShipments.input> {
  refuseOthers(filter, known);
  const { tracking_number, created_after, created_before, status, keyword } = filter;
  return {
    tracked: ["yes"],
    ...(tracking_number ? { trackingNumber: [tracking_number] } : {}),
    ...(status && status.length > 0 ? { status: status.flatMap(insideStatuses) } : {}),
    ...(keyword ? { q: keyword } : {}),
    ...(created_after ? { from: created_after } : {}),
    ...(created_before ? { to: created_before } : {}),
  };
}

function insideStatuses(status: string): ShipmentView["status"][] {
  const own = Object.keys(statuses) as ShipmentView["status"][]; // the keys of the constant above
  const found = own.filter((each) => statuses[each] === status);
  if (found.length > 0) return found;
  throw refuseField("status", `Trackers are never ${status.replaceAll("_", " ").slice(0, 40)} here.`);
}
