"use client";

import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { revokeServerAction } from "@/lib/servers/actions";

export function RevokeServer({ id, label }: { id: string; label: string }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${label}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${label}?`}
      confirmLabel="Revoke it"
      onConfirm={async () => {
        const state = await send(revokeServerAction, { id });
        if (state.status === "done") toast.done(`${label} is revoked`);
        return state;
      }}
    >
      The server that uses it is refused from its next request on. Organizations and members that it made stay. This
      cannot be undone.
    </ConfirmDialog>
  );
}
