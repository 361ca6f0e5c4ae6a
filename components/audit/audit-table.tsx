"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { entryColumns } from "@/components/audit/entry-columns";
import { type Choices, QueryBar } from "@/components/audit/query-bar";
import { DataTable } from "@/components/data-table/data-table";
import { addressWith } from "@/components/data-table/table-address";
import { EmptyState } from "@/components/ui/empty-state";
import type { Line } from "@/lib/audit/group-rules";

type AuditTableProps = {
  lines: Line[];
  nextCursor: string | null;
  timeZone: string;
  choices: Choices;
  faults: string[];
  openId?: string;
  /** Of several organizations. */
  several?: boolean;
  /** In place of what an empty trail says. */
  empty?: ReactNode;
};

export function AuditTable({ lines, nextCursor, timeZone, choices, faults, openId, several, empty }: AuditTableProps) {
  const columns = useMemo(() => entryColumns(timeZone, several), [timeZone, several]);
  const query = useSearchParams();
  return (
    <DataTable
      id="audit"
      label="Audit trail"
      columns={columns}
      rows={lines}
      rowId={({ id }) => id}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={[]}
      detailHref={({ id, group }) =>
        group
          ? addressWith(query, { q: `request:${group.requestId}`, cursor: null, trail: null })
          : addressWith(query, { entry: id })
      }
      empty={
        empty ?? (
          <EmptyState icon="audit" title="Nothing has happened yet">
            Every change of this organization is written here, by whom, when and from where.
          </EmptyState>
        )
      }
      {...(openId && { openId })}
    >
      <QueryBar choices={choices} faults={faults} />
    </DataTable>
  );
}
