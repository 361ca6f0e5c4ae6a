import { z } from "zod";
import { newestInput } from "@/lib/access/list";
import { idInput, idOutput } from "@/lib/ids";
import { sheets } from "@/lib/sheets/sheets";

export const largestFile = 50_000_000;
export const mostRecords = 100_000;

const list = z.enum(sheets.map(({ name }) => name));
export const phase = z.enum(["checking", "checked", "writing", "done", "cancelled", "failed"]);
export const importId = z.strictObject({ id: idInput("imp") });
export const listImportsInput = newestInput(10, { list });
export const prepareInput = z.strictObject({ list });

export const startInput = z.strictObject({
  list,
  name: z.string().trim().min(1).max(200),
  file: z.string().regex(/^[0-9a-f]{32}$/),
  header: z.array(z.string().max(500)).min(1).max(300),
  delimiter: z.enum([",", ";", "\t"]),
});

const fault = z.object({ column: z.string(), message: z.string() });
export const faultyRow = z.object({ line: z.number(), faults: z.array(fault), cells: z.array(z.string()) });

export type FaultyRow = z.output<typeof faultyRow>;

/** Records of a file as the worker read them: `from` says how many came before. */
export const takeInput = z.strictObject({
  id: z.uuid(),
  from: z.int().min(0),
  records: z.array(
    z.strictObject({
      rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
      /** Columns whose value stands further up in the file too, and where. */
      repeats: z.record(z.string(), z.int()),
    }),
  ),
});

export type TakeInput = z.output<typeof takeInput>;

export const importView = z.object({
  id: idOutput("imp"),
  list,
  name: z.string(),
  starter: z.string(),
  phase,
  taken: z.number(),
  total: z.number().nullable(),
  good: z.number(),
  faulty: z.number(),
  problem: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});

export type ImportView = z.output<typeof importView>;

export const importDetail = importView.extend({
  header: z.array(z.string()),
  ignored: z.array(z.string()),
  faults: z.array(faultyRow.omit({ cells: true })),
});

export type ImportDetail = z.output<typeof importDetail>;

export const faultsInput = importId.extend({ after: z.string().max(100).optional() });
export const faultsPage = z.object({
  header: z.array(z.string()),
  rows: z.array(faultyRow),
  next: z.string().nullable(),
});
