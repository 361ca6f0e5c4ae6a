"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { entryColumns } from "@/components/audit/entry-columns";
import { DataTable } from "@/components/data-table/data-table";
import { DateRange } from "@/components/data-table/date-range";
import { type Filter, FilterBar } from "@/components/data-table/filter-bar";
import { addressWith } from "@/components/data-table/table-address";
import { EmptyState } from "@/components/ui/empty-state";
import type { AuditEntry } from "@/lib/audit/schema";

type AuditTableProps = {
  entries: AuditEntry[];
  nextCursor: string | null;
  timeZone: string;
  filters: Filter[];
  openId?: string;
};

export function AuditTable({ entries, nextCursor, timeZone, filters, openId }: AuditTableProps) {
  const columns = useMemo(() => entryColumns(timeZone), [timeZone]);
  const query = useSearchParams();
  return (
    <DataTable
      id="audit"
      label="Audit trail"
      columns={columns}
      rows={entries}
      rowId={(entry) => String(entry.id)}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={[...filters.map(({ key }) => key), "from", "to"]}
      detailHref={(entry) => addressWith(query, { entry: String(entry.id) })}
      empty={
        <EmptyState icon="audit" title="Nothing has happened yet">
          Every change of this organization is written here, by whom, when and from where.
        </EmptyState>
      }
      {...(openId && { openId })}
    >
      <FilterBar search="Search people, operations, addresses" filters={filters} />
      <DateRange />
    </DataTable>
  );
}
