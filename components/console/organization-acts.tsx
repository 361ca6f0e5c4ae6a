"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import {
  beginVisitAction,
  inviteFirstOwnerAction,
  restoreOrganizationAction,
  setApiLimitsAction,
  suspendOrganizationAction,
} from "@/lib/console/actions";

type Props = { organizationId: string };

/** The reason stays out of every address; the database writes it down with the first page of the visit. */
export function VisitForm({ organizationId }: Props) {
  return (
    <ActionForm
      action={beginVisitAction}
      submitLabel="Look at it, read only"
      layout="fill"
      className="[&_button[type=submit]]:w-auto"
    >
      <HiddenField name="organizationId" value={organizationId} />
      <TextField
        name="reason"
        label="Why do you look?"
        help="Its owner and admins read your name and this sentence in their audit list."
        placeholder="Ticket 4711: a member is missing"
        autoComplete="off"
        required
        maxLength={300}
      />
    </ActionForm>
  );
}

export function SuspendForm({ organizationId }: Props) {
  return (
    <ActionForm
      action={suspendOrganizationAction}
      submitLabel="Suspend it"
      submitTone="danger"
      layout="fill"
      className="[&_button[type=submit]]:w-auto"
    >
      <HiddenField name="organizationId" value={organizationId} />
      <TextareaField
        name="reason"
        label="Reason"
        help="Its members read it wherever they meet the closed door."
        rows={2}
        maxLength={300}
      />
    </ActionForm>
  );
}

export function ApiLimitsForm({
  organizationId,
  calls,
  perCredential,
}: Props & { calls: number; perCredential: number }) {
  return (
    <ActionForm
      action={setApiLimitsAction}
      submitLabel="Save limits"
      defaultValues={{ calls: String(calls), perCredential: String(perCredential) }}
      layout="fill"
      className="[&_button[type=submit]]:w-auto"
    >
      <HiddenField name="organizationId" value={organizationId} />
      <TextField name="calls" label="Calls a minute" inputMode="numeric" required />
      <TextField
        name="perCredential"
        label="Of one key, token or session"
        help="One wild program then leaves the others room."
        inputMode="numeric"
        required
      />
    </ActionForm>
  );
}

export function RestoreForm({ organizationId }: Props) {
  return (
    <ActionForm action={restoreOrganizationAction} submitLabel="Restore it">
      <HiddenField name="organizationId" value={organizationId} />
    </ActionForm>
  );
}

export function FirstOwnerForm({ organizationId, again }: Props & { again: boolean }) {
  return (
    <ActionForm action={inviteFirstOwnerAction} submitLabel={again ? "Invite instead" : "Invite its owner"}>
      <HiddenField name="organizationId" value={organizationId} />
      <TextField
        name="email"
        label="E-mail address of its owner"
        type="email"
        required
        help={again ? "The earlier invitation opens nothing any more." : undefined}
      />
    </ActionForm>
  );
}
