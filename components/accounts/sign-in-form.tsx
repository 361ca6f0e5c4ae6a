"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { TextLink } from "@/components/ui/text-link";
import { signInAction } from "@/lib/accounts/actions";

export function SignInForm({ to }: { to: string }) {
  return (
    <ActionForm action={signInAction} submitLabel="Sign in" layout="fill">
      <HiddenField name="to" value={to} />
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" autoFocus required />
      <PasswordField
        name="password"
        label="Password"
        aside={
          <TextLink href="/forgot-password" className="text-table">
            Forgotten password
          </TextLink>
        }
      />
    </ActionForm>
  );
}
