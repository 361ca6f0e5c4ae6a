import Link from "next/link";
import { OrganizationCard } from "@/components/organizations/organization-card";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { organizationLink } from "@/lib/hosts";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "My organizations" };

export default async function OrganizationsPage() {
  const { organizations } = await accountShell();
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
      {organizations.length === 0 ? (
        <EmptyState icon="organization" title="You are in no organization yet" action={create}>
          Create your own, or enter the code that somebody gave you under Join with a code.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {organizations.map((organization) => (
            <li key={organization.id} className="min-w-0">
              <OrganizationCard organization={organization} href={organizationLink(rootUrl, organization.slug, "/")} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
