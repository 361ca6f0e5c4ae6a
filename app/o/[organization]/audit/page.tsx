import { AuditTable } from "@/components/audit/audit-table";
import { EntrySheet } from "@/components/audit/entry-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { auditFiltersFor } from "@/lib/audit/filters";
import { findAuditEntry, listAudit, listAuditFilters } from "@/lib/audit/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Audit" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function AuditPage({ params, searchParams }: PageProps) {
  const door = await organizationPage(params);
  const { data, next_cursor } = await runList(door, listAudit, searchParams);
  const { actors } = await door.run(listAuditFilters, {});
  const { organization } = await organizationShell((await params).organization);
  const { entry: asked } = await searchParams;
  const open = typeof asked === "string" && /^\d{1,15}$/.test(asked) ? asked : undefined;
  const entry = open ? await door.run(findAuditEntry, { id: open }) : undefined;
  return (
    <>
      <PageHeader
        title="Audit"
        description={`Every change of ${organization.name}: who, what, when and from where. Times are in ${organization.timeZone}.`}
      />
      <AuditTable
        entries={data}
        nextCursor={next_cursor}
        timeZone={organization.timeZone}
        filters={auditFiltersFor(actors)}
        {...(open && { openId: open })}
      />
      {entry && <EntrySheet entry={entry} timeZone={organization.timeZone} />}
    </>
  );
}
