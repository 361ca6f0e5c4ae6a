"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { changePasswordAction } from "@/lib/accounts/actions";

export function ChangePasswordForm({ email }: { email: string }) {
  return (
    <ActionForm action={changePasswordAction} submitLabel="Change password">
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="password" label="Present password" autoComplete="current-password" />
      <PasswordField
        name="newPassword"
        label="New password"
        help="At least 12 characters."
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
