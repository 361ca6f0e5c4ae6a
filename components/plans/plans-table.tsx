"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { amount, featureLabel, listed } from "@/components/plans/words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlanRow } from "@/lib/plans/schema";

const columns: DataColumn<PlanRow>[] = [
  {
    id: "name",
    header: "Plan",
    hideable: false,
    cell: ({ name, description, begins, archived_at }) => (
      <span className="block min-w-44 py-1">
        <span className="flex items-center gap-2 font-medium">
          {name}
          {begins && <Badge tone="accent">New ones begin with it</Badge>}
          {archived_at && <Badge>Archived</Badge>}
        </span>
        <span className="block font-normal text-muted text-xs">{description}</span>
      </span>
    ),
  },
  {
    id: "organizations",
    header: "Organizations",
    align: "right",
    cell: (row) => row.organizations.toLocaleString("en"),
  },
  { id: "seats", header: "Seats", align: "right", cell: ({ limits }) => amount(limits.max_users) },
  { id: "keys", header: "Keys", align: "right", cell: ({ limits }) => amount(limits.keys) },
  { id: "webhooks", header: "Webhooks", align: "right", cell: ({ limits }) => amount(limits.webhooks) },
  { id: "calls", header: "Calls a day", align: "right", cell: ({ limits }) => amount(limits.api_calls_a_day) },
  {
    id: "without",
    header: "Without",
    phone: "line",
    cell: ({ without }) => (
      <span className="block max-w-72 text-muted">
        {without.length === 0 ? "Has everything" : listed(without.map(featureLabel))}
      </span>
    ),
  },
];

export function PlansTable({ rows }: { rows: PlanRow[] }) {
  return (
    <DataTable
      id="plans"
      label="Plans"
      columns={columns}
      rows={rows}
      rowId={({ key }) => key}
      filterKeys={[]}
      detailHref={({ key }) => `/console/plans/${key}`}
      empty={
        <EmptyState icon="settings" title="No plan yet">
          A plan says what its organizations have, and how much of it.
        </EmptyState>
      }
    />
  );
}
