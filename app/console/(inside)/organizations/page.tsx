import { Plus } from "lucide-react";
import Link from "next/link";
import { OrganizationsTable } from "@/components/console/organizations-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listOrganizations } from "@/lib/console/operations";

export const metadata = { title: "Organizations" };

export default async function OrganizationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listOrganizations, searchParams);
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
      <OrganizationsTable rows={data} nextCursor={next_cursor} />
    </>
  );
}
