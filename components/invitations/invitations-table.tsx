"use client";

import type { ReactNode } from "react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { invitationColumns } from "@/components/invitations/columns";
import { InvitationMenu } from "@/components/invitations/invitation-menu";
import { EmptyState } from "@/components/ui/empty-state";
import type { InvitationView } from "@/lib/invitations/schema";
import type { RoleChoice } from "@/lib/members/schema";

type InvitationsTableProps = {
  view: "open" | "history";
  invitations: InvitationView[];
  nextCursor: string | null;
  roles: RoleChoice[];
  organization: { id: string; timeZone: string };
  may: { resend: boolean; revoke: boolean };
  inviteButton: ReactNode;
};

const ended = [
  { value: "accepted", label: "Accepted" },
  { value: "revoked", label: "Revoked" },
  { value: "expired", label: "Expired" },
];
const standing = [
  { value: "sent", label: "Sent" },
  { value: "opened", label: "Opened" },
];

export function InvitationsTable(props: InvitationsTableProps) {
  const { view, organization, roles, may } = props;
  const columns = useMemo(() => invitationColumns(view, organization.timeZone), [view, organization.timeZone]);
  const menu = (invitation: InvitationView) =>
    invitation.state === "accepted" || invitation.state === "revoked" ? null : (
      <InvitationMenu invitation={invitation} organizationId={organization.id} may={may} />
    );
  return (
    <DataTable
      id="invitations"
      label={view === "open" ? "Open invitations" : "Earlier invitations"}
      columns={columns}
      rows={props.invitations}
      rowId={(invitation) => invitation.id}
      nextCursor={props.nextCursor}
      sort="-created"
      filterKeys={["role", "state"]}
      rowActions={menu}
      empty={
        view === "open" ? (
          <EmptyState icon="invitation" title="No invitation is open" action={props.inviteButton}>
            Invite people by mail, or make a code to share aloud.
          </EmptyState>
        ) : (
          <EmptyState icon="invitation" title="Nothing here yet">
            Accepted, revoked and expired invitations stay here.
          </EmptyState>
        )
      }
    >
      <FilterBar
        search="Search by address or name"
        filters={[
          { key: "state", label: "State", options: view === "open" ? standing : ended },
          { key: "role", label: "Role", options: roles.map((role) => ({ value: role.key, label: role.name })) },
        ]}
      />
    </DataTable>
  );
}
