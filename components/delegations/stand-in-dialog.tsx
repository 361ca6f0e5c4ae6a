"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { createDelegationAction } from "@/lib/delegations/actions";
import type { StandInChoice } from "@/lib/delegations/schema";

type StandInDialogProps = {
  choices: StandInChoice[];
  organizationId: string;
  replaces: boolean;
  onClose: () => void;
};

export function StandInDialog({ choices, organizationId, replaces, onClose }: StandInDialogProps) {
  const today = new Date().toLocaleDateString("en-CA");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Name a stand-in"
      description="For that time they see the queue and decide on requests, up to your rights and with the roles that they could give anyway."
    >
      <ActionForm
        action={createDelegationAction}
        organizationId={organizationId}
        submitLabel="Name stand-in"
        showDone={false}
        defaultValues={{ to: "", from: today, until: "", note: "" }}
        onDone={() => {
          toast.done("Your stand-in knows by mail");
          onClose();
        }}
        secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
      >
        {replaces && <Callout tone="warning">This replaces the stand-in whom you named before.</Callout>}
        <SelectField
          name="to"
          label="Who"
          placeholder="Choose a member"
          options={choices.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="from" label="First day" type="date" min={today} />
          <TextField name="until" label="Last day" type="date" min={today} />
        </div>
        <TextField name="note" label="Note" optional maxLength={300} />
      </ActionForm>
    </Dialog>
  );
}
