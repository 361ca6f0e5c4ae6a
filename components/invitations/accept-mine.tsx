"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { acceptMyInvitationAction } from "@/lib/invitations/join-actions";

/** Accepts an invitation to the acting person's own, proved address. */
export function AcceptMine({ id, organization }: { id: string; organization: string }) {
  return (
    <ActionForm action={acceptMyInvitationAction} submitLabel={`Join ${organization}`} layout="fill">
      <HiddenField name="id" value={id} />
    </ActionForm>
  );
}
