"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { UseShare } from "@/components/plans/use-share";
import { EmptyState } from "@/components/ui/empty-state";
import { OrganizationMark } from "@/components/ui/organization-mark";
import type { PlatformUsage } from "@/lib/usage/console-schema";

type Row = PlatformUsage["top"][number];

const columns: DataColumn<Row>[] = [
  {
    id: "name",
    header: "Organization",
    hideable: false,
    className: "py-1.5",
    cell: ({ name, slug }) => (
      <span className="flex min-w-44 items-center gap-2.5">
        <OrganizationMark name={name} slug={slug} size="sm" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-muted text-xs">{slug}</span>
        </span>
      </span>
    ),
  },
  { id: "plan", header: "Plan", cell: ({ plan }) => plan },
  { id: "calls", header: "API calls", align: "right", cell: ({ calls }) => calls.toLocaleString("en") },
  { id: "errors", header: "Errors", align: "right", cell: ({ errors }) => errors.toLocaleString("en") },
  { id: "shipments", header: "Shipments", align: "right", cell: ({ shipments }) => shipments.toLocaleString("en") },
  {
    id: "today",
    header: "Calls today",
    cell: ({ today, most }) => <UseShare used={today} most={most} what="calls of today" />,
  },
];

/** Who called most. */
export function TopTable({ rows }: { rows: Row[] }) {
  return (
    <DataTable
      id="top"
      label="Organizations by calls"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      filterKeys={[]}
      detailHref={({ id }) => `/console/organizations/${id}`}
      empty={
        <EmptyState icon="chart" title="Nobody has called yet">
          Who calls the API appears here, with what their plan has for a day.
        </EmptyState>
      }
    />
  );
}
