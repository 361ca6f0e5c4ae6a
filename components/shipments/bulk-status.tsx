"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Dialog } from "@/components/ui/dialog";
import { setShipmentStatusesAction } from "@/lib/shipments/actions";
import { followsVerdict, type ShipmentStatus, statusNames } from "@/lib/shipments/rules";
import type { ShipmentView, StatusResults } from "@/lib/shipments/schema";

export type BulkProps = {
  /** None: it is closed. */
  shipments: ShipmentView[];
  organizationId: string;
  onClose: () => void;
  onDone: (results: StatusResults) => void;
};

const settable = (Object.keys(statusNames) as ShipmentStatus[]).filter((status) => status !== "cancelled"); // its keys

/**
 * One status for all that are selected; beside each it says how many can take it. It stands outside the table: what it
 * changes may leave the list, and the selection with it, before the answer is shown.
 */
export function BulkStatus({ shipments, organizationId, onClose, onDone }: BulkProps) {
  const options = settable
    .map((status) => ({ status, able: shipments.filter((each) => followsVerdict(each, status).allowed).length }))
    .filter(({ able }) => able > 0)
    .sort((a, b) => b.able - a.able)
    .map(({ status, able }) => ({ value: status, label: `${statusNames[status]} (${able} of ${shipments.length})` }));
  const count = shipmentsInWords(shipments.length);
  return (
    <Dialog
      open={shipments.length > 0}
      onOpenChange={(open) => !open && onClose()}
      title={`Set the status of ${count}`}
      description="Those that cannot take it stay as they are, and you are told why."
      size="sm"
    >
      {options.length === 0 ? (
        <p className="text-muted">Nothing follows for what you selected: it is delivered or cancelled.</p>
      ) : (
        <ActionForm
          action={setShipmentStatusesAction}
          organizationId={organizationId}
          defaultValues={{ status: options[0]?.value ?? "", note: "" }}
          submitLabel={`Set status of ${count}`}
          layout="fill"
          showDone={false}
          onDone={onDone}
        >
          <ChosenIds shipments={shipments} />
          <SelectField name="status" label="New status" options={options} />
          <TextareaField
            name="note"
            label="Note"
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

export function shipmentsInWords(count: number): string {
  return count === 1 ? "1 shipment" : `${count} shipments`;
}

export function ChosenIds({ shipments }: Pick<BulkProps, "shipments">) {
  return shipments.map(({ id }) => <input key={id} type="hidden" name="ids[]" value={id} />);
}
