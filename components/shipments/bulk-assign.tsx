"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { type BulkProps, ChosenIds, shipmentsInWords } from "@/components/shipments/bulk-status";
import { Dialog } from "@/components/ui/dialog";
import type { BranchChoice } from "@/lib/branches/schema";
import { assignShipmentsAction } from "@/lib/shipments/actions";

/** Gives all that are selected to one branch. */
export function BulkAssign({
  shipments,
  branches,
  organizationId,
  onClose,
  onDone,
}: BulkProps & { branches: BranchChoice[] }) {
  const count = shipmentsInWords(shipments.length);
  return (
    <Dialog
      open={shipments.length > 0}
      onOpenChange={(open) => !open && onClose()}
      title={`Assign ${count} to a branch`}
      description="Cancelled ones stay as they are, and you are told so."
      size="sm"
    >
      <ActionForm
        action={assignShipmentsAction}
        organizationId={organizationId}
        defaultValues={{ branchId: "" }}
        submitLabel={`Assign ${count}`}
        layout="fill"
        showDone={false}
        onDone={onDone}
      >
        <ChosenIds shipments={shipments} />
        <SelectField
          name="branchId"
          label="Branch"
          placeholder="No branch"
          options={branches.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </ActionForm>
    </Dialog>
  );
}
