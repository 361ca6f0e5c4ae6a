"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { requestAddressChangeAction } from "@/lib/accounts/actions";

export function AddressForm() {
  return (
    <ActionForm action={requestAddressChangeAction} submitLabel="Send a confirmation link">
      <TextField name="email" label="New address" type="email" autoComplete="email" required />
      <PasswordField name="password" label="Your password" autoComplete="current-password" />
    </ActionForm>
  );
}
