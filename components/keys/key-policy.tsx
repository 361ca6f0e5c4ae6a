"use client";

import { UserMinus } from "lucide-react";
import { useState } from "react";
import { PasswordForm } from "@/components/form/password-form";
import { RadioField } from "@/components/form/radio-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { updateKeyPolicyAction } from "@/lib/keys/actions";

const choices = [
  {
    value: "end",
    label: "Their keys end with them",
    help: "Programs that use one are refused from then on. Webhooks that they made pause, and who sees to webhooks is told.",
  },
  {
    value: "stay",
    label: "Their keys stay",
    help: "They keep the access that they have at that moment, and answer to the owner; webhooks go on as the organization's. Keys of people who are limited to branches end all the same.",
  },
];

type KeyPolicyProps = { organizationId: string; whenMakerLeaves: "end" | "stay" };

export function KeyPolicy({ organizationId, whenMakerLeaves }: KeyPolicyProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <UserMinus />
          When people leave
        </Button>
      }
      title="When somebody leaves"
    >
      <PasswordForm
        organizationId={organizationId}
        action={updateKeyPolicyAction}
        defaultValues={{ whenMakerLeaves }}
        shown={{ whenMakerLeaves }}
        submitLabel="Save"
        onDone={() => {
          setOpen(false);
          toast.done("Saved. It holds for whoever leaves from now on.");
        }}
      >
        <RadioField name="whenMakerLeaves" label="What becomes of the keys and webhooks they made" options={choices} />
      </PasswordForm>
    </Dialog>
  );
}
