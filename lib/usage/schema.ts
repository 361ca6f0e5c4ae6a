import { z } from "zod";

const day = z.iso.date("Enter a day.");

export const usageInput = z.strictObject({ from: day.optional(), to: day.optional() });

export const amounts = {
  shipments: z.number(),
  spend: z.number(),
  orders: z.number(),
  volume: z.number(),
  apiCalls: z.number(),
  apiErrors: z.number(),
  deliveries: z.number(),
};

export const usage = z.object({
  currency: z.string(),
  members: z.number(),
  unfulfilled: z.number(),
  ...amounts,
  days: z.array(z.object({ date: z.string(), members: z.number().nullable(), ...amounts })),
});

export type Usage = z.output<typeof usage>;
