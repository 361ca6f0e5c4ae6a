import { z } from "zod";
import { idOutput } from "@/lib/ids";

const count = z.coerce.number();

export const platformUsage = z.object({
  organizations: count,
  members: count,
  days: z.array(
    z.object({
      date: z.string(),
      calls: count,
      errors: count,
      deliveries: count,
      shipments: count,
      orders: count,
    }),
  ),
  /** In minor units, of each currency apart. */
  spend: z.array(z.object({ currency: z.string(), spend: count })),
  /** Who called most. `today` and `most`: calls of today, and how many the plan has for a day; null is any number. */
  top: z.array(
    z.object({
      id: idOutput("org"),
      name: z.string(),
      slug: z.string(),
      plan: z.string(),
      calls: count,
      errors: count,
      shipments: count,
      today: count,
      most: count.nullable(),
    }),
  ),
});

export type PlatformUsage = z.output<typeof platformUsage>;
