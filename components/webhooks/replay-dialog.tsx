"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { replayDeliveriesAction } from "@/lib/webhooks/actions";
import { replaySpans } from "@/lib/webhooks/form-schema";
import type { WebhookView } from "@/lib/webhooks/schema";

type ReplayDialogProps = { webhook: WebhookView; organizationId: string; onClose: () => void };

const spans = Object.entries(replaySpans).map(([value, label]) => ({ value, label }));
const what = [
  { value: "failed", label: "What failed" },
  { value: "all", label: "Everything" },
];

export function ReplayDialog({ webhook, organizationId, onClose }: ReplayDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send again"
      description="Each goes out under the same id, so a receiver that has it already can tell."
    >
      <ActionForm
        action={replayDeliveriesAction}
        organizationId={organizationId}
        defaultValues={{ since: "86400", only: "failed" }}
        submitLabel="Send again"
        layout="fill"
        showDone={false}
        onDone={({ deliveries }) => {
          onClose();
          toast.done(
            deliveries === 1 ? "One delivery is on its way again" : `${deliveries} deliveries are on their way again`,
          );
        }}
      >
        <HiddenField name="id" value={webhook.id} />
        <SelectField name="only" label="What" options={what} />
        <SelectField name="since" label="Since" options={spans} />
      </ActionForm>
    </Dialog>
  );
}
