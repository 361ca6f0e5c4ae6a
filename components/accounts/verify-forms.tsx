"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { confirmAddressAction, verifySignUpAction } from "@/lib/accounts/actions";

type SignUpLink = { token: string; to: string; passwordNeeded: boolean };

/** One click in the browser that signed up; in every other the password proves that it is the same person. */
export function VerifySignUpForm({ token, to, passwordNeeded }: SignUpLink) {
  return (
    <ActionForm action={verifySignUpAction} submitLabel="Confirm and sign in" layout="fill">
      <HiddenField name="token" value={token} />
      <HiddenField name="to" value={to} />
      {passwordNeeded && (
        <PasswordField
          name="password"
          label="Password"
          help="The one that you chose when you signed up. It is needed because this is another browser."
          autoFocus
        />
      )}
    </ActionForm>
  );
}

export function ConfirmAddressForm({ token }: { token: string }) {
  return (
    <ActionForm action={confirmAddressAction} submitLabel="Confirm this address" layout="fill">
      <HiddenField name="token" value={token} />
    </ActionForm>
  );
}
