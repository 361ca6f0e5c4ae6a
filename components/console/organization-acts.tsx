"use client";

import { Eye } from "lucide-react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { inviteFirstOwnerAction, restoreOrganizationAction, suspendOrganizationAction } from "@/lib/console/actions";

type Props = { organizationId: string };

/** An address of its own: the reason travels with every page of the visit, and the database writes it down. */
export function VisitForm({ organizationId }: Props) {
  return (
    <form action={`/console/organizations/${organizationId}/visit`} method="get" className="space-y-3">
      <div>
        <label htmlFor="visit-reason" className="mb-1.5 block font-medium">
          Why do you look?
        </label>
        <Input
          id="visit-reason"
          name="reason"
          required
          minLength={5}
          maxLength={300}
          autoComplete="off"
          placeholder="Ticket 4711: a member is missing"
          aria-describedby="visit-help"
        />
        <p id="visit-help" className="mt-1.5 text-muted text-table">
          Its owner and admins read your name and this sentence in their audit list.
        </p>
      </div>
      <Button type="submit">
        <Eye />
        Look at it, read only
      </Button>
    </form>
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
