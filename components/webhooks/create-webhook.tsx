"use client";

import { Plus } from "lucide-react";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { RoomNote } from "@/components/plans/room-note";
import { Button } from "@/components/ui/button";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { signingAdvice, signingSecret } from "@/components/webhooks/signing-advice";
import { WebhookFields } from "@/components/webhooks/webhook-fields";
import type { EventKind } from "@/lib/events/schema";
import type { Room } from "@/lib/plans/schema";
import { makeRoom } from "@/lib/plans/words";
import { createWebhookAction } from "@/lib/webhooks/actions";
import { webhookForm } from "@/lib/webhooks/form-schema";
import type { WebhookWithSecret } from "@/lib/webhooks/schema";

type CreateWebhookProps = { organizationId: string; kinds: EventKind[]; room: Room | null };

export function CreateWebhook({ organizationId, kinds, room }: CreateWebhookProps) {
  const schema = useProof(webhookForm);
  return (
    <SecretDialog<WebhookWithSecret>
      trigger={
        <Button variant="primary">
          <Plus />
          Add webhook
        </Button>
      }
      title="Add a webhook"
      description="Each event that you choose is posted there, signed."
      madeTitle="Its signing secret"
      advice={signingAdvice}
      shown={signingSecret}
      form={(onMade) => (
        <ActionForm
          schema={schema}
          action={createWebhookAction}
          organizationId={organizationId}
          defaultValues={{ url: "", description: "", ...proofFields }}
          submitLabel="Add webhook"
          layout="fill"
          onDone={onMade}
        >
          {room && <RoomNote limit="webhooks" room={room} full={makeRoom("Delete", room)} />}
          <WebhookFields kinds={kinds} chosen={[]} />
          <ProofField help="Asked for again, since records leave the organization by it." />
        </ActionForm>
      )}
    />
  );
}
