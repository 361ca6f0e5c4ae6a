"use client";

import { PasswordForm } from "@/components/form/password-form";
import { SelectField } from "@/components/form/select-field";
import { KeyAccess } from "@/components/keys/key-access";
import type { KeyAct } from "@/components/keys/key-acts";
import { keyOnce } from "@/components/keys/key-once";
import { Dialog } from "@/components/ui/dialog";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { toast } from "@/components/ui/toast";
import { revokeKeyAction, rotateKeyAction } from "@/lib/keys/actions";
import { type NewKey, overlaps } from "@/lib/keys/schema";

type KeyActDialogProps = { asked: KeyAct; organizationId: string; api: string; onClose: () => void };

const ends = Object.entries(overlaps).map(([value, label]) => ({ value, label }));

/** Stands beside the table: the act takes its row away, and a new key must outlive the row. */
export function KeyActDialog({ asked, organizationId, api, onClose }: KeyActDialogProps) {
  const { id, label, prefix, last4, scopes, state } = asked.key;
  const expired = state === "expired";
  if (asked.act === "access")
    return (
      <Dialog open onOpenChange={onClose} title={`Access of ${label}`}>
        <KeyAccess scopes={scopes} />
      </Dialog>
    );
  if (asked.act === "revoke")
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Revoke ${label}?`}
        description={`Whatever uses ${prefix}…${last4} is refused from its next request on. This cannot be undone.`}
      >
        <PasswordForm
          organizationId={organizationId}
          id={id}
          action={revokeKeyAction}
          submitLabel="Revoke key"
          submitTone="danger"
          onDone={() => {
            onClose();
            toast.done(`${label} is revoked`, { description: `${prefix}…${last4}` });
          }}
        />
      </Dialog>
    );
  return (
    <SecretDialog<NewKey>
      onClose={onClose}
      title={`Rotate ${label}?`}
      description={
        expired
          ? `You get a new secret with the same access, for as long as ${prefix}…${last4} was made for. That one has expired and opens nothing more.`
          : "You get a new secret with the same access. Both work until the present one ends."
      }
      madeTitle="Your new key"
      shown={(made) => keyOnce(made, api)}
      form={(onMade) => (
        <PasswordForm
          organizationId={organizationId}
          id={id}
          action={rotateKeyAction}
          defaultValues={expired ? {} : { overlapHours: "24" }}
          submitLabel="Rotate key"
          onDone={onMade}
        >
          {!expired && <SelectField name="overlapHours" label="The present key ends" options={ends} />}
        </PasswordForm>
      )}
    />
  );
}
