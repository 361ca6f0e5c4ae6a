"use client";

import { Ban } from "lucide-react";
import { useTransition } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { cancelOrderAction, confirmOrderAction, fulfilOrderAction } from "@/lib/orders/actions";
import { course, type OrderStatus } from "@/lib/orders/rules";

type OrderActsProps = {
  order: { id: string; reference: string; status: OrderStatus };
  organizationId: string;
  may: { update: boolean; cancel: boolean };
};

const next = {
  confirmed: { label: "Confirm order", action: confirmOrderAction },
  fulfilled: { label: "Mark as fulfilled", action: fulfilOrderAction },
};

export function OrderActs({ order, organizationId, may }: OrderActsProps) {
  const [pending, start] = useTransition();
  const fields = { organization: organizationId, id: order.id };
  const follows = course[order.status];
  const step = follows.includes("confirmed")
    ? next.confirmed
    : follows.includes("fulfilled")
      ? next.fulfilled
      : undefined;
  return (
    <>
      {may.cancel && follows.includes("cancelled") && (
        <ConfirmDialog
          trigger={
            <Button variant="ghost">
              <Ban />
              Cancel order
            </Button>
          }
          title={`Cancel ${order.reference}?`}
          confirmLabel="Cancel order"
          cancelLabel="Keep it"
          onConfirm={() => send(cancelOrderAction, fields)}
        >
          It stays on the record as cancelled and cannot be opened again.
        </ConfirmDialog>
      )}
      {may.update && step && (
        <Button
          variant="primary"
          pending={pending}
          onClick={() =>
            start(async () => {
              const state = await send(step.action, fields);
              if (state.status === "failed") toast.failed(state.message);
            })
          }
        >
          {step.label}
        </Button>
      )}
    </>
  );
}
