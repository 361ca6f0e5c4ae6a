import { AuditTable } from "@/components/audit/audit-table";
import { EntrySheet } from "@/components/audit/entry-sheet";
import { ExportButton } from "@/components/audit/export-button";
import { ExportList } from "@/components/audit/export-list";
import { ProofMark } from "@/components/audit/proof-mark";
import { RetentionButton } from "@/components/audit/retention-button";
import { RetentionWaits } from "@/components/audit/retention-waits";
import { MissingRecord } from "@/components/data-table/missing-record";
import { PageHeader } from "@/components/ui/page-header";
import { ViewTabs } from "@/components/views/view-tabs";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listAuditExports } from "@/lib/audit/export-operations";
import { asLine, foldEntries } from "@/lib/audit/group-rules";
import { findAuditEntry, listAudit, listAuditFilters, viewAuditProof } from "@/lib/audit/operations";
import { parseQuery } from "@/lib/audit/query-rules";
import { readAuditRetention } from "@/lib/audit/retention-operations";
import { retentionWords } from "@/lib/audit/retention-schema";
import { auditViews } from "@/lib/audit/views";
import { deviceName } from "@/lib/auth/device-words";
import { listLogs } from "@/lib/logs/operations";
import { operations } from "@/lib/operations";
import { organizationShell } from "@/lib/shell/page";
import { listViews } from "@/lib/views/operations";

export const metadata = { title: "Audit" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

const recorded = operations
  .filter(({ scope, access }) => scope === "organization" && access === "write")
  .map(({ name }) => name)
  .sort();

export default async function AuditPage({ params, searchParams }: PageProps) {
  const [door, { q, entry: asked }] = await Promise.all([organizationPage(params), searchParams]);
  const query = typeof q === "string" ? q : "";
  const { faults, terms } = parseQuery(query);
  const open = typeof asked === "string" && /^\d{1,15}$/.test(asked) ? asked : undefined;
  const { organization, permissions } = await organizationShell((await params).organization);
  const [list, { actors }, views, proof, exports, retention, entry] = await Promise.all([
    faults.length > 0 ? { data: [], next_cursor: null } : runList(door, listAudit, searchParams),
    door.run(listAuditFilters, {}),
    door.run(listViews, { list: "audit" }),
    door.run(viewAuditProof, {}),
    permissions.includes("audit.export") ? door.run(listAuditExports, {}) : null,
    door.run(readAuditRetention, {}),
    open ? door.runIfFound(findAuditEntry, { id: open }) : null,
  ]);
  // A request of the interface is no call of the API.
  const calls =
    entry?.request_id && permissions.includes("logs.view")
      ? await door.runIfAllowed(listLogs, { q: entry.request_id, limit: 1 })
      : null;
  const folds = !terms.some(({ key, not }) => key === "request" && !not);
  return (
    <>
      <PageHeader
        title="Audit"
        description={`Every change of ${organization.name}: who, what, when and from where. It is ${retentionWords(retention.days)}. Times are in ${organization.timeZone}.`}
        meta={<ProofMark proof={proof} timeZone={organization.timeZone} />}
        actions={
          <>
            {permissions.includes("settings.manage") && (
              <RetentionButton organizationId={organization.id} days={retention.days} />
            )}
            {exports && <ExportButton organizationId={organization.id} />}
          </>
        }
      />
      <RetentionWaits
        retention={retention}
        organizationId={organization.id}
        timeZone={organization.timeZone}
        mayChange={permissions.includes("settings.manage")}
      />
      {exports && (
        <ExportList exports={exports.data} organizationId={organization.id} timeZone={organization.timeZone} />
      )}
      <ViewTabs
        list="audit"
        path="/audit"
        builtIn={auditViews}
        saved={views}
        organizationId={organization.id}
        mayRemoveShared={permissions.includes("settings.manage")}
      />
      {asked && !entry && <MissingRecord what="entry" named={Boolean(open)} />}
      <AuditTable
        lines={folds ? foldEntries(list.data, list.next_cursor !== null) : list.data.map(asLine)}
        nextCursor={list.next_cursor}
        timeZone={organization.timeZone}
        choices={{ actors, operations: recorded }}
        faults={faults}
        {...(open && { openId: open })}
      />
      {entry && (
        <EntrySheet
          entry={entry}
          call={calls?.data[0]}
          client={deviceName(entry.agent ?? "")}
          timeZone={organization.timeZone}
        />
      )}
    </>
  );
}
