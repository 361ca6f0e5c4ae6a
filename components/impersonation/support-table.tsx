"use client";

import Link from "next/link";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { StopSupport } from "@/components/impersonation/stop-button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { PlatformSession } from "@/lib/impersonation/schema";

const endings: Record<NonNullable<PlatformSession["ended_as"]>, string> = {
  stopped: "Stopped",
  stopped_by_platform: "Stopped in the console",
  stopped_by_organization: "Ended by the organization",
  signed_out: "Signed out",
  lost: "Right or member gone",
  expired: "Time over",
  replaced: "Another one begun",
};

const columns: DataColumn<PlatformSession>[] = [
  {
    id: "member",
    header: "Acts as",
    hideable: false,
    cell: ({ member, email }) => (
      <span className="block min-w-44">
        <span className="block truncate font-medium">{member}</span>
        <span className="block truncate text-muted text-xs">{email}</span>
      </span>
    ),
  },
  {
    id: "organization",
    header: "Organization",
    cell: ({ organization, organization_id }) => (
      <Link href={`/console/organizations/${organization_id}`} className="hover:underline">
        {organization}
      </Link>
    ),
  },
  { id: "support", header: "Who", cell: ({ support, mine }) => (mine ? `${support} (this browser)` : support) },
  {
    id: "state",
    header: "State",
    phone: "bare",
    cell: ({ running, raised, ended_as }) =>
      running ? (
        <StatusDot tone={raised ? "danger" : "warning"} label={raised ? "May change records" : "Read only"} />
      ) : (
        <StatusDot tone="neutral" label={ended_as ? endings[ended_as] : "Over"} />
      ),
  },
  {
    id: "reason",
    header: "Why",
    phone: "line",
    cell: ({ reason, raise_reason }) => (
      <span className="block max-w-80 break-words">
        {reason}
        {raise_reason && <span className="block text-muted">Raised: {raise_reason}</span>}
      </span>
    ),
  },
  { id: "started", header: "Began", cell: ({ started_at }) => <RelativeTime value={started_at} /> },
  {
    id: "ends",
    header: "Ends",
    cell: ({ ended_at, expires_at }) => <RelativeTime value={ended_at ?? expires_at} />,
  },
];

export function SupportTable({ rows }: { rows: PlatformSession[] }) {
  return (
    <DataTable
      id="support"
      label="Support sessions"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      filterKeys={[]}
      rowActions={({ id, member, running }) => running && <StopSupport id={id} label="Stop" name={member} />}
      empty={
        <EmptyState icon="member" title="Nobody has acted as a member yet">
          A session begins with a reason and your password, and lasts an hour at most.
        </EmptyState>
      }
    />
  );
}
