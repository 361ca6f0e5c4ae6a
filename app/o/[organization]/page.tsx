import { BranchChip } from "@/components/branches/branch-chip";
import { CallsToday } from "@/components/overview/calls-today";
import { NumberCard } from "@/components/overview/number-card";
import { RecentList } from "@/components/overview/recent-list";
import { SetUpList } from "@/components/overview/set-up-list";
import { WaitingList } from "@/components/overview/waiting-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { todayIn } from "@/lib/activity/range";
import { chosenBranch } from "@/lib/branches/remembered";
import { viewOverview, viewRecent } from "@/lib/overview/operations";
import { findRoom } from "@/lib/plans/operations";
import { readOwnership } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";
import { countShipments } from "@/lib/shipments/operations";
import { viewUsage } from "@/lib/usage/operations";

export const metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const { organization: slug } = await params;
  const [shell, chosen] = await Promise.all([organizationShell(slug), chosenBranch(slug)]);
  const { organization, me, permissions, waiting } = shell;
  const ofBranch = chosen ? { branch: [chosen.id] } : {};
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission);
  const seesCalls = may("usage.view") && !shell.ofSomeBranches;
  const today = todayIn(organization.timeZone);
  const [overview, ownership, recent, shipments, room, usage] = await Promise.all([
    door.run(viewOverview, ofBranch),
    door.run(readOwnership, {}),
    may("audit.view") ? door.run(viewRecent, {}) : undefined,
    may("shipments.view") ? door.run(countShipments, ofBranch) : undefined,
    seesCalls ? door.run(findRoom, { limit: "api_calls_a_day" }) : undefined,
    seesCalls ? door.run(viewUsage, { from: today, to: today }) : undefined,
  ]);
  const { members, requests, changes, steps } = overview;
  const offer = ownership.offer?.forMe ? ownership.offer : undefined;
  const decides = may("registrations.view") || may("invitations.view");
  const asked = decides || offer !== undefined;
  return (
    <>
      <PageHeader
        title="Overview"
        description={
          chosen ? `${organization.name}. Shipments and members are those of ${chosen.name}.` : organization.name
        }
      />
      <BranchChip />
      <div className="space-y-5">
        {(shipments ?? members ?? requests ?? changes ?? usage) && (
          <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
            {shipments && (
              <>
                <NumberCard
                  label="Shipments on the way"
                  value={shipments.moving}
                  note={`${shipments.draft} still to send`}
                  href="/shipments?status=picked_up,in_transit,out_for_delivery"
                />
                <NumberCard
                  label="Exceptions"
                  value={shipments.exception}
                  note={shipments.exception === 0 ? "Nothing went wrong" : "Need somebody to look"}
                  href="/shipments?status=exception"
                />
              </>
            )}
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
            {room && usage && <CallsToday room={room} called={usage.apiCalls} />}
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
