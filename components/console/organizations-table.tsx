"use client";

import { useMemo } from "react";
import { optionsOf, stateLabels } from "@/components/console/labels";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { UseShare } from "@/components/plans/use-share";
import { EmptyState } from "@/components/ui/empty-state";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { OrganizationRow } from "@/lib/console/rows";

const columnsWith = (planNames: Map<string, string>): DataColumn<OrganizationRow>[] => [
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
  { id: "state", header: "State", phone: "bare", cell: ({ state }) => <StatusDot {...stateLabels[state]} /> },
  { id: "plan", header: "Plan", cell: ({ plan }) => planNames.get(plan) ?? plan },
  {
    id: "owner",
    header: "Owner",
    cell: ({ owner_name }) => owner_name ?? <span className="text-muted">None yet</span>,
  },
  {
    id: "members",
    header: "Seats in use",
    cell: ({ seats_used, seats }) => <UseShare used={seats_used} most={seats} what="seats" />,
  },
  {
    id: "calls",
    header: "Calls today",
    cell: ({ calls_today, calls_most }) =>
      calls_most === null ? (
        <span className="text-muted">No limit</span>
      ) : (
        <UseShare used={calls_today} most={calls_most} what="calls of a day" />
      ),
  },
  { id: "requests", header: "Waiting", align: "right", cell: ({ requests }) => requests.toLocaleString("en") },
  {
    id: "activity",
    header: "Last activity",
    cell: ({ last_activity_at }) => (last_activity_at ? <RelativeTime value={last_activity_at} /> : "Never"),
  },
  { id: "created_at", header: "Created", cell: ({ created_at }) => <RelativeTime value={created_at} /> },
];

type OrganizationsTableProps = {
  rows: OrganizationRow[];
  nextCursor: string | null;
  plans: { value: string; label: string }[];
};

export function OrganizationsTable({ rows, nextCursor, plans }: OrganizationsTableProps) {
  const columns = useMemo(() => columnsWith(new Map(plans.map(({ value, label }) => [value, label]))), [plans]);
  const filters = [
    { key: "state", label: "State", options: optionsOf(stateLabels) },
    { key: "plan", label: "Plan", options: plans },
  ];
  return (
    <DataTable
      id="organizations"
      label="Organizations"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      nextCursor={nextCursor}
      detailHref={(row) => `/console/organizations/${row.id}`}
      empty={
        <EmptyState icon="organization" title="No organization yet">
          Create one for a customer, or let people found their own.
        </EmptyState>
      }
    >
      <FilterBar search="Search by name, address or id" filters={filters} />
    </DataTable>
  );
}
