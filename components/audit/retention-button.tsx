"use client";

import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { setAuditRetentionAction } from "@/lib/audit/actions";
import { retentionChoices } from "@/lib/audit/retention-schema";

type RetentionButtonProps = { organizationId: string; days: number | null };

/** How long the trail is kept. */
export function RetentionButton({ organizationId, days }: RetentionButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button>
          <Archive />
          Retention
        </Button>
      }
      title="How long is the trail kept?"
      description="Older entries are deleted and cannot be brought back. A shorter time holds after a week, and the owner is told at once; a longer one holds at once."
    >
      <ActionForm
        action={setAuditRetentionAction}
        organizationId={organizationId}
        defaultValues={{ days: days === null ? "" : String(days) }}
        submitLabel="Save"
        layout="fill"
        showDone={false}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <SelectField name="days" label="Keep entries" options={retentionChoices} />
      </ActionForm>
    </Dialog>
  );
}
