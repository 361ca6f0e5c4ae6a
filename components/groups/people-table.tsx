"use client";

import { useMemo, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { AssignDialog } from "@/components/groups/assign-dialog";
import { TakeBackDialog } from "@/components/groups/take-back-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { Assignment, GroupChild } from "@/lib/groups/schema";
import type { MemberView, RoleChoice } from "@/lib/members/schema";

type Props = {
  members: MemberView[];
  nextCursor: string | null;
  roles: RoleChoice[];
  childrenOfGroup: GroupChild[];
  /** What the group gave to the listed members. */
  assignments: Assignment[];
  organizationId: string;
  mayTakeBack: boolean;
};

export const mostAtOnce = 50;

const columnsOf = (assignments: Assignment[]): DataColumn<MemberView>[] => [
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
  {
    id: "group",
    header: "By your group in",
    phone: "line",
    cell: ({ id }) => {
      const own = assignments.filter(({ member }) => member === id);
      if (own.length === 0) return <span className="text-muted max-sm:hidden">–</span>;
      return (
        <span className="block max-w-72 truncate max-sm:inline-block max-sm:align-bottom text-muted">
          {own.map(({ name, role }) => `${name} (${role})`).join(", ")}
        </span>
      );
    },
  },
];

/** Members of the head, to be chosen and assigned. */
export function PeopleTable(props: Props) {
  const { members, nextCursor, roles, childrenOfGroup, assignments, organizationId, mayTakeBack } = props;
  const columns = useMemo(() => columnsOf(assignments), [assignments]);
  const [from, setFrom] = useState<MemberView>();
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
        rowActions={(row) =>
          mayTakeBack &&
          !row.self &&
          assignments.some(({ member }) => member === row.id) && (
            <Button size="sm" onClick={() => setFrom(row)}>
              Take back
            </Button>
          )
        }
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
      {from && (
        <TakeBackDialog
          person={from}
          assignments={assignments.filter(({ member }) => member === from.id)}
          organizationId={organizationId}
          onClose={() => setFrom(undefined)}
        />
      )}
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
