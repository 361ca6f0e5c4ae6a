import { Trail } from "@/components/console/trail";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { parseQuery } from "@/lib/audit/query-rules";
import { listPlatformAudit } from "@/lib/console/operations";
import { operations } from "@/lib/operations";

export const metadata = { title: "Audit" };

const recorded = operations
  .filter(({ scope, access }) => scope !== "organization" && access === "write")
  .map(({ name }) => name)
  .sort();

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const faulty = parseQuery(typeof query.q === "string" ? query.q : "").faults.length > 0;
  const door = await consolePage();
  const list = faulty ? { data: [], next_cursor: null } : await runList(door, listPlatformAudit, searchParams);
  return (
    <>
      <PageHeader
        title="Audit"
        description="The platform's own record: sign-ins, accounts, and what super admins and operators did. Times are UTC."
      />
      <Tabs
        label="Whose trail"
        current="/console/audit"
        tabs={[
          { href: "/console/audit", label: "Platform" },
          { href: "/console/audit/organizations", label: "All organizations" },
        ]}
      />
      <Trail
        list={list}
        query={query}
        timeZone="UTC"
        operations={recorded}
        empty={<EmptyState icon="audit" title="Nothing is on the record yet" />}
      />
    </>
  );
}
