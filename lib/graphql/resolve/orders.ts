import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { BerthError } from "@/lib/errors";
import { majorText } from "@/lib/measures/words";
import { cancelOrder, listOrderLines, type OrderLine } from "@/lib/orders/operations";
import { orders } from "@/lib/orders/resource";
import type { PostalAddress } from "@/lib/postal/schema";
import type { Row } from "@/lib/resource/declaration";
import { listShipments } from "@/lib/shipments/operations";
import type { ShipmentView } from "@/lib/shipments/schema";
import { payload, refuseField } from "../faults";
import { connection, eitherOf, refuseOthers, type Window, windowOf } from "../pages";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { asAddress, postalNames, postalOf } from "./addresses";
import type { Organization } from "./organizations";
import { asShipment } from "./shipments";

type Filter = Window & {
  keyword?: Maybe<string>;
  address?: Maybe<string[]>;
  source?: Maybe<string[]>;
  status?: Maybe<string[]>;
};
type Line = {
  title?: Maybe<string>;
  description?: Maybe<string>;
  sku?: Maybe<string>;
  quantity: number;
  value_amount?: Maybe<number>;
  value_currency?: Maybe<string>;
  parent_id?: Maybe<string>;
};
type Given = {
  id?: string;
  line_items?: Maybe<Line[]>;
  order_id?: Maybe<string>;
  order_date?: Maybe<string>;
  customer_id?: Maybe<string>;
  source?: Maybe<string>;
} & { [Side in keyof typeof sides]?: Maybe<Row> };

/** Where an order goes, comes from and is billed to. */
const sides = {
  shipping_to: "shippingTo",
  shipping_from: "shippingFrom",
  billing_address: "billingAddress",
} as const;
const sideNames = Object.entries(sides) as [keyof typeof sides, string][]; // the entries of the constant

/** What an order is called outside; open and confirmed ones both wait to be fulfilled. */
const statuses: Record<string, string> = {
  open: "unfulfilled",
  confirmed: "unfulfilled",
  fulfilled: "fulfilled",
  cancelled: "cancelled",
};

const names = {
  ...{ reference: "order_id", placed_on: "order_date", lines: "line_items", channel: "source" },
  ...{ "lines.*.quantity": "line_items.*.quantity", "lines.*.price": "line_items.*.value_amount" },
  ...{ "lines.*.description": "line_items.*.title", "lines.*.product_id": "line_items.*.parent_id" },
  ...Object.assign({}, ...Object.keys(sides).map(postalNames)),
};

export const orderResolvers: Resolvers = {
  Query: {
    order: async (_: unknown, { id }: { id: string }, reader) => {
      const at = reader.here();
      return asOrder(at, await reader.run(at, orders.operations.find, { id }));
    },
    orders: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const at = reader.here();
      const input = inputOf(filter ?? {});
      return connection(
        await ordersAt(reader, at, filter ?? {}),
        async () => (await at.run(orders.operations.count, input)).count,
      );
    },
  },
  OrganizationType: {
    orders: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader) =>
      (await ordersAt(reader, await at(), filter ?? {})).items,
  },
  OrderType: {
    line_items: ({ at, id, currency }: { at: Handle; id: string; currency: string }, _: unknown, reader) =>
      reader
        .batch(at, "lines", (ids) => linesOf(reader, at, ids))
        .load(id)
        .then((lines) => lines.map((line) => asLine(line, currency))),
    shipments: ({ at, id }: { at: Handle; id: string }, _: unknown, reader) =>
      reader.batch(at, "order shipments", (ids) => shipmentsOf(reader, at, ids)).load(id),
  },
  Mutation: {
    create_order: (_: unknown, { input }: Input<Given & Record<string, unknown>>, reader) =>
      payload(async () => {
        const at = reader.here();
        const made = await reader.run(at, orders.operations.create, {
          ...valuesOf(input, null),
          channel: input.source ?? "api",
        });
        return { order: asOrder(at, made) };
      }, names),
    update_order: (_: unknown, { input }: Input<Given & Record<string, unknown>>, reader) =>
      payload(async () => {
        const at = reader.here();
        const id = String(input.id);
        const present = sideNames.some(([side]) => input[side])
          ? await reader.run(at, orders.operations.find, { id })
          : null;
        const changed = await reader.run(at, orders.operations.update, { id, ...valuesOf(input, present) });
        return { order: asOrder(at, changed) };
      }, names),
    delete_order: (_: unknown, { input }: Input<{ id: string }>, reader) =>
      payload(async () => {
        const at = reader.here();
        const { id } = await reader.run(at, cancelOrder, { id: input.id });
        return { id };
      }),
  },
};

async function ordersAt(reader: Reader, at: Handle, filter: Filter) {
  const found = await windowOf(reader, at, orders.operations.list, {
    ...{ input: inputOf(filter), window: filter, names: { q: "keyword", "channel.*": "source.*" } },
  });
  return { ...found, items: found.items.map((row) => asOrder(at, row)) };
}

function inputOf(filter: Filter): Row {
  refuseOthers(filter, ["offset", "first", "keyword", "address", "source", "status"]);
  const { address, source, status } = filter;
  if (address && address.length > 1) throw refuseField("address", "One at a time.");
  const words = eitherOf(filter, "keyword", "address");
  const wanted = Object.keys(statuses).filter((own) => status?.includes(statuses[own] ?? ""));
  if (status && status.length > 0 && wanted.length === 0)
    throw refuseField("status", `Orders are never ${status.join(" or ")} here.`);
  return {
    ...(words ? { q: words } : {}),
    ...(source ? { channel: source } : {}),
    ...(wanted.length > 0 ? { status: wanted } : {}),
  };
}

function asOrder(at: Handle, row: Row) {
  const { customer, reference, channel, status, total, notes, createdAt, updatedAt } = row;
  const currency = String(row.currency);
  return {
    at,
    id: String(row.id),
    object_type: "order",
    order_id: reference,
    source: channel,
    status: statuses[String(status)],
    test_mode: row.testMode,
    options: {},
    metadata: {},
    meta: { status },
    created: createdAt,
    created_at: createdAt,
    updated_at: updatedAt,
    customer,
    currency,
    total: Number(majorText(Number(total), currency)),
    notes,
    ...Object.fromEntries(sideNames.map(([theirs, ours]) => [theirs, addressIn(row[ours])])),
  };
}

function addressIn(held: unknown) {
  return held ? asAddress(held as PostalAddress) : null; // as the output declares
}

async function linesOf(reader: Reader, at: Handle, ids: readonly string[]): Promise<OrderLine[][]> {
  const all = await reader.run(at, listOrderLines, { ids: [...ids] });
  return ids.map((id) => all.filter(({ recordId }) => recordId === id));
}

function asLine({ product, goods, description, quantity, price }: OrderLine, currency: string) {
  const known = product as { id: string; name: string | null } | null; // as the output declares a reference
  return {
    object_type: "commodity",
    title: known?.name ?? description,
    description,
    quantity,
    sku: goods?.sku ?? null,
    hs_code: goods?.customsCode ?? null,
    origin_country: goods?.origin ?? null,
    weight: goods?.weight ?? 0,
    weight_unit: goods?.weightUnit.toUpperCase() ?? null,
    metadata: {},
    value_amount: Number(majorText(Number(price), currency)),
    value_currency: currency,
    parent_id: known?.id ?? null,
    parent: known && { id: known.id, title: known.name, sku: goods?.sku ?? null },
  };
}

/** How many orders a list of shipments can be filtered by, and how many shipments one document's orders may have. */
const atOnce = 50;
const mostShipments = 1000;

async function shipmentsOf(reader: Reader, at: Handle, ids: readonly string[]) {
  const found: ShipmentView[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const order = ids.slice(from, from + atOnce);
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { order, limit: 100, ...(cursor ? { cursor } : {}) };
      const page: z.output<typeof listShipments.output> = await reader.run(at, listShipments, asked);
      found.push(...page.data);
      cursor = page.next_cursor;
      if (found.length >= mostShipments && cursor)
        throw new BerthError("invalid", "These orders have more than 1,000 shipments: ask for fewer orders.", {
          reason: "document_too_large",
        });
    }
  }
  return ids.map((id) => found.filter(({ order }) => order?.id === id).map((row) => asShipment(at, row)));
}

function valuesOf(given: Given, present: Row | null): Row {
  const { line_items, order_id, order_date, customer_id } = given;
  const currency = currencyOf(line_items ?? []);
  return {
    ...(line_items ? { lines: line_items.map(asOwnLine) } : {}),
    ...(currency ? { currency } : {}),
    ...(order_id ? { reference: order_id } : {}),
    ...(order_date === undefined ? {} : { placedOn: order_date ? order_date.slice(0, 10) : null }),
    ...(customer_id === undefined ? {} : { customerId: customer_id }),
    ...Object.fromEntries(
      sideNames.flatMap(([theirs, ours]) => {
        const address = given[theirs];
        if (address === undefined) return [];
        const held = (present?.[ours] ?? null) as PostalAddress | null; // as the output declares
        return [[ours, address && postalOf(address, theirs, held)]];
      }),
    ),
  };
}

/** An order has one currency: an amount in another would be kept as so many of the first. */
function currencyOf(lines: Line[]): string | undefined {
  const [first] = lines.flatMap(({ value_currency }) => value_currency ?? []);
  const other = lines.findIndex(({ value_currency }) => value_currency && value_currency !== first);
  if (other < 0) return first;
  throw refuseField(`line_items.${other}.value_currency`, "An order has one currency.");
}

function asOwnLine({ title, description, sku, quantity, value_amount, parent_id }: Line): Row {
  return {
    description: title ?? description ?? sku ?? "",
    quantity,
    price: String(value_amount ?? 0),
    ...(parent_id ? { productId: parent_id } : {}),
  };
}
