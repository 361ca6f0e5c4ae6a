import Link from "next/link";
import { notFound } from "next/navigation";
import { ConfirmSuperAdmin } from "@/components/console/confirm-super-admin";
import { stateLabels } from "@/components/console/labels";
import { ResetPersonForm } from "@/components/factors/reset-person-form";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { consolePage } from "@/lib/access/page-door";
import { findUser } from "@/lib/console/operations";
import { decodeId } from "@/lib/ids";

export const metadata = { title: "Person" };

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const door = await consolePage();
  if (decodeId("usr", id) === undefined) notFound();
  const person = await door.run(findUser, { id });
  const { last_used_at: lastSeen, super_admin_since: since, second_factor_since: factorSince } = person;
  const pausedAt = person.console_paused_at;
  return (
    <>
      <PageHeader
        title={person.name}
        meta={since && <Badge tone="warning">Super admin</Badge>}
        trail={[{ label: "People", href: "/console/users" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Account">
          <DescriptionList
            items={[
              { label: "Id", value: <CopyText value={person.id} /> },
              { label: "E-mail address", value: <CopyText value={person.email} /> },
              {
                label: "Verified",
                value: person.verified_at ? <RelativeTime value={person.verified_at} /> : "Not yet",
              },
              { label: "Signed up", value: <RelativeTime value={person.created_at} /> },
              { label: "Last seen", value: lastSeen ? <RelativeTime value={lastSeen} /> : "Never" },
              { label: "Second factor", value: factorSince ? <RelativeTime value={factorSince} /> : "None" },
              { label: "Live sessions", value: person.sessions },
              ...(since ? [{ label: "Super admin since", value: <RelativeTime value={since} /> }] : []),
              ...(pausedAt ? [{ label: "Console closed", value: <RelativeTime value={pausedAt} /> }] : []),
            ]}
          />
        </Card>
        <Card
          title="Organizations"
          description={person.organizations.length === 0 ? "Not a member anywhere." : undefined}
        >
          <ul className="space-y-3">
            {person.organizations.map((organization) => (
              <li key={organization.id} className="flex items-center gap-3">
                <OrganizationMark name={organization.name} slug={organization.slug} />
                <span className="min-w-0 flex-1">
                  <Link
                    href={`/console/organizations/${organization.id}`}
                    className="block truncate font-medium hover:underline"
                  >
                    {organization.name}
                  </Link>
                  <span className="text-muted text-table">
                    {organization.role}
                    {organization.status === "suspended" && ", suspended"}
                  </span>
                </span>
                <StatusDot {...stateLabels[organization.state]} />
                {!since && organization.state === "active" && organization.status === "active" && (
                  <Link
                    href={`/console/organizations/${organization.id}/members/${organization.member_id}`}
                    aria-label={`Act as ${person.name} at ${organization.name}`}
                    className={buttonStyles({ size: "sm" })}
                  >
                    Act as
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Card>
        {pausedAt && (
          <Card
            title="The console is closed to them"
            description="Their password was chosen anew by mail, and they have no second factor: it may have been whoever reads their mailbox."
          >
            <ConfirmSuperAdmin id={person.id} />
          </Card>
        )}
        {factorSince && (
          <Card
            title="Lost second factor"
            description="Takes app, recovery codes and remembered devices away and ends all sessions. The person is told by mail."
          >
            <ResetPersonForm id={person.id} />
          </Card>
        )}
      </div>
    </>
  );
}
