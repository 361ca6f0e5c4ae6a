"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { signUpAction } from "@/lib/accounts/actions";

export function SignUpForm({ to }: { to: string }) {
  return (
    <ActionForm action={signUpAction} submitLabel="Create account" layout="fill">
      <HiddenField name="to" value={to} />
      <TextField name="name" label="Your name" autoComplete="name" autoFocus required maxLength={100} />
      <TextField name="email" label="E-mail address" type="email" autoComplete="email" required />
      <PasswordField name="password" label="Password" help="At least 12 characters." autoComplete="new-password" />
    </ActionForm>
  );
}
