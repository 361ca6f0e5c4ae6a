"use client";

import { ActionForm } from "@/components/form/action-form";
import { ControlLabel } from "@/components/form/control-label";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { lendRightsAction } from "@/lib/delegations/actions";
import { permissionAreas, permissionWords } from "@/lib/roles/area-words";

type LendDialogProps = {
  to: { id: string; name: string };
  lendable: string[];
  organizationId: string;
  onClose: () => void;
};

export function LendDialog({ to, lendable, organizationId, onClose }: LendDialogProps) {
  const today = new Date().toLocaleDateString("en-CA");
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={`Lend rights to ${to.name}`}
      description="What you hold yourself, until a day. They cannot lend it on, and it ends when you lose it."
    >
      <ActionForm
        action={lendRightsAction}
        organizationId={organizationId}
        submitLabel="Lend"
        layout="fill"
        showDone={false}
        defaultValues={{ until: "", note: "" }}
        onDone={(_, message) => {
          toast.done(message ?? "Lent");
          onClose();
        }}
        secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
      >
        <HiddenField name="to" value={to.id} />
        <div className="max-h-[40vh] space-y-4 overflow-y-auto rounded-control border p-4">
          {permissionAreas.map((area) => {
            const own = area.permissions.filter((permission) => lendable.includes(permission));
            if (own.length === 0) return null;
            return (
              <fieldset key={area.name}>
                <legend className="mb-1 font-semibold text-table">{area.name}</legend>
                {own.map((permission) => (
                  <ControlLabel
                    key={permission}
                    className="flex min-h-8 cursor-pointer items-center gap-2.5 touch:min-h-11"
                  >
                    <Checkbox name="permissions[]" value={permission} />
                    {permissionWords(permission)}
                  </ControlLabel>
                ))}
              </fieldset>
            );
          })}
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="until" label="Last day" type="date" min={today} />
          <TextField name="note" label="Note" optional maxLength={300} />
        </div>
      </ActionForm>
    </Dialog>
  );
}
