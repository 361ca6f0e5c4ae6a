import { ActivityCharts } from "@/components/activity/activity-charts";
import { PendingCard } from "@/components/activity/pending-cards";
import { RangeFault } from "@/components/activity/range-fault";
import { RangeLinks } from "@/components/activity/range-links";
import { WhoDidWhat } from "@/components/activity/who-did-what";
import { BranchChip } from "@/components/branches/branch-chip";
import { DateRange } from "@/components/data-table/date-range";
import { MembersTable } from "@/components/members/members-table";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { viewActivity } from "@/lib/activity/operations";
import { rangeOf, rangePresets } from "@/lib/activity/range";
import { listBranchChoices } from "@/lib/branches/operations";
import { chosenBranch, runBranchList } from "@/lib/branches/remembered";
import { listInvitations } from "@/lib/invitations/operations";
import { countPeople, listMembers, listRoleChoices } from "@/lib/members/operations";
import { listRegistrations } from "@/lib/registrations/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Activity" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

/** The account manager's page: everybody, what waits, and who did what. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const [door, query] = await Promise.all([organizationPage(params), searchParams]);
  const { organization: slug } = await params;
  const [{ organization, permissions }, branch] = await Promise.all([organizationShell(slug), chosenBranch(slug)]);
  const { timeZone } = organization;
  const { range, fault } = rangeOf(query, timeZone);
  const [activity, members, counts, branches, roles, requests, invitations] = await Promise.all([
    door.run(viewActivity, branch ? { ...range, branch: [branch.id] } : range),
    runBranchList(door, listMembers, searchParams),
    door.run(countPeople, {}),
    door.run(listBranchChoices, {}),
    door.run(listRoleChoices, {}),
    permissions.includes("registrations.view") ? door.run(listRegistrations, { state: "pending", limit: 5 }) : null,
    permissions.includes("invitations.view") ? door.run(listInvitations, { limit: 5 }) : null,
  ]);
  const narrowed = Boolean(query.q || query.role || query.status || query.branch || branch);
  return (
    <>
      <PageHeader
        title="Activity"
        description={`Who belongs to ${organization.name}, who waits to get in, and who did what.`}
      />
      <BranchChip />
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <RangeLinks presets={rangePresets(range, organization)} />
        <DateRange shown={range} />
      </div>
      <RangeFault fault={fault} />
      <div className="grid grid-cols-1 gap-6">
        <ActivityCharts activity={activity} timeZone={timeZone} />
        <WhoDidWhat people={activity.people} />
        <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
          {requests && (
            <PendingCard
              title="Pending requests"
              href="/registrations"
              total={counts.requests ?? requests.data.length}
              none="Nobody is waiting. New requests appear here."
              timeZone={timeZone}
              lines={requests.data.map(({ id, name, email, createdAt }) => ({
                id,
                href: `/registrations/${id}`,
                title: name,
                detail: email,
                at: createdAt,
              }))}
            />
          )}
          {invitations && (
            <PendingCard
              title="Open invitations"
              href="/invitations"
              total={counts.invitations ?? invitations.data.length}
              none="No invitation is open."
              timeZone={timeZone}
              lines={invitations.data.map(({ id, email, roleName, invitedByName, createdAt }) => ({
                id,
                href: "/invitations",
                title: email ?? "Code for anybody",
                detail: `${roleName}, by ${invitedByName}`,
                at: createdAt,
              }))}
            />
          )}
        </div>
        <section aria-labelledby="people">
          <h2 id="people" className="mb-3 font-semibold text-base">
            People
          </h2>
          <MembersTable
            members={members.data}
            nextCursor={members.next_cursor}
            total={narrowed ? undefined : (counts.members ?? undefined)}
            roles={roles}
            branches={branches}
            organization={organization}
            givable={permissions}
          />
        </section>
      </div>
    </>
  );
}
