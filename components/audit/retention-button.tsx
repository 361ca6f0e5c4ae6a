"use client";

import { RetentionDialog } from "@/components/form/retention-dialog";
import { setAuditRetentionAction } from "@/lib/audit/actions";
import { retentionChoices } from "@/lib/audit/retention-schema";

type RetentionButtonProps = { organizationId: string; days: number | null };

/** How long the trail is kept. */
export function RetentionButton({ organizationId, days }: RetentionButtonProps) {
  return (
    <RetentionDialog
      title="How long is the trail kept?"
      description="Older entries are deleted and cannot be brought back. A shorter time holds after a week, and the owner is told at once; a longer one holds at once."
      label="Keep entries"
      action={setAuditRetentionAction}
      organizationId={organizationId}
      days={days === null ? "" : String(days)}
      options={retentionChoices}
    />
  );
}
