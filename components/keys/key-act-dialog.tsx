"use client";

import { useState } from "react";
import { PasswordForm } from "@/components/form/password-form";
import type { KeyAct } from "@/components/keys/key-acts";
import { KeyOnce } from "@/components/keys/key-once";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { regenerateKeyAction, revokeKeyAction } from "@/lib/keys/actions";
import type { NewKey } from "@/lib/keys/schema";

type KeyActDialogProps = { asked: KeyAct; organizationId: string; api: string; onClose: () => void };

/** Stands beside the table: the act takes its row away, and a new key must outlive the row. */
export function KeyActDialog({ asked, organizationId, api, onClose }: KeyActDialogProps) {
  const [made, setMade] = useState<NewKey>();
  const { id, label } = asked.key;
  if (asked.act === "revoke")
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Revoke ${label}?`}
        description="Whatever uses this key is refused from its next request on. This cannot be undone."
      >
        <PasswordForm
          organizationId={organizationId}
          id={id}
          action={revokeKeyAction}
          submitLabel="Revoke key"
          submitTone="danger"
          onDone={() => {
            onClose();
            toast.done(`${label} is revoked`);
          }}
        />
      </Dialog>
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={made ? "Your new key" : `Regenerate ${label}?`}
      description={
        made ? undefined : "You get a new secret. The present one stops working at once, everywhere it is used."
      }
    >
      {made ? (
        <KeyOnce made={made} api={api} />
      ) : (
        <PasswordForm
          organizationId={organizationId}
          id={id}
          action={regenerateKeyAction}
          submitLabel="Regenerate key"
          onDone={setMade}
        />
      )}
    </Dialog>
  );
}
