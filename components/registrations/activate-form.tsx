"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { activateAction } from "@/lib/registrations/actions";

type ActivateFormProps = { name: string; email: string; organization: string };

export function ActivateForm({ name, email, organization }: ActivateFormProps) {
  return (
    <ActionForm action={activateAction} submitLabel={`Join ${organization}`} layout="fill" defaultValues={{ name }}>
      <p className="text-muted">
        Your address is <strong className="break-all text-text">{email}</strong>. Joining proves it.
      </p>
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <TextField name="name" label="Your name" autoComplete="name" required />
      <PasswordField name="password" label="Password" help="At least 12 characters." autoComplete="new-password" />
    </ActionForm>
  );
}
