import { defineOperation } from "@/lib/access/operation";
import { usageRepository } from "./repository";
import { type amounts, usage, usageInput } from "./schema";

/**
 * Amounts are in minor units of the organization's currency; what is priced in another one is left out of them. Members of
 * a day are those at its end, null where nobody wrote them down. Calls and deliveries are the whole organization's, so whoever
 * is limited to branches finds none.
 */
export const viewUsage = defineOperation({
  name: "usage.view",
  scope: "organization",
  permission: "usage.view",
  access: "read",
  summary:
    "See members, shipments, orders, what they cost, calls of the API and deliveries, by day; the last 30 days where no others are named",
  input: usageInput,
  output: usage,
  rest: { method: "get", path: "/usage" },
  run: async ({ db, input }) => {
    const used = usageRepository(db);
    const period = await used.period(input);
    const [members, unfulfilled, days] = [await used.members(), await used.unfulfilled(), await used.days(period)];
    const sum = (name: keyof typeof amounts) => days.reduce((all, each) => all + each[name], 0);
    return {
      currency: period.currency,
      members,
      unfulfilled,
      shipments: sum("shipments"),
      spend: sum("spend"),
      orders: sum("orders"),
      volume: sum("volume"),
      apiCalls: sum("apiCalls"),
      apiErrors: sum("apiErrors"),
      deliveries: sum("deliveries"),
      days,
    };
  },
});
