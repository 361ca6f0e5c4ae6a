"use client";

import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { actorParts, entryWords, recordWord } from "@/lib/audit/words";
import type { AuditRow } from "@/lib/console/rows";

export type Entry = Pick<AuditRow, "id" | "at" | "action" | "operation" | "before" | "after"> & {
  actor: string | null;
  record: string;
  address?: string | null;
};

const columns: DataColumn<Entry>[] = [
  {
    id: "what",
    header: "What",
    hideable: false,
    cell: ({ record, ...entry }) => (
      <StatusDot tone={toneOf(entry.action)} label={entryWords({ ...entry, record_type: record })} />
    ),
  },
  {
    id: "actor",
    header: "Who",
    phone: "bare",
    cell: ({ actor }) => (
      <span className="block max-w-64 truncate" title={actor ?? undefined}>
        {actorParts(actor ?? "Visitor").name}
      </span>
    ),
  },
  { id: "at", header: "When", phone: "bare", cell: ({ at }) => <RelativeTime value={at} /> },
  { id: "record", header: "To what", cell: (entry) => <Subject entry={entry} /> },
  {
    id: "change",
    header: "Change",
    phone: "line",
    cell: (entry) => changedNames(entry).length > 0 && <Change entry={entry} />,
  },
  { id: "address", header: "From", cell: ({ address }) => address },
  {
    id: "operation",
    header: "Operation",
    hiddenAtFirst: true,
    cell: ({ operation }) => <span className="font-mono">{operation}</span>,
  },
];

type AuditTableProps = { rows: Entry[]; nextCursor?: string | null; actions?: readonly string[]; filtered?: boolean };

export function AuditTable({ rows, nextCursor, actions = [], filtered = true }: AuditTableProps) {
  const options = actions.map((value) => ({ value, label: actionWord(value) }));
  return (
    <DataTable
      id="audit"
      label="Audit entries"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      nextCursor={nextCursor ?? null}
      filterKeys={filtered ? ["action"] : []}
      empty={<EmptyState icon="audit" title="Nothing is on the record yet" />}
    >
      {filtered && (
        <FilterBar
          search="Search by person, operation or address"
          filters={[{ key: "action", label: "What", options }]}
        />
      )}
    </DataTable>
  );
}

/** The name of what it happened to, where the entry holds one. */
function Subject({ entry: { record, before, after } }: { entry: Entry }) {
  const names = [after?.person, after?.name, before?.name, after?.email];
  const name = names.find((value) => typeof value === "string");
  if (typeof name !== "string") return recordWord(record);
  return <span className="block max-w-64 truncate">{actorParts(name).name}</span>;
}

function changedNames({ before, after }: Entry): string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
}

function Change({ entry }: { entry: Entry }) {
  const { before, after } = entry;
  const names = changedNames(entry);
  return (
    <details className="max-w-80">
      <summary className="min-h-6 cursor-pointer truncate text-muted">
        {names.slice(0, 3).join(", ").replaceAll("_", " ")}
        {names.length > 3 && ` and ${names.length - 3} more`}
      </summary>
      <dl className="mt-1 space-y-1 pb-2 text-xs">
        {names.map((name) => (
          <div key={name}>
            <dt className="text-muted">{name.replaceAll("_", " ")}</dt>
            <dd className="break-words font-mono">
              {before && name in before && <del className="mr-2 text-danger no-underline">{shown(before[name])}</del>}
              {after && name in after && <ins className="no-underline">{shown(after[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const words: Record<string, string> = { insert: "created", update: "changed", delete: "removed", view: "looked at" };

function actionWord(action: string): string {
  return words[action] ?? action.replaceAll("_", " ");
}

function toneOf(action: string): "neutral" | "danger" | "warning" | "positive" {
  if (action === "failed" || action === "refused" || action === "delete" || action === "suspend") return "danger";
  if (action === "view" || action === "grant" || action === "revoke") return "warning";
  return action === "restore" || action === "insert" || action === "create" ? "positive" : "neutral";
}
