"use client";

import { Ban, CircleAlert, Copy, Ellipsis, GitBranch, MoveRight, Pencil } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { MoveToBranch, mayMove } from "@/components/branches/move-to-branch";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { send } from "@/components/form/send";
import { TextareaField } from "@/components/form/textarea-field";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { BranchChoice } from "@/lib/branches/schema";
import { cancelShipmentAction, setShipmentStatusAction } from "@/lib/shipments/actions";
import { type ShipmentStatus, statusNames } from "@/lib/shipments/rules";
import type { ShipmentDetail } from "@/lib/shipments/schema";

export type ShipmentActsProps = {
  shipment: ShipmentDetail;
  branches: BranchChoice[];
  organizationId: string;
  mayCreate: boolean;
};

/** The next step as the primary act; the others, with a note, in the menu. */
export function ShipmentActs({ shipment, branches, organizationId, mayCreate }: ShipmentActsProps) {
  const router = useRouter();
  const [noting, setNoting] = useState<ShipmentStatus>();
  const [cancelling, setCancelling] = useState(false);
  const [moving, setMoving] = useState(false);
  const [pending, start] = useTransition();
  const { id, reference, abilities } = shipment;
  const fields = { organization: organizationId, id };
  const record = { id, name: reference, branchId: shipment.branch?.id ?? null };
  const [first, ...others] = [...shipment.next].sort((a, b) => rank(a) - rank(b));

  const move = (status: ShipmentStatus) =>
    start(async () => {
      const state = await send(setShipmentStatusAction, { ...fields, status });
      if (state.status === "failed") toast.failed(state.message);
    });

  return (
    <>
      {abilities.update.allowed && (
        <Link href={`/shipments/${id}/edit`} className={buttonStyles()}>
          <Pencil />
          Edit
        </Link>
      )}
      {first && (
        <Button variant="primary" pending={pending} onClick={() => move(first)}>
          Mark as {statusNames[first].toLowerCase()}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton label={`More for ${reference}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        {others.map((status) => (
          <MenuItem
            key={status}
            icon={status === "exception" ? <CircleAlert /> : <MoveRight />}
            onSelect={() => setNoting(status)}
          >
            {status === "exception" ? "Report an exception" : `Mark as ${statusNames[status].toLowerCase()}`}
          </MenuItem>
        ))}
        {abilities.update.allowed && mayMove({ branches, record }) && (
          <MenuItem icon={<GitBranch />} onSelect={() => setMoving(true)}>
            Move to branch
          </MenuItem>
        )}
        {mayCreate && (
          <MenuItem icon={<Copy />} onSelect={() => router.push(`/shipments/new?from=${id}`)}>
            Make another like it
          </MenuItem>
        )}
        <MenuItem icon={<Ban />} danger disabled={!abilities.cancel.allowed} onSelect={() => setCancelling(true)}>
          Cancel shipment
        </MenuItem>
        {!abilities.cancel.allowed && (
          <p className="max-w-64 px-2 py-1.5 text-muted text-xs">{abilities.cancel.message}</p>
        )}
      </Menu>
      <Dialog
        open={noting !== undefined}
        onOpenChange={(open) => !open && setNoting(undefined)}
        title={
          noting === "exception"
            ? `What went wrong with ${reference}?`
            : `${reference}: ${noting && statusNames[noting]}`
        }
        size="sm"
      >
        {noting && (
          <ActionForm
            action={setShipmentStatusAction}
            organizationId={organizationId}
            defaultValues={{ note: "" }}
            submitLabel={noting === "exception" ? "Report exception" : `Mark as ${statusNames[noting].toLowerCase()}`}
            layout="fill"
            showDone={false}
            onDone={(_, message) => {
              setNoting(undefined);
              if (message) toast.done(message);
            }}
          >
            <HiddenField name="id" value={id} />
            <HiddenField name="status" value={noting} />
            <TextareaField
              name="note"
              label={noting === "exception" ? "Reason" : "Note"}
              help="Stands beside the status and in the history."
              rows={2}
              maxLength={300}
              optional
            />
          </ActionForm>
        )}
      </Dialog>
      <MoveToBranch
        kind="shipments"
        {...{ record, branches, organizationId }}
        open={moving}
        onClose={() => setMoving(false)}
      />
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title={`Cancel ${reference}?`}
        confirmLabel="Cancel shipment"
        cancelLabel="Keep it"
        onConfirm={() => send(cancelShipmentAction, fields)}
      >
        It stays on the record as cancelled and cannot be taken up again. To ship after all, make another like it.
      </ConfirmDialog>
    </>
  );
}

/** The way forward comes first; an exception or a step back is never the primary act. */
function rank(status: ShipmentStatus): number {
  return {
    ready: 0,
    picked_up: 0,
    in_transit: 1,
    out_for_delivery: 0,
    delivered: 2,
    exception: 4,
    draft: 3,
    cancelled: 5,
  }[status];
}
