import type { DataColumn } from "@/components/data-table/types";
import { AddressFacts } from "@/components/registrations/address-facts";
import { DueTime } from "@/components/registrations/due-time";
import { Avatar } from "@/components/ui/avatar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { decisionInWords, type RequestState } from "@/lib/registrations/rules";
import type { Registration } from "@/lib/registrations/schema";

type Given = { state: RequestState; timeZone: string; narrow: boolean };

export function registrationColumns({ state, timeZone, narrow }: Given): DataColumn<Registration>[] {
  const person: DataColumn<Registration> = {
    id: "name",
    header: "Person",
    sortable: true,
    hideable: false,
    cell: ({ name }) => (
      <>
        <Avatar name={name} size="sm" />
        <span className="max-w-48 truncate">{name}</span>
      </>
    ),
  };
  const address: DataColumn<Registration> = {
    id: "email",
    header: "Address",
    phone: "line",
    cell: (row) => <AddressFacts {...row} />,
  };
  const asked: DataColumn<Registration> = {
    id: "created_at",
    header: "Asked",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ createdAt }) => <RelativeTime value={createdAt} timeZone={timeZone} />,
  };
  const due: DataColumn<Registration> = {
    id: "due_at",
    header: "Due",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ dueAt }) => <DueTime value={dueAt} timeZone={timeZone} />,
  };
  if (narrow) return [person, state === "pending" ? due : asked];
  if (state === "pending") return [person, address, messageColumn, earlierColumn, asked, due];
  const decided: DataColumn<Registration> = {
    id: "decided_at",
    header: "Decided",
    sortable: true,
    className: "whitespace-nowrap",
    cell: ({ decidedAt }) => decidedAt && <RelativeTime value={decidedAt} timeZone={timeZone} />,
  };
  return state === "approved"
    ? [person, address, roleColumn, statusColumn, byColumn, decided]
    : [person, address, reasonColumn, byColumn, decided];
}

const messageColumn: DataColumn<Registration> = {
  id: "message",
  header: "Message",
  phone: "line",
  cell: ({ message }) =>
    message && (
      <span className="line-clamp-1 max-w-72 wrap-anywhere max-sm:line-clamp-2 max-sm:max-w-full">{message}</span>
    ),
};

const earlierColumn: DataColumn<Registration> = {
  id: "earlier",
  header: "Earlier requests",
  align: "right",
  hiddenAtFirst: false,
  cell: ({ earlierRequests }) => earlierRequests,
};

const roleColumn: DataColumn<Registration> = { id: "role", header: "Role", cell: ({ roleName }) => roleName };

const statusColumn: DataColumn<Registration> = {
  id: "status",
  header: "Status",
  phone: "bare",
  cell: ({ joinedAt, lapsed }) =>
    joinedAt ? (
      <StatusDot tone="positive" label="Member" />
    ) : (
      <StatusDot tone={lapsed ? "danger" : "warning"} label={lapsed ? "Needs another approval" : "Waiting for them"} />
    ),
};

const reasonColumn: DataColumn<Registration> = {
  id: "reason",
  header: "Reason",
  cell: ({ note }) =>
    note ? (
      <span className="line-clamp-1 max-w-72 wrap-anywhere max-sm:inline">{note}</span>
    ) : (
      <span className="text-muted">None</span>
    ),
};

const byColumn: DataColumn<Registration> = {
  id: "by",
  header: "By",
  cell: (row) => row.decidedByName ?? <span className="text-muted">{decisionInWords(row)}</span>,
};
