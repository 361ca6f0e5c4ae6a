import type { Handle } from "@/lib/access/handle";
import { majorText } from "@/lib/measures/words";
import { viewUsage } from "@/lib/usage/operations";
import { atTheirNames, refuseField } from "../faults";
import type { Reader } from "../reader";
import type { Maybe, Resolvers } from "../resolvers";
import type { Organization } from "./organizations";

type Filter = {
  date_after?: Maybe<string>;
  date_before?: Maybe<string>;
  omit?: Maybe<string[]>;
  surcharge_id?: Maybe<string>;
};

/** Nothing, and no number that looks like one: there are no such figures. */
const unknown = { total_trackers: null, total_addons_charges: null };

export const usageResolvers: Resolvers = {
  Query: {
    system_usage: (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) =>
      usageOf(reader, reader.here(), filter),
  },
  OrganizationType: {
    usage: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader) =>
      usageOf(reader, await at(), filter),
  },
};

async function usageOf(reader: Reader, handle: Handle, filter: Maybe<Filter>) {
  if (filter?.surcharge_id) throw refuseField("surcharge_id", "There are no surcharges here.");
  const from = filter?.date_after?.slice(0, 10);
  const to = filter?.date_before?.slice(0, 10);
  const asked = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const ask = () => atTheirNames({ from: "date_after", to: "date_before" }, () => handle.run(viewUsage, asked));
  const used = await reader.once(handle, `usage ${from ?? ""} ${to ?? ""}`, ask);
  const { currency, days } = used;
  const amount = (minor: number) => Number(majorText(minor, currency));
  const counts = (name: "shipments" | "orders" | "deliveries" | "apiCalls" | "apiErrors", label: string) =>
    days.map((day) => stat(day.date, label, { count: day[name] }));
  const sums = (name: "spend" | "volume") =>
    days.map((day) => stat(day.date, name, { count: amount(day[name]), amount: amount(day[name]), currency }));
  const figures = {
    ...unknown,
    members: used.members,
    unfulfilled_orders: used.unfulfilled,
    total_errors: used.apiErrors,
    total_requests: used.apiCalls,
    total_shipments: used.shipments,
    total_shipping_spend: amount(used.spend),
    order_volume: amount(used.volume),
    api_errors: counts("apiErrors", "api_errors"),
    api_requests: counts("apiCalls", "api_requests"),
    tracker_count: [],
    order_volumes: sums("volume"),
    shipment_count: counts("shipments", "shipments"),
    shipping_spend: sums("spend"),
    total_orders: used.orders,
    total_deliveries: used.deliveries,
    order_count: counts("orders", "orders"),
    delivery_count: counts("deliveries", "deliveries"),
    member_count: days.map((day) => stat(day.date, "members", { count: day.members })),
  };
  const omitted = filter?.omit?.map((name) => [name, null]) ?? [];
  return { ...figures, ...Object.fromEntries(omitted) };
}

function stat(date: string, label: string, figures: object) {
  return { date, period: date, label, ...figures };
}
