"use client";

import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { raiseImpersonationAction } from "@/lib/impersonation/actions";

const schema: z.ZodType<FieldValues, FieldValues> = z.object({
  reason: z.string().trim().min(5, "Say what you change and why."),
  password: z.string().min(1, "Enter your password."),
});

export function RaiseForm({ organizationId, onDone }: { organizationId: string; onDone: () => void }) {
  return (
    <ActionForm
      action={raiseImpersonationAction}
      schema={schema}
      organizationId={organizationId}
      defaultValues={{ reason: "", password: "" }}
      submitLabel="Raise this session"
      submitTone="danger"
      layout="fill"
      onDone={onDone}
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
  );
}
