import { majorText } from "@/lib/measures/words";
import { viewUsage } from "@/lib/usage/operations";
import type { Maybe, Resolvers } from "../resolvers";
import type { Organization } from "./organizations";

type Filter = { date_after?: Maybe<string>; date_before?: Maybe<string>; omit?: Maybe<string[]> };

/** What stands for calls and trackers until there are logs and trackers: nothing, and no number that looks like one. */
const unknown = { total_errors: null, total_requests: null, total_trackers: null, total_addons_charges: null };

export const usageResolvers: Resolvers = {
  OrganizationType: {
    usage: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const from = filter?.date_after?.slice(0, 10);
      const to = filter?.date_before?.slice(0, 10);
      const handle = await at();
      const ask = () => handle.run(viewUsage, { ...(from ? { from } : {}), ...(to ? { to } : {}) });
      const used = await reader.once(handle, `usage ${from ?? ""} ${to ?? ""}`, ask);
      const { currency, days } = used;
      const amount = (minor: number) => Number(majorText(minor, currency));
      const counts = (name: "shipments") => days.map((day) => stat(day.date, name, { count: day[name] }));
      const sums = (name: "spend" | "volume") =>
        days.map((day) => stat(day.date, name, { count: amount(day[name]), amount: amount(day[name]), currency }));
      return {
        ...unknown,
        members: used.members,
        unfulfilled_orders: used.unfulfilled,
        total_shipments: used.shipments,
        total_shipping_spend: amount(used.spend),
        order_volume: amount(used.volume),
        api_errors: [],
        api_requests: [],
        tracker_count: [],
        order_volumes: sums("volume"),
        shipment_count: counts("shipments"),
        shipping_spend: sums("spend"),
      };
    },
  },
};

function stat(date: string, label: string, figures: object) {
  return { date, period: date, label, ...figures };
}
