"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { acceptTermsAction } from "@/lib/terms/actions";

export function AcceptForm({ version }: { version: number }) {
  return (
    <ActionForm action={acceptTermsAction} submitLabel="Accept the terms" layout="fill" showDone={false}>
      <HiddenField name="version" value={String(version)} />
    </ActionForm>
  );
}
