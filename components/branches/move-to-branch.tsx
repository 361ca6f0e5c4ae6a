"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { moveToBranchAction } from "@/lib/branches/actions";
import type { BranchChoice, Movable } from "@/lib/branches/schema";

export type Moving = {
  kind: Movable;
  record: { id: string; name: string; branchId: string | null };
  branches: BranchChoice[];
  organizationId: string;
};

/** Open branches other than the record's own: where there is none, there is nowhere to move it. */
export function mayMove({ branches, record }: Pick<Moving, "branches" | "record">): boolean {
  return branches.some(({ id, archived }) => !archived && id !== record.branchId);
}

export function MoveToBranch({ kind, record, branches, organizationId, open, onClose }: Moving & Shown) {
  const offered = branches.filter(({ id, archived }) => !archived || id === record.branchId);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Move ${record.name} to a branch`}
      description="People of that branch see it from then on. Without a branch it belongs to the whole organization."
      size="sm"
    >
      <ActionForm
        action={moveToBranchAction.bind(null, kind)}
        organizationId={organizationId}
        defaultValues={{ branchId: record.branchId ?? "" }}
        submitLabel="Move"
        layout="fill"
        showDone={false}
        onDone={() => {
          onClose();
          toast.done(`${record.name} is moved.`);
        }}
      >
        <input type="hidden" name="ids[]" value={record.id} />
        <SelectField
          name="branchId"
          label="Branch"
          placeholder="No branch"
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </ActionForm>
    </Dialog>
  );
}

type Shown = { open: boolean; onClose: () => void };
