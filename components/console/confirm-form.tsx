"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { confirmConsoleAction } from "@/lib/console/actions";

export function ConfirmForm({ to }: { to: string }) {
  return (
    <ActionForm action={confirmConsoleAction} submitLabel="Continue" layout="fill">
      <HiddenField name="to" value={to} />
      <PasswordField name="password" label="Your password" autoComplete="current-password" autoFocus />
    </ActionForm>
  );
}
