import { z } from "zod";
import { page } from "@/lib/access/list";
import { auditEntry } from "@/lib/audit/schema";

export const historyInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1000).optional(),
});

export const historyPage = page(
  auditEntry.pick({ id: true, at: true, actor: true, via: true, operation: true, before: true, after: true }),
);

export type SettingsChange = z.output<typeof historyPage>["data"][number];
