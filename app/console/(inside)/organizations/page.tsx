import { Plus } from "lucide-react";
import Link from "next/link";
import { OrganizationsTable } from "@/components/console/organizations-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listOrganizations } from "@/lib/console/operations";
import { listPlans } from "@/lib/plans/console-operations";

export const metadata = { title: "Organizations" };

export default async function OrganizationsPage({ searchParams }: { searchParams: SearchParams }) {
  const door = await consolePage();
  const [{ data, next_cursor }, plans] = await Promise.all([
    runList(door, listOrganizations, searchParams),
    door.run(listPlans, {}),
  ]);
  return (
    <>
      <PageHeader
        title="Organizations"
        description="Every organization with its size and state. What its people do there needs a reason to look at."
        actions={
          <Link href="/console/organizations/new" className={buttonStyles({ variant: "primary" })}>
            <Plus />
            New organization
          </Link>
        }
      />
      <OrganizationsTable
        rows={data}
        nextCursor={next_cursor}
        plans={plans.map(({ key, name }) => ({ value: key, label: name }))}
      />
    </>
  );
}
