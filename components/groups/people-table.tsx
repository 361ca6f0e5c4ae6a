"use client";

import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { AssignDialog } from "@/components/groups/assign-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { GroupChild } from "@/lib/groups/schema";
import type { MemberView, RoleChoice } from "@/lib/members/schema";

type Props = {
  members: MemberView[];
  nextCursor: string | null;
  roles: RoleChoice[];
  childrenOfGroup: GroupChild[];
  organizationId: string;
};

export const mostAtOnce = 50;

const columns: DataColumn<MemberView>[] = [
  {
    id: "name",
    header: "Member",
    hideable: false,
    sortable: true,
    cell: ({ name, email }) => (
      <span className="flex min-w-44 items-center gap-2.5">
        <Avatar name={name} size="sm" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-muted text-xs">{email}</span>
        </span>
      </span>
    ),
  },
  { id: "role", header: "Role here", cell: ({ roleName }) => roleName },
];

/** Members of the head, to be chosen and assigned. */
export function PeopleTable({ members, nextCursor, roles, childrenOfGroup, organizationId }: Props) {
  const [people, setPeople] = useState<MemberView[]>();
  return (
    <>
      <DataTable
        id="group-people"
        label="Members"
        columns={columns}
        rows={members}
        rowId={({ id }) => id}
        nextCursor={nextCursor}
        sort="name"
        selection
        filterKeys={["role"]}
        bulkActions={({ rows }) =>
          rows.length > mostAtOnce ? (
            <p className="text-muted">Up to {mostAtOnce} at once</p>
          ) : (
            <Button variant="primary" size="sm" onClick={() => setPeople(rows)}>
              {rows.length === 1 ? "Assign 1 person" : `Assign ${rows.length} people`}
            </Button>
          )
        }
      >
        <FilterBar
          search="Search by name or e-mail"
          filters={[
            { key: "role", label: "Role", options: roles.map(({ key, name }) => ({ value: key, label: name })) },
          ]}
        />
      </DataTable>
      {people && (
        <AssignDialog
          people={people}
          childrenOfGroup={childrenOfGroup}
          organizationId={organizationId}
          onClose={() => setPeople(undefined)}
        />
      )}
    </>
  );
}
