"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { requestResetAction } from "@/lib/accounts/actions";

export function ForgottenForm() {
  return (
    <ActionForm action={requestResetAction} submitLabel="Send a link" layout="fill">
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus required />
    </ActionForm>
  );
}
