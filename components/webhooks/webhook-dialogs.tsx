"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordForm } from "@/components/form/password-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { SelectField } from "@/components/form/select-field";
import { Dialog } from "@/components/ui/dialog";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { toast } from "@/components/ui/toast";
import { signingAdvice, signingSecret } from "@/components/webhooks/signing-advice";
import { WebhookFields } from "@/components/webhooks/webhook-fields";
import type { EventKind } from "@/lib/events/schema";
import { rotateWebhookSecretAction, updateWebhookAction } from "@/lib/webhooks/actions";
import { overlaps, webhookForm } from "@/lib/webhooks/form-schema";
import type { WebhookView, WebhookWithSecret } from "@/lib/webhooks/schema";

type Common = { webhook: WebhookView; organizationId: string; onClose: () => void };

const ends = Object.entries(overlaps).map(([value, label]) => ({ value, label }));

export function EditWebhook({ webhook, organizationId, kinds, onClose }: Common & { kinds: EventKind[] }) {
  const { id, url, description, events } = webhook;
  return (
    <Dialog open onOpenChange={onClose} title="Edit webhook">
      <ActionForm
        schema={useProof(webhookForm)}
        action={updateWebhookAction}
        organizationId={organizationId}
        defaultValues={{ url, description, ...proofFields }}
        shown={{ url, description, events }}
        submitLabel="Save"
        layout="fill"
        onDone={() => {
          onClose();
          toast.done("The webhook is saved");
        }}
      >
        <HiddenField name="id" value={id} />
        <WebhookFields kinds={kinds} chosen={events} />
        <ProofField help="Asked for again, since records leave the organization by it." />
      </ActionForm>
    </Dialog>
  );
}

export function RotateSecret({ webhook, organizationId, onClose }: Common) {
  const stillSigns = webhook.previousUntil !== null;
  return (
    <SecretDialog<WebhookWithSecret>
      onClose={onClose}
      title="Rotate the signing secret?"
      description={
        stillSigns
          ? "It was rotated already, and the secret before the present one still signs. Until that one ends, both can only be replaced at once: give your receiver the new one right away."
          : "Messages are signed with both until the present one ends."
      }
      madeTitle="Its new signing secret"
      advice={signingAdvice}
      shown={signingSecret}
      form={(onMade) => (
        <PasswordForm
          organizationId={organizationId}
          id={webhook.id}
          action={rotateWebhookSecretAction}
          defaultValues={{ overlapHours: stillSigns ? "0" : "24" }}
          submitLabel={stillSigns ? "End both at once" : "Rotate secret"}
          submitTone={stillSigns ? "danger" : "primary"}
          onDone={onMade}
        >
          {stillSigns ? (
            <HiddenField name="overlapHours" value="0" />
          ) : (
            <SelectField name="overlapHours" label="The present secret ends" options={ends} />
          )}
        </PasswordForm>
      )}
    />
  );
}
