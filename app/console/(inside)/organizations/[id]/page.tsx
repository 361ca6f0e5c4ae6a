import { notFound } from "next/navigation";
import { stateLabels } from "@/components/console/labels";
import {
  ApiLimitsForm,
  FirstOwnerForm,
  RestoreForm,
  SuspendForm,
  VisitForm,
} from "@/components/console/organization-acts";
import { PlanCard } from "@/components/plans/plan-card";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { consolePage } from "@/lib/access/page-door";
import { findOrganization } from "@/lib/console/operations";
import type { OrganizationFacts } from "@/lib/console/rows";
import { decodeId } from "@/lib/ids";
import { industries } from "@/lib/organizations/choices";
import { findPlanOf, listPlans } from "@/lib/plans/console-operations";
import type { PlanFacts } from "@/lib/plans/schema";

export const metadata = { title: "Organization" };

export default async function OrganizationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const door = await consolePage();
  if (decodeId("org", id) === undefined) notFound();
  const organization = await door.run(findOrganization, { id });
  const [facts, plans] = await Promise.all([door.run(findPlanOf, { id }), door.run(listPlans, {})]);
  return (
    <>
      <PageHeader
        title={organization.name}
        meta={<StatusDot {...stateLabels[organization.state]} />}
        trail={[{ label: "Organizations", href: "/console/organizations" }]}
      />
      {organization.state === "suspended" && (
        <Callout tone="danger" title="Suspended" className="mb-4">
          {organization.suspended_reason}
        </Callout>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-4">
          <Card title="Facts">
            <DescriptionList items={factsOf(organization, facts)} />
          </Card>
          <PlanCard organizationId={id} facts={facts} plans={plans} closed={organization.state === "deleted"} />
          <Card title="Activity">
            <DescriptionList items={useOf(organization)} />
          </Card>
        </div>
        <Acts organization={organization} />
      </div>
    </>
  );
}

function factsOf(organization: OrganizationFacts, facts: PlanFacts) {
  const place = [organization.city, organization.country].filter(Boolean).join(", ");
  return [
    { label: "Id", value: <CopyText value={organization.id} /> },
    { label: "Address", value: <CopyText value={organization.slug} /> },
    { label: "Company", value: organization.company_name },
    { label: "Owner", value: organization.owner && `${organization.owner.name}, ${organization.owner.email}` },
    { label: "Industry", value: industryName(organization.industry) },
    { label: "Place", value: place === "" ? null : place },
    { label: "Currency and zone", value: `${organization.currency}, ${organization.time_zone}` },
    { label: "Plan", value: facts.plan.name },
    { label: "Created", value: <RelativeTime value={organization.created_at} /> },
  ];
}

function industryName(value: string | null) {
  return industries.find((industry) => industry.value === value)?.label ?? value;
}

function useOf(organization: OrganizationFacts) {
  const { last_activity_at: last } = organization;
  return [
    { label: "Members", value: `${organization.members}, ${organization.suspended_members} of them suspended` },
    { label: "Requests waiting", value: organization.requests },
    { label: "Open invitations", value: organization.invitations },
    { label: "Live sessions", value: organization.live_sessions },
    { label: "API keys", value: organization.live_keys },
    { label: "Jobs", value: `${organization.open_jobs} open, ${organization.failed_jobs} failed` },
    { label: "Last activity", value: last ? <RelativeTime value={last} /> : "Never" },
  ];
}

function Acts({ organization }: { organization: OrganizationFacts }) {
  const { id, state, first_owner: invited } = organization;
  return (
    <div className="space-y-4">
      {state !== "deleted" && (
        <Card title="Look inside" description="Members, requests, settings and audit, read only.">
          <VisitForm organizationId={id} />
        </Card>
      )}
      {state === "awaiting_owner" && (
        <Card
          title="First owner"
          description={
            invited
              ? `${invited.email} was invited${invited.live ? " and has not accepted yet." : "; the invitation ran out."}`
              : "Nobody is invited."
          }
        >
          <FirstOwnerForm organizationId={id} again={invited !== null} />
        </Card>
      )}
      {state !== "deleted" && (
        <Card title="API limits" description="What is beyond them is refused until the minute is over.">
          <ApiLimitsForm
            organizationId={id}
            calls={organization.api_calls}
            perCredential={organization.api_calls_per_key}
          />
        </Card>
      )}
      {state === "active" && (
        <Card title="Suspend">
          <Effects organization={organization} />
          <SuspendForm organizationId={id} />
        </Card>
      )}
      {state === "suspended" && (
        <Card
          title="Restore"
          description="Everybody keeps the role they had. Sessions and keys that still live work again at once."
        >
          <RestoreForm organizationId={id} />
        </Card>
      )}
    </div>
  );
}

function Effects({ organization }: { organization: OrganizationFacts }) {
  const { members, live_sessions: sessions, live_keys: keys, open_jobs: jobs } = organization;
  return (
    <div className="mb-4">
      <p>With their next request:</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5 text-muted">
        <li>{people(members)} find it closed, and are told that it is suspended</li>
        <li>{sessions === 1 ? "1 open session reaches" : `${sessions} open sessions reach`} nothing in it</li>
        <li>{keys === 1 ? "1 API key is" : `${keys} API keys are`} refused</li>
        <li>
          {jobs === 0
            ? "no job waits"
            : jobs === 1
              ? "1 job that waits still runs"
              : `${jobs} jobs that wait still run`}
        </li>
      </ul>
      <p className="mt-1">Nothing is deleted. You can restore it at any time.</p>
    </div>
  );
}

function people(members: number): string {
  return members === 1 ? "its 1 member" : `its ${members} members`;
}
