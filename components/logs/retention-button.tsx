"use client";

import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { setLogRetentionAction } from "@/lib/logs/actions";
import { retentionChoices } from "@/lib/logs/words";

/** How long calls are kept. */
export function LogRetentionButton({ organizationId, days }: { organizationId: string; days: number }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const options = retentionChoices.some(({ value }) => value === String(days))
    ? retentionChoices
    : [...retentionChoices, { value: String(days), label: `${days} days` }];
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
      title="How long are calls kept?"
      description="Older calls are deleted within the hour and cannot be brought back. What calls changed stays in the audit trail."
    >
      <ActionForm
        action={setLogRetentionAction}
        organizationId={organizationId}
        defaultValues={{ days: String(days) }}
        submitLabel="Save"
        layout="fill"
        showDone={false}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <SelectField name="days" label="Keep calls" options={options} />
      </ActionForm>
    </Dialog>
  );
}
