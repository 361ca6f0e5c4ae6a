import { PeopleTable } from "@/components/groups/people-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listAssignments, viewGroup } from "@/lib/groups/operations";
import { listMembers, listRoleChoices } from "@/lib/members/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Assign people" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function GroupPeoplePage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const [group, members, roles, { organization, permissions }] = await Promise.all([
    door.run(viewGroup, {}),
    runList(door, listMembers, searchParams),
    door.run(listRoleChoices, {}),
    organizationShell((await params).organization),
  ]);
  const assignments = await door.run(listAssignments, { members: members.data.map(({ id }) => id) });
  return (
    <>
      <PageHeader
        title="Assign people"
        description="Choose people of yours, then the organizations where they belong too."
        trail={[{ label: "Group", href: "/group" }]}
      />
      {group.children.length === 0 ? (
        <EmptyState icon="network" title="Your group has no other organization yet">
          Ask one on the page of the group.
        </EmptyState>
      ) : (
        <PeopleTable
          members={members.data}
          nextCursor={members.next_cursor}
          roles={roles}
          childrenOfGroup={group.children}
          assignments={assignments}
          mayTakeBack={permissions.includes("members.manage")}
          organizationId={organization.id}
        />
      )}
    </>
  );
}
