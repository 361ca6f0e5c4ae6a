"use client";

import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { memberColumns } from "@/components/members/columns";
import { MemberMenu } from "@/components/members/member-menu";
import type { BranchChoice } from "@/lib/branches/schema";
import type { MemberView, RoleChoice } from "@/lib/members/schema";

type MembersTableProps = {
  members: MemberView[];
  nextCursor: string | null;
  total: number | undefined;
  roles: RoleChoice[];
  branches: BranchChoice[];
  organization: { id: string; name: string; timeZone: string };
  /** What the acting person may give: flags are then changed in the list. */
  givable?: string[];
};

const statuses = [
  { value: "active", label: "Active" },
  { value: "suspended", label: "Suspended" },
];

export function MembersTable({
  members,
  nextCursor,
  total,
  roles,
  branches,
  organization,
  givable,
}: MembersTableProps) {
  const { id, name, timeZone } = organization;
  const hasBranches = branches.length > 0;
  const columns = useMemo(
    () => memberColumns({ roles, organizationId: id, timeZone, givable, branches: hasBranches }),
    [roles, id, timeZone, givable, hasBranches],
  );
  return (
    <DataTable
      id="members"
      label="Members"
      columns={columns}
      rows={members}
      rowId={(member) => member.id}
      total={total}
      nextCursor={nextCursor}
      sort="name"
      filterKeys={["role", "status", "branch"]}
      detailHref={(member) => `/members/${member.id}`}
      rowActions={(member) => <MemberMenu member={member} organizationId={id} organizationName={name} />}
    >
      <FilterBar
        search="Search by name or e-mail"
        filters={[
          { key: "role", label: "Role", options: roles.map((role) => ({ value: role.key, label: role.name })) },
          { key: "status", label: "Status", options: statuses },
          ...(hasBranches
            ? [
                {
                  key: "branch",
                  label: "Branch",
                  options: branches.map((each) => ({ value: each.id, label: each.name })),
                },
              ]
            : []),
        ]}
      />
    </DataTable>
  );
}
