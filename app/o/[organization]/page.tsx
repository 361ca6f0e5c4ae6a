import { NumberCard } from "@/components/overview/number-card";
import { RecentList } from "@/components/overview/recent-list";
import { SetUpList } from "@/components/overview/set-up-list";
import { WaitingList } from "@/components/overview/waiting-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { viewOverview, viewRecent } from "@/lib/overview/operations";
import { readOwnership } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const { organization, me, permissions, waiting } = await organizationShell((await params).organization);
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission);
  const [overview, ownership, recent] = await Promise.all([
    door.run(viewOverview, {}),
    door.run(readOwnership, {}),
    may("audit.view") ? door.run(viewRecent, {}) : undefined,
  ]);
  const { members, requests, changes, steps } = overview;
  const offer = ownership.offer?.forMe ? ownership.offer : undefined;
  const decides = may("registrations.view") || may("invitations.view");
  const asked = decides || offer !== undefined;
  return (
    <>
      <PageHeader title="Overview" description={organization.name} />
      <div className="space-y-5">
        {(members ?? requests ?? changes) && (
          <div className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
            {members && (
              <NumberCard
                label="Members"
                value={members.total}
                change={{ ...members, what: "joined" }}
                href="/members"
              />
            )}
            {requests && (
              <NumberCard
                label="Requests waiting"
                value={waiting.requests ?? 0}
                change={{ ...requests, what: "asked" }}
                href="/registrations"
              />
            )}
            {waiting.invitations !== undefined && (
              <NumberCard
                label="Open invitations"
                value={waiting.invitations}
                note="Unused and still valid"
                href="/invitations"
              />
            )}
            {changes && (
              <NumberCard
                label="Changes"
                value={changes.now}
                note={`${changes.before} in the 30 days before`}
                href="/audit"
              />
            )}
          </div>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
          <div className="min-w-0 space-y-5">
            {asked && <WaitingList waiting={waiting} offer={offer} now={new Date()} />}
            {recent && <RecentList happenings={recent} timeZone={organization.timeZone} />}
          </div>
          <SetUpList steps={steps} organizationId={organization.id} mayDismiss={may("settings.manage")} />
        </div>
        {!asked && !recent && (
          <EmptyState icon="overview" title={`Welcome, ${me.name}`}>
            What you may do here appears in the navigation. Owners and admins give more rights.
          </EmptyState>
        )}
      </div>
    </>
  );
}
