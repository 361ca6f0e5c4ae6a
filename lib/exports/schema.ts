import { z } from "zod";
import { sheets } from "@/lib/sheets/sheets";

export const list = z.enum(sheets.map(({ name }) => name));

/** The list, and its filters and order as its address has them. */
export const exportInput = z.strictObject({ list, query: z.record(z.string(), z.string().max(2000)).default({}) });

export const exportPageInput = exportInput.extend({ cursor: z.string().max(1000).optional() });

export const exportStart = z.object({ columns: z.array(z.string()), rows: z.number() });

export const exportPage = z.object({
  cells: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  next_cursor: z.string().nullable(),
});
