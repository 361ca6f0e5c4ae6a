"use client";

import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { UserRow } from "@/lib/console/rows";

const columns: DataColumn<UserRow>[] = [
  {
    id: "name",
    header: "Person",
    hideable: false,
    className: "py-1.5",
    cell: ({ name, email, super_admin }) => (
      <span className="flex min-w-52 items-center gap-2.5">
        <Avatar name={name} size="sm" />
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{name}</span>
            {super_admin && <Badge tone="warning">Super admin</Badge>}
          </span>
          <span className="block truncate text-muted text-xs">{email}</span>
        </span>
      </span>
    ),
  },
  {
    id: "verified",
    header: "Address",
    phone: "bare",
    cell: ({ verified }) => (
      <StatusDot tone={verified ? "positive" : "warning"} label={verified ? "Verified" : "Not verified"} />
    ),
  },
  {
    id: "organizations",
    header: "Organizations",
    align: "right",
    cell: ({ organizations }) => organizations.toLocaleString("en"),
  },
  { id: "sessions", header: "Live sessions", align: "right", cell: ({ sessions }) => sessions.toLocaleString("en") },
  {
    id: "last_used",
    header: "Last seen",
    cell: ({ last_used_at }) => (last_used_at ? <RelativeTime value={last_used_at} /> : "Never"),
  },
  { id: "created_at", header: "Signed up", cell: ({ created_at }) => <RelativeTime value={created_at} /> },
];

export function UsersTable({ rows, nextCursor }: { rows: UserRow[]; nextCursor: string | null }) {
  return (
    <DataTable
      id="users"
      label="People"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      nextCursor={nextCursor}
      detailHref={(row) => `/console/users/${row.id}`}
    >
      <FilterBar search="Search by name, address or id" />
    </DataTable>
  );
}
