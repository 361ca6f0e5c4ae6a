"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { acceptMyInvitationAction } from "@/lib/invitations/join-actions";
import type { MyInvitation } from "@/lib/invitations/schema";

/** Open invitations to the acting person's address; nothing where there are none. */
export function MyInvitations({ invitations, timeZone }: { invitations: MyInvitation[]; timeZone?: string }) {
  if (invitations.length === 0) return null;
  return (
    <Card
      title={
        <>
          Invitations for you <Badge tone="info">{invitations.length}</Badge>
        </>
      }
      padded={false}
    >
      <ul className="divide-y">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
            <OrganizationMark name={invitation.organization} slug={invitation.slug} />
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">{invitation.organization}</p>
              <p className="text-muted text-table">
                {invitation.inviter ?? "Berth"} invites you as {invitation.role}. Ends{" "}
                <RelativeTime value={invitation.expiresAt} {...(timeZone ? { timeZone } : {})} />.
              </p>
              {invitation.note && <p className="mt-1 whitespace-pre-wrap break-words text-muted">{invitation.note}</p>}
            </div>
            <ActionForm action={acceptMyInvitationAction} submitLabel={`Join ${invitation.organization}`}>
              <HiddenField name="id" value={invitation.id} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
