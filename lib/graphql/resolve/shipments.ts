import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { decodeId, encodeId } from "@/lib/ids";
import { majorText } from "@/lib/measures/words";
import { orders } from "@/lib/orders/resource";
import { countListedShipments, listShipmentParcels } from "@/lib/shipments/batch-operations";
import { cancelShipment, findShipment, listShipments, setShipmentStatus } from "@/lib/shipments/operations";
import type { ShipmentView } from "@/lib/shipments/schema";
import { payload, refuseField } from "../faults";
import { connection, eitherOf, refuseOthers, type Window, windowOf } from "../pages";
import { nobodys, type Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { asAddress } from "./addresses";
import type { Organization } from "./organizations";

type Filter = Window & {
  keyword?: Maybe<string>;
  reference?: Maybe<string>;
  id?: Maybe<string[]>;
  service?: Maybe<string[]>;
  status?: Maybe<string[]>;
  order_id?: Maybe<string>;
  created_after?: Maybe<string>;
  created_before?: Maybe<string>;
};
const known = [
  "offset",
  "first",
  "keyword",
  "reference",
  "id",
  "service",
  "status",
  "order_id",
  "created_after",
  "created_before",
];

/** Our status, and what clients of this interface call it. */
const statuses: Record<ShipmentView["status"], string> = {
  draft: "draft",
  ready: "created",
  picked_up: "shipped",
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  delivered: "delivered",
  exception: "needs_attention",
  cancelled: "cancelled",
};

type Shown = { at: Handle; row: ShipmentView };

export const shipmentResolvers: Resolvers = {
  Query: {
    shipment: async (_: unknown, { id }: { id: string }, reader) => {
      const at = reader.here();
      return asShipment(at, await reader.run(at, findShipment, { id }));
    },
    shipments: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const at = reader.here();
      const { input, ...found } = await shipmentsAt(reader, at, filter ?? {});
      return connection(found, async () => (await at.run(countListedShipments, input)).count);
    },
  },
  OrganizationType: {
    shipments: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader) =>
      (await shipmentsAt(reader, await at(), filter ?? {})).items,
  },
  ShipmentType: {
    parcels: async ({ at, row }: Shown, _: unknown, reader) => {
      const parcels = await reader.batch(at, "parcels", (ids) => parcelsOf(reader, at, ids)).load(row.id);
      return parcels.map((parcel) => ({ ...parcel, weight_unit: row.weightUnit.toUpperCase() }));
    },
  },
  Mutation: {
    change_shipment_status: (
      _: unknown,
      { input }: Input<{ id: string; status: string; note?: Maybe<string> }>,
      reader,
    ) =>
      payload(async () => {
        const at = reader.here();
        const status = insideStatus(input.status);
        const given = { id: input.id, ...(input.note ? { note: input.note } : {}) };
        const row =
          status === "cancelled"
            ? await reader.run(at, cancelShipment, given)
            : await reader.run(at, setShipmentStatus, { ...given, status });
        return { shipment: asShipment(at, row) };
      }),
  },
};

export async function shipmentsAt(reader: Reader, at: Handle, filter: Filter) {
  const input = {
    ...inputOf(filter),
    ...(filter.order_id ? { order: await ordersCalled(reader, at, filter.order_id) } : {}),
  };
  const found = await windowOf(reader, at, listShipments, { input, window: filter, names: listNames });
  return { ...found, input, items: found.items.map((row) => asShipment(at, row)) };
}

/** How filters call what our list does. */
export const listNames = {
  ...{ q: "keyword", "ids.*": "id.*", "service.*": "service.*", "order.*": "order_id" },
  ...{ from: "created_after", to: "created_before" },
};

/** How many orders are looked through for one that is called so. */
const mostLooked = 1000;

/** An order by its id or, as `order_id` shows it, by its reference; where there is none, an id that nothing has. */
async function ordersCalled(reader: Reader, at: Handle, given: string): Promise<string[]> {
  if (decodeId("ord", given)) return [given];
  let cursor: string | undefined;
  for (let looked = 0; looked < mostLooked; looked += 100) {
    const asked = { q: given, limit: 100, ...(cursor ? { cursor } : {}) };
    const page: z.output<typeof orders.operations.list.output> = await reader.run(at, orders.operations.list, asked);
    const found = page.data.find(({ reference }) => reference === given);
    if (found) return [String(found.id)];
    if (!page.next_cursor) return [encodeId("ord", nobodys)];
    cursor = page.next_cursor;
  }
  throw refuseField("order_id", "Too many orders have this in their words: give the order's id.");
}

export function asShipment(at: Handle, row: ShipmentView) {
  return {
    at,
    row,
    id: row.id,
    object_type: "shipment",
    test_mode: row.testMode,
    status: statuses[row.status],
    reference: row.reference,
    tracking_number: row.trackingNumber,
    tracker_id: row.trackingNumber === null ? null : row.id,
    service: row.service,
    services: [row.service],
    order_id: row.order?.name ?? null,
    created: row.createdAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    shipper: asAddress(row.sender),
    recipient: asAddress(row.recipient),
    price: row.price === null ? null : Number(majorText(row.price, row.currency)),
    currency: row.currency,
    meta: {
      status_note: row.statusNote,
      parcel_count: row.parcelCount,
      weight: row.weight,
      weight_unit: row.weightUnit,
    },
    options: {},
    metadata: {},
    is_return: false,
    is_archived: false,
    carrier_ids: [],
    rates: [],
    messages: [],
  };
}

function inputOf(filter: Filter): z.input<typeof countListedShipments.input> {
  refuseOthers(filter, known);
  const words = eitherOf(filter, "keyword", "reference");
  const { id, service, status, created_after, created_before } = filter;
  return {
    ...(words ? { q: words } : {}),
    ...(id ? { ids: id } : {}),
    ...(service ? { service } : {}),
    ...(status ? { status: status.map(insideStatus) } : {}),
    ...(created_after ? { from: created_after } : {}),
    ...(created_before ? { to: created_before } : {}),
  };
}

function insideStatus(status: string): ShipmentView["status"] {
  const found = Object.entries(statuses).find(([, outside]) => outside === status)?.[0];
  if (found) return found as ShipmentView["status"]; // a key of the constant above
  throw refuseField("status", `Shipments are never ${status.replaceAll("_", " ")} here.`);
}

async function parcelsOf(reader: Reader, at: Handle, ids: readonly string[]) {
  const all = await reader.run(at, listShipmentParcels, { ids: [...ids] });
  return ids.map((id) =>
    all
      .filter(({ shipmentId }) => shipmentId === id)
      .map(({ id: parcel, shipmentId: _, ...rest }) => ({
        ...rest,
        id: `parcel_${parcel}`,
        object_type: "parcel",
        items: [],
      })),
  );
}
