"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { RevokeServer } from "@/components/servers/revoke-server";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { type ServerRow, serverScopes } from "@/lib/servers/schema";

const columns: DataColumn<ServerRow>[] = [
  {
    id: "label",
    header: "Server",
    hideable: false,
    cell: ({ label, last4 }) => (
      <span className="block min-w-40">
        <span className="block truncate font-medium">{label}</span>
        <span className="block font-mono text-muted text-xs">srv_…{last4}</span>
      </span>
    ),
  },
  {
    id: "state",
    header: "State",
    phone: "bare",
    cell: ({ revoked_at, expires_at }) =>
      revoked_at ? (
        <StatusDot tone="neutral" label="Revoked" />
      ) : isOver(expires_at) ? (
        <StatusDot tone="neutral" label="Expired" />
      ) : (
        <StatusDot tone="positive" label="Works" />
      ),
  },
  {
    id: "scopes",
    header: "May",
    phone: "line",
    cell: ({ scopes }) => (
      <span className="block max-w-72">{scopes.map((scope) => serverScopes[scope]).join("; ")}</span>
    ),
  },
  { id: "organizations", header: "Created", cell: ({ organizations }) => organizations },
  {
    id: "used",
    header: "Last used",
    cell: ({ last_used_at, last_used_address }) =>
      last_used_at ? (
        <span>
          <RelativeTime value={last_used_at} /> <span className="text-muted">{last_used_address}</span>
        </span>
      ) : (
        "Never"
      ),
  },
  { id: "made", header: "Made by", cell: ({ made_by }) => made_by },
  { id: "expires", header: "Ends", cell: ({ expires_at }) => <RelativeTime value={expires_at} /> },
];

export function ServersTable({ rows }: { rows: ServerRow[] }) {
  return (
    <DataTable
      id="servers"
      label="Server credentials"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      filterKeys={[]}
      rowActions={({ id, label, revoked_at }) => !revoked_at && <RevokeServer id={id} label={label} />}
      empty={
        <EmptyState icon="key" title="No server has a credential">
          With one, a server of yours creates organizations and adds people to them.
        </EmptyState>
      }
    />
  );
}

function isOver(at: Date): boolean {
  return at.getTime() < Date.now();
}
