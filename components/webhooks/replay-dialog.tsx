"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { ReplayCount } from "@/components/webhooks/replay-count";
import { replayDeliveriesAction } from "@/lib/webhooks/actions";
import { replaySpans } from "@/lib/webhooks/form-schema";
import type { WebhookView } from "@/lib/webhooks/schema";

type ReplayDialogProps = { webhook: WebhookView; organizationId: string; onClose: () => void };

const spans = Object.entries(replaySpans).map(([value, label]) => ({ value, label }));
const what = [
  { value: "failed", label: "What failed, also what would be tried again later" },
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
        defaultValues={{ since: "86400", until: "", only: "failed" }}
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
        <RangeFields />
        <ReplayCount webhookId={webhook.id} />
      </ActionForm>
    </Dialog>
  );
}

function RangeFields() {
  const [between, setBetween] = useState(false);
  const { setValue } = useFormContext();
  const turn = (to: boolean) => {
    setValue("since", to ? "" : "86400");
    setValue("until", "");
    setBetween(to);
  };
  return (
    <div className="space-y-4">
      {between ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField key="from" name="since" label="From" type="datetime-local" />
          <TextField name="until" label="To" type="datetime-local" optional />
        </div>
      ) : (
        <SelectField key="span" name="since" label="Since" options={spans} />
      )}
      <Button variant="ghost" size="sm" onClick={() => turn(!between)}>
        {between ? "Choose a span" : "Choose two times"}
      </Button>
    </div>
  );
}
