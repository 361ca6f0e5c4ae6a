"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckField } from "@/components/form/check-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { TextLink } from "@/components/ui/text-link";
import { signUpAction } from "@/lib/accounts/actions";

type SignUpFormProps = {
  to: string;
  /** The version of the installation's terms, where it has some. */
  terms: number | undefined;
};

export function SignUpForm({ to, terms }: SignUpFormProps) {
  return (
    <ActionForm action={signUpAction} submitLabel="Create account" layout="fill">
      <HiddenField name="to" value={to} />
      <TextField name="name" label="Your name" autoComplete="name" autoFocus required maxLength={100} />
      <TextField name="email" label="E-mail address" type="email" autoComplete="email" required />
      <PasswordField name="password" label="Password" help="At least 12 characters." autoComplete="new-password" />
      {terms !== undefined && (
        <CheckField
          name="terms"
          value={String(terms)}
          label={
            <>
              I have read and accept the{" "}
              <TextLink href="/terms" target="_blank">
                terms
              </TextLink>
              .
            </>
          }
        />
      )}
    </ActionForm>
  );
}
