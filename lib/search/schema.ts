import { z } from "zod";
import { searchInput } from "@/lib/access/list";

export const kinds = [
  "shipment",
  "member",
  "request",
  "key",
  "order",
  "piece",
  "customer",
  "address",
  "product",
  "asset",
] as const;

export const searchRecordsInput = z.strictObject({ q: searchInput });

/** A record as the palette shows it; `path` is its page on the organization's host. */
export const hit = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  path: z.string(),
});

export type Hit = z.output<typeof hit>;
