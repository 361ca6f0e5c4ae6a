import { useState } from "react";
import { LendableRights } from "@/components/delegations/lendable-rights";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { lendRightsAction } from "@/lib/delegations/actions";

type LendDialogProps = {
  to: { id: string; name: string };
  lendable: string[];
  organizationId: string;
  onClose: () => void;
};

export function LendDialog({ to, lendable, organizationId, onClose }: LendDialogProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const today = new Date().toLocaleDateString("en-CA");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Lend rights to ${to.name}`}
      description="What you hold yourself, until a day. They cannot lend it on, and it ends when you lose it."
    >
      <ActionForm
        action={lendRightsAction}
        organizationId={organizationId}
        submitLabel={submitWords(chosen.length)}
        showDone={false}
        defaultValues={{ until: "", note: "" }}
        onDone={(_, message) => {
          toast.done(message ?? "Lent");
          onClose();
        }}
        secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
      >
        <HiddenField name="to" value={to.id} />
        <LendableRights lendable={lendable} chosen={chosen} onChange={setChosen} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="until" label="Last day" type="date" min={today} />
          <TextField name="note" label="Note" optional maxLength={300} />
        </div>
      </ActionForm>
    </Dialog>
  );
}

function submitWords(many: number): string {
  if (many === 0) return "Lend";
  return many === 1 ? "Lend 1 permission" : `Lend ${many} permissions`;
}
