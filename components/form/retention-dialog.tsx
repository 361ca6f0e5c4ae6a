"use client";

import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type RetentionDialogProps<Result> = {
  title: string;
  description: string;
  label: string;
  action: ActionFormProps<Result>["action"];
  organizationId: string;
  days: string;
  options: { value: string; label: string }[];
};

/** How long something is kept, in days, chosen in a dialog. */
export function RetentionDialog<Result>(props: RetentionDialogProps<Result>) {
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
      title={props.title}
      description={props.description}
    >
      <ActionForm
        action={props.action}
        organizationId={props.organizationId}
        defaultValues={{ days: props.days }}
        submitLabel="Save"
        layout="fill"
        showDone={false}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <SelectField name="days" label={props.label} options={props.options} />
      </ActionForm>
    </Dialog>
  );
}
