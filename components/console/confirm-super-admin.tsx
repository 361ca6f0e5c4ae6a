"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { confirmSuperAdminAction } from "@/lib/console/actions";

/** Opens the console again to a super admin whose password was reset by mail. */
export function ConfirmSuperAdmin({ id }: { id: string }) {
  return (
    <ActionForm action={confirmSuperAdminAction} submitLabel="It was them" submitTone="danger">
      <HiddenField name="id" value={id} />
      <TextField
        name="reason"
        label="How do you know?"
        help="Ask them on another way than mail. What you write stays on the record."
        placeholder="Called her on her known number"
        autoComplete="off"
        required
        maxLength={300}
      />
    </ActionForm>
  );
}
