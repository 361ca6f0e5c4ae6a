"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { requestGroupAction } from "@/lib/groups/actions";

export function RequestForm({ organizationId, ending }: { organizationId: string; ending: string }) {
  return (
    <ActionForm
      action={requestGroupAction}
      organizationId={organizationId}
      submitLabel="Ask to join"
      defaultValues={{ slug: "", note: "" }}
    >
      <TextField
        name="slug"
        label="Its address"
        help={`What stands before ${ending}`}
        placeholder="globex-freight"
        autoComplete="off"
        maxLength={40}
      />
      <TextField name="note" label="Note" optional autoComplete="off" maxLength={300} />
    </ActionForm>
  );
}
