import { StandIns } from "@/components/delegations/stand-ins";
import { SupportNotice } from "@/components/impersonation/support-notice";
import { InviteButton } from "@/components/invitations/invite-button";
import { MembersTable } from "@/components/members/members-table";
import { PeopleTabs } from "@/components/members/people-tabs";
import { ExportLink } from "@/components/sheets/export-link";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { chosenBranch, runBranchList } from "@/lib/branches/remembered";
import { listDelegations } from "@/lib/delegations/operations";
import { listSupportSessions } from "@/lib/impersonation/operations";
import { countPeople, listMembers, listRoleChoices } from "@/lib/members/operations";
import { findRoom } from "@/lib/plans/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Members" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function MembersPage({ params, searchParams }: Props) {
  const { organization: slug } = await params;
  const door = await organizationPage(params);
  const branch = await chosenBranch(slug);
  const [members, counts, branches, roles, shell, query, delegations, support, seats] = await Promise.all([
    runBranchList(door, listMembers, searchParams),
    door.run(countPeople, {}),
    door.run(listBranchChoices, {}),
    door.run(listRoleChoices, {}),
    organizationShell(slug),
    searchParams,
    door.run(listDelegations, {}),
    door.run(listSupportSessions, {}),
    door.run(findRoom, { limit: "max_users" }),
  ]);
  const { organization, permissions } = shell;
  const narrowed = Boolean(query.q || query.role || query.status || query.branch || branch);
  return (
    <>
      <PageHeader
        title="Members"
        description={`Everybody who belongs to ${organization.name}, with role and status.`}
        actions={
          <>
            {permissions.includes("data.export") && <ExportLink address="/members/export" branchKey="branch" />}
            {permissions.includes("members.invite") && (
              <InviteButton organization={organization} roles={roles} seats={seats} />
            )}
          </>
        }
      />
      <SupportNotice
        sessions={support}
        organizationId={organization.id}
        mayEnd={permissions.includes("members.manage")}
      />
      <PeopleTabs counts={counts} />
      <StandIns
        delegations={delegations}
        choices={null}
        organizationId={organization.id}
        timeZone={organization.timeZone}
      />
      <MembersTable
        members={members.data}
        nextCursor={members.next_cursor}
        total={narrowed ? undefined : (counts.members ?? undefined)}
        roles={roles}
        branches={branches}
        organization={organization}
      />
    </>
  );
}
