"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { enterCodeAction } from "@/lib/invitations/join-actions";

export function EnterCodeForm() {
  return (
    <ActionForm action={enterCodeAction} submitLabel="Continue" layout="fill">
      <TextField
        name="code"
        label="Code"
        help="Ten characters in two groups. Case does not matter."
        placeholder="ABCDE-12345"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        mono
        maxLength={40}
        required
      />
    </ActionForm>
  );
}
