"use client";

import { ListChecks } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SwitchField } from "@/components/form/switch-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { updateApiRulesAction } from "@/lib/keys/actions";
import type { ApiRules } from "@/lib/keys/schema";

type ApiRulesDialogProps = { organizationId: string; rules: ApiRules };

export function ApiRulesDialog({ organizationId, rules }: ApiRulesDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <ListChecks />
          Rules
        </Button>
      }
      title="Rules for programs"
    >
      <ActionForm
        organizationId={organizationId}
        shown={rules}
        action={updateApiRulesAction}
        defaultValues={rules}
        submitLabel="Save rules"
        layout="fill"
        showDone={false}
        onDone={() => {
          setOpen(false);
          toast.done("Saved. It holds for every call from now on.");
        }}
      >
        <SwitchField
          name="refuseOtherOrganization"
          label="Refuse a key that names another organization"
          help="A key always acts for this organization. With this, a call whose X-Org-Id says otherwise is refused with 409 and does nothing."
        />
        <SwitchField
          name="requireVersions"
          label="Demand the version that is changed"
          help="A program that changes a shared record sends the ETag it read as If-Match, so nobody's change is overwritten unseen. Without one it is refused with 428."
        />
      </ActionForm>
    </Dialog>
  );
}
