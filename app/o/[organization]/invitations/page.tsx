import { InvitationsTable } from "@/components/invitations/invitations-table";
import { InviteButton } from "@/components/invitations/invite-button";
import { ViewSwitch } from "@/components/invitations/view-switch";
import { PeopleTabs } from "@/components/members/people-tabs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listInvitations } from "@/lib/invitations/operations";
import { countPeople, listRoleChoices } from "@/lib/members/operations";
import { findRoom } from "@/lib/plans/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Invitations" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function InvitationsPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const { organization, permissions } = await organizationShell((await params).organization);
  const mayInvite = permissions.includes("members.invite");
  const maySee = permissions.includes("invitations.view");
  const [invitations, counts, roles, seats, query] = await Promise.all([
    maySee || !mayInvite ? runList(door, listInvitations, searchParams) : null,
    door.run(countPeople, {}),
    door.run(listRoleChoices, {}),
    door.run(findRoom, { limit: "max_users" }),
    searchParams,
  ]);
  const view = query.view === "history" ? "history" : "open";
  const inviteButton = mayInvite && <InviteButton organization={organization} roles={roles} seats={seats} />;
  return (
    <>
      <PageHeader
        title="Invitations"
        description="An invitation is valid for 48 hours, works once, and can be revoked at any time."
        actions={inviteButton}
      />
      <PeopleTabs counts={counts} />
      {invitations ? (
        <>
          <ViewSwitch view={view} />
          <InvitationsTable
            key={view}
            view={view}
            invitations={invitations.data}
            nextCursor={invitations.next_cursor}
            roles={roles}
            organization={organization}
            may={{ resend: mayInvite, revoke: permissions.includes("invitations.revoke") }}
            inviteButton={inviteButton}
          />
        </>
      ) : (
        <Callout tone="info" title="You can invite people">
          To see who is invited you need <em>View invitations</em>. Owners and admins can give it.
        </Callout>
      )}
    </>
  );
}
