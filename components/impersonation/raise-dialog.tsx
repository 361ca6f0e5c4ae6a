"use client";

import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { raiseImpersonationAction } from "@/lib/impersonation/actions";

const schema: z.ZodType<FieldValues, FieldValues> = z.object({
  reason: z.string().trim().min(5, "Say what you change and why."),
  password: z.string().min(1, "Enter your password."),
});

type Props = { organizationId: string; name: string; buttonClass: string };

export function RaiseDialog({ organizationId, name, buttonClass }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Change records as ${name}?`}
      description="You may then add and change shipments, orders, customers and other work, and cancel them. People, roles, keys, settings, files and anything that cannot be undone stay closed."
      trigger={
        <Button size="sm" className={buttonClass}>
          Raise
        </Button>
      }
    >
      <ActionForm
        action={raiseImpersonationAction}
        schema={schema}
        organizationId={organizationId}
        defaultValues={{ reason: "", password: "" }}
        submitLabel="Raise this session"
        submitTone="danger"
        layout="fill"
        onDone={() => setOpen(false)}
      >
        <TextField
          name="reason"
          label="What do you change, and why?"
          help="The owner is told at once, with this sentence."
          autoComplete="off"
          maxLength={300}
        />
        <PasswordField name="password" label="Your own password" />
      </ActionForm>
    </Dialog>
  );
}
