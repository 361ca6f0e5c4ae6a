"use client";

import { RetentionDialog } from "@/components/form/retention-dialog";
import { setLogRetentionAction } from "@/lib/logs/actions";
import { retentionChoices } from "@/lib/logs/words";

/** How long calls are kept. */
export function LogRetentionButton({ organizationId, days }: { organizationId: string; days: number }) {
  const options = retentionChoices.some(({ value }) => value === String(days))
    ? retentionChoices
    : [...retentionChoices, { value: String(days), label: `${days} days` }];
  return (
    <RetentionDialog
      title="How long are calls kept?"
      description="Older calls are deleted within the hour and cannot be brought back. What calls changed stays in the audit trail."
      label="Keep calls"
      action={setLogRetentionAction}
      organizationId={organizationId}
      days={String(days)}
      options={options}
    />
  );
}
