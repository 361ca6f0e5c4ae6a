"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { openAuditExport, startAuditExport } from "./export-operations";
import { setAuditRetention } from "./retention-operations";

type Started = ActionState<{ id: string }>;

export async function startAuditExportAction(_: Started, form: FormData): Promise<Started> {
  return organizationAction(startAuditExport, form);
}

type Opened = ActionState<{ id: string; until: Date }>;

export async function openAuditExportAction(_: Opened, form: FormData): Promise<Opened> {
  return organizationAction(openAuditExport, form);
}

export async function setAuditRetentionAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(setAuditRetention, form, {
    message: ({ next }) =>
      next === null ? "Saved. It holds from now on." : "Saved. It holds in a week, and the owner was told.",
  });
}
