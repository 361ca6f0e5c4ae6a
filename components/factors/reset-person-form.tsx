"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { resetPersonFactorAction } from "@/lib/factors/actions";

/** A super admin takes a lost second factor away; the reason stays on the platform's record. */
export function ResetPersonForm({ id }: { id: string }) {
  return (
    <ActionForm action={resetPersonFactorAction} submitLabel="Reset second factor" submitTone="danger">
      <HiddenField name="id" value={id} />
      <TextField
        name="reason"
        label="Reason"
        help="How you made sure that it is this person who asks. It stays on the record."
        autoComplete="off"
        required
        maxLength={300}
      />
    </ActionForm>
  );
}
