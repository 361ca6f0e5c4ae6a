"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { resetPasswordAction } from "@/lib/accounts/actions";

export function ResetForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={resetPasswordAction} submitLabel="Set password and sign in" layout="fill">
      <HiddenField name="token" value={token} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="newPassword"
        label="New password"
        help="At least 12 characters."
        autoComplete="new-password"
        autoFocus
      />
    </ActionForm>
  );
}
