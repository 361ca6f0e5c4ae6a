import type { z } from "zod";
import { newestInput, page } from "@/lib/access/list";
import { auditEntry } from "@/lib/audit/schema";

export const historyInput = newestInput(25, {});

export const historyPage = page(
  auditEntry.pick({ id: true, at: true, actor: true, via: true, operation: true, before: true, after: true }),
);

export type SettingsChange = z.output<typeof historyPage>["data"][number];
