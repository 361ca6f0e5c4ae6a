import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { usageRepository } from "./repository";

const day = z.iso.date("Enter a day.");
const amounts = { shipments: z.number(), spend: z.number(), orders: z.number(), volume: z.number() };

/** Amounts are in minor units of the organization's currency; what is priced in another one is left out of them. */
export const viewUsage = defineOperation({
  name: "usage.view",
  scope: "organization",
  permission: "usage.view",
  access: "read",
  summary: "See members, shipments, orders and what they cost, by day; the last 30 days where no others are named",
  input: z.strictObject({ from: day.optional(), to: day.optional() }),
  output: z.object({
    currency: z.string(),
    members: z.number(),
    unfulfilled: z.number(),
    ...amounts,
    days: z.array(z.object({ date: z.string(), ...amounts })),
  }),
  rest: { method: "get", path: "/usage" },
  run: async ({ db, input }) => {
    const usage = usageRepository(db);
    const period = await usage.period(input);
    const [members, unfulfilled, days] = [await usage.members(), await usage.unfulfilled(), await usage.days(period)];
    const sum = (name: keyof typeof amounts) => days.reduce((all, each) => all + each[name], 0);
    return {
      currency: period.currency,
      members,
      unfulfilled,
      shipments: sum("shipments"),
      spend: sum("spend"),
      orders: sum("orders"),
      volume: sum("volume"),
      days,
    };
  },
});
