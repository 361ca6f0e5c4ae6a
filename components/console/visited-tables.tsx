"use client";

import Link from "next/link";
import type { z } from "zod";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { Avatar } from "@/components/ui/avatar";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { visitMembers, visitRequests } from "@/lib/console/visit";

type Member = z.output<typeof visitMembers.output>[number];
type Request = z.output<typeof visitRequests.output>[number];

const memberColumns: DataColumn<Member>[] = [
  { id: "name", header: "Member", hideable: false, cell: (row) => <Person name={row.name} email={row.email} /> },
  { id: "role", header: "Role", cell: ({ role }) => role },
  {
    id: "status",
    header: "Status",
    phone: "bare",
    cell: ({ status }) =>
      status === "active" ? (
        <StatusDot tone="positive" label="Active" />
      ) : (
        <StatusDot tone="danger" label="Suspended" />
      ),
  },
  { id: "joined", header: "Joined", cell: ({ joinedAt }) => <RelativeTime value={joinedAt} /> },
  {
    id: "active",
    header: "Last active",
    cell: ({ lastActiveAt }) => (lastActiveAt ? <RelativeTime value={lastActiveAt} /> : "Never"),
  },
];

const requestColumns: DataColumn<Request>[] = [
  { id: "name", header: "Person", hideable: false, cell: (row) => <Person name={row.name} email={row.email} /> },
  {
    id: "message",
    header: "Message",
    phone: "line",
    cell: ({ message }) => <span className="block max-w-96">{message}</span>,
  },
  {
    id: "state",
    header: "State",
    phone: "bare",
    cell: ({ state, closedAs }) => (
      <StatusDot
        tone={state === "pending" ? "warning" : state === "approved" ? "positive" : "neutral"}
        label={(closedAs ?? state).replace(/^./, (letter) => letter.toUpperCase())}
      />
    ),
  },
  { id: "decided", header: "Decided by", cell: ({ decidedByName }) => decidedByName },
  { id: "created", header: "Asked", cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
];

export function VisitedMembers({ rows, organizationId }: { rows: Member[]; organizationId: string }) {
  return (
    <DataTable
      id="members"
      label="Members"
      columns={memberColumns}
      rows={rows}
      rowId={(row) => row.id}
      filterKeys={[]}
      rowActions={({ id, name }) => (
        <Link
          href={`/console/organizations/${organizationId}/members/${id}`}
          aria-label={`Act as ${name}`}
          className={buttonStyles({ size: "sm" })}
        >
          Act as
        </Link>
      )}
      empty={<EmptyState icon="member" title="Nobody is in yet" />}
    />
  );
}

export function VisitedRequests({ rows }: { rows: Request[] }) {
  return (
    <DataTable
      id="requests"
      label="Requests"
      columns={requestColumns}
      rows={rows}
      rowId={(row) => row.id}
      filterKeys={[]}
      empty={<EmptyState icon="registration" title="Nobody has asked to join" />}
    />
  );
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <span className="flex min-w-44 items-center gap-2.5">
      <Avatar name={name} size="sm" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">{email}</span>
      </span>
    </span>
  );
}
