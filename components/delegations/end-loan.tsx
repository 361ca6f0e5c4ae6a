"use client";

import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { endDelegationAction } from "@/lib/delegations/actions";

export function EndLoan({ id, organizationId, receiver }: { id: string; organizationId: string; receiver: string }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost">
          End
        </Button>
      }
      title="End this now?"
      confirmLabel="End now"
      onConfirm={async () => {
        const state = await send(endDelegationAction, { organization: organizationId, id });
        if (state.status === "done") toast.done("Ended");
        return state;
      }}
    >
      {receiver} loses these rights with the next request. Both sides are told.
    </ConfirmDialog>
  );
}
