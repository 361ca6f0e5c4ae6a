import Link from "next/link";
import { MyInvitations } from "@/components/invitations/my-invitations";
import { OrganizationCard } from "@/components/organizations/organization-card";
import { MyRequests } from "@/components/registrations/my-requests";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { organizationLink } from "@/lib/hosts";
import { listMyInvitations } from "@/lib/invitations/operations";
import { listMyRequests } from "@/lib/registrations/asking-operations";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "My organizations" };

export default async function OrganizationsPage() {
  const door = await accountPage();
  const [{ me, organizations, unread }, invitations, requests] = await Promise.all([
    accountShell(),
    door.run(listMyInvitations, {}),
    door.run(listMyRequests, {}),
  ]);
  const { rootUrl } = env();
  const create = (
    <Link href="/organizations/new" className={buttonStyles({ variant: "primary" })}>
      Create an organization
    </Link>
  );
  return (
    <>
      <PageHeader
        title="My organizations"
        description="Everything you belong to, and what waits for you there."
        actions={organizations.length > 0 && create}
      />
      <div className="mb-5 space-y-5 empty:hidden">
        <MyInvitations invitations={invitations} timeZone={me.timeZone} />
      </div>
      {organizations.length === 0 ? (
        <EmptyState icon="organization" title="You are in no organization yet" action={create}>
          Create your own,{" "}
          <Link href="/join" className="text-accent underline">
            enter a code
          </Link>{" "}
          that somebody gave you, or{" "}
          <Link href="/request-access" className="text-accent underline">
            ask to join
          </Link>{" "}
          one.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {organizations.map((organization) => (
            <li key={organization.id} className="min-w-0">
              <OrganizationCard
                organization={organization}
                href={organizationLink(rootUrl, organization.slug, "/")}
                unread={unread.find(({ organizationId }) => organizationId === organization.id)?.unread ?? 0}
              />
            </li>
          ))}
        </ul>
      )}
      {requests.length > 0 && (
        <div className="mt-6">
          <MyRequests requests={requests} rootUrl={rootUrl} timeZone={me.timeZone} />
        </div>
      )}
    </>
  );
}
