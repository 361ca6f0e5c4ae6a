"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextareaField } from "@/components/form/textarea-field";
import { type BulkProps, ChosenIds, shipmentsInWords } from "@/components/shipments/bulk-status";
import { Dialog } from "@/components/ui/dialog";
import { cancelShipmentsAction } from "@/lib/shipments/actions";

/** Cancels all that are selected and can still be cancelled. */
export function BulkCancel({ shipments, organizationId, onClose, onDone }: BulkProps) {
  const count = shipmentsInWords(shipments.length);
  const able = shipments.filter(({ abilities }) => abilities.cancel.allowed).length;
  return (
    <Dialog
      open={shipments.length > 0}
      onOpenChange={(open) => !open && onClose()}
      title={`Cancel ${count}?`}
      description={
        able === shipments.length
          ? "This cannot be taken back."
          : `${able} of them can be cancelled now. The others stay as they are, and you are told why.`
      }
      size="sm"
    >
      {able > 0 && (
        <ActionForm
          action={cancelShipmentsAction}
          organizationId={organizationId}
          defaultValues={{ note: "" }}
          submitLabel={`Cancel ${shipmentsInWords(able)}`}
          submitTone="danger"
          layout="fill"
          showDone={false}
          onDone={onDone}
        >
          <ChosenIds shipments={shipments} />
          <TextareaField
            name="note"
            label="Reason"
            help="Stands in the history of each."
            rows={2}
            maxLength={300}
            optional
          />
        </ActionForm>
      )}
    </Dialog>
  );
}
