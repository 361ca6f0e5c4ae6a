import { z } from "zod";
import { idInput, idOutput } from "@/lib/ids";
import { queryInput } from "./schema";

const format = z.enum(["csv", "jsonl"]);

export const startExportInput = z.strictObject({ q: queryInput, format });
export const exportId = z.strictObject({ id: idInput("axp") });
/** As its job names it. */
export const exportJobInput = z.strictObject({ id: z.uuid() });

export const auditExport = z.object({
  id: idOutput("axp"),
  starter: z.string(),
  format,
  query: z.string(),
  phase: z.enum(["writing", "done", "failed", "expired"]),
  taken: z.number(),
  /** Of a hundred, by how far in time it came; null before the first part. */
  progress: z.number().nullable(),
  problem: z.string().nullable(),
  created_at: z.date(),
  finished_at: z.date().nullable(),
  link_until: z.date().nullable(),
});

export type AuditExport = z.output<typeof auditExport>;

export const noteExportInput = exportJobInput.extend({
  /** Parts and entries that were there before: a note that comes twice counts once. */
  part: z.int().min(0),
  taken: z.int().min(0),
  lastId: z.int().min(0).nullable(),
  over: z.boolean(),
  problem: z.string().max(500).nullable(),
});

export const exportFile = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  file: z.string(),
  format,
  parts: z.number(),
  createdAt: z.date(),
});

export type ExportFile = z.output<typeof exportFile>;
