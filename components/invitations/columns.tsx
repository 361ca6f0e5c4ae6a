import type { DataColumn } from "@/components/data-table/types";
import { InvitationEnd, InvitationState } from "@/components/invitations/state";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InvitationView } from "@/lib/invitations/schema";

type Column = DataColumn<InvitationView>;

export function invitationColumns(view: "open" | "history", timeZone: string): Column[] {
  const time = (value: Date) => <RelativeTime value={value} timeZone={timeZone} />;
  const common: Column[] = [
    {
      id: "email",
      header: "To",
      cell: ({ email, resent }) => (
        <span className="inline-flex items-center gap-2">
          <span className="max-w-64 truncate font-medium">{email ?? "Whoever has the code"}</span>
          {resent > 0 && <Badge>{resent === 1 ? "Resent" : `Resent ${resent} times`}</Badge>}
        </span>
      ),
    },
    { id: "role", header: "Role", cell: ({ roleName }) => <span className="whitespace-nowrap">{roleName}</span> },
    {
      id: "branches",
      header: "Branch",
      cell: ({ branches }) => (
        <span className="block max-w-48 truncate max-sm:inline-block max-sm:align-bottom text-muted">
          {branches?.map(({ name }) => name).join(", ") || "–"}
        </span>
      ),
    },
    { id: "kind", header: "Way", phone: "bare", cell: ({ kind }) => (kind === "link" ? "Mail" : "Code") },
    { id: "state", header: "State", phone: "bare", cell: (invitation) => <InvitationState invitation={invitation} /> },
    {
      id: "inviter",
      header: "Invited by",
      cell: ({ invitedByName }) => <span className="whitespace-nowrap">{invitedByName ?? "Berth"}</span>,
    },
    { id: "created", header: "Invited", sortable: true, cell: ({ createdAt }) => time(createdAt) },
  ];
  const last: Column[] =
    view === "open"
      ? [{ id: "expires", header: "Ends", sortable: true, cell: ({ expiresAt }) => time(expiresAt) }]
      : [
          { id: "by", header: "By", cell: (invitation) => <InvitationEnd invitation={invitation} /> },
          { id: "changed", header: "When", sortable: true, cell: ({ stateAt }) => time(stateAt) },
        ];
  return [...common, ...last];
}
