"use client";

import { useState } from "react";
import { BranchesField } from "@/components/branches/branches-field";
import { ActionForm } from "@/components/form/action-form";
import { TextareaField } from "@/components/form/textarea-field";
import type { InviteProps } from "@/components/invitations/invite-ways";
import { firstRole, RoleField } from "@/components/invitations/role-field";
import { Button } from "@/components/ui/button";
import { StatusDot } from "@/components/ui/status-dot";
import { toast } from "@/components/ui/toast";
import { inviteAction } from "@/lib/invitations/actions";
import type { Invited } from "@/lib/invitations/schema";

const outcomes = {
  created: { tone: "positive", label: "Invitation sent" },
  already_member: { tone: "neutral", label: "Is a member already" },
  already_invited: { tone: "neutral", label: "Has an open invitation" },
} as const;

export function InviteByMail({ organization, roles, onClose }: InviteProps & { onClose: () => void }) {
  const [invited, setInvited] = useState<Invited["data"]>();
  if (invited)
    return (
      <>
        <ul className="divide-y rounded-control border">
          {invited.map(({ email, outcome }) => (
            <li key={email} className="flex flex-wrap items-center justify-between gap-x-4 px-3 py-2">
              <span className="min-w-0 break-all">{email}</span>
              <StatusDot {...outcomes[outcome]} className="text-table" />
            </li>
          ))}
        </ul>
        <div className="mt-5 flex gap-2">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
          <Button onClick={() => setInvited(undefined)}>Invite more</Button>
        </div>
      </>
    );
  return (
    <ActionForm
      action={inviteAction}
      organizationId={organization.id}
      defaultValues={{ emails: "", role: firstRole(roles), note: "" }}
      submitLabel="Send invitations"
      showDone={false}
      onDone={({ data }) => {
        setInvited(data);
        const sent = data.filter(({ outcome }) => outcome === "created");
        if (sent.length > 0)
          toast.done(sent.length === 1 ? `Invitation sent to ${sent[0]?.email}` : `${sent.length} invitations sent`);
      }}
      secondary={<Button onClick={onClose}>Cancel</Button>}
    >
      <TextareaField
        name="emails"
        label="E-mail addresses"
        help="Up to 50, separated by commas, spaces or new lines."
        rows={3}
        placeholder="maria@example.com, tom@example.com"
        spellCheck={false}
      />
      <RoleField roles={roles} />
      <BranchesField />
      <TextareaField
        name="note"
        label="Note"
        help="Stands in the mail in your name."
        rows={2}
        maxLength={500}
        optional
      />
    </ActionForm>
  );
}
