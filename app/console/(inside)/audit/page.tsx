import { AuditTable } from "@/components/console/audit-table";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listPlatformAudit } from "@/lib/console/operations";
import { platformActions } from "@/lib/console/schema";

export const metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listPlatformAudit, searchParams);
  return (
    <>
      <PageHeader
        title="Audit"
        description="The platform's own record: sign-ins, accounts, and what super admins and operators did. Times are UTC."
      />
      <AuditTable
        actions={platformActions}
        nextCursor={next_cursor}
        rows={data.map(({ actor_label, record_type, ...entry }) => ({
          ...entry,
          actor: actor_label,
          record: record_type,
        }))}
      />
    </>
  );
}
