"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { EndLink } from "@/components/groups/end-link";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { StatusDot } from "@/components/ui/status-dot";
import { type Figure, figures } from "@/lib/groups/choices";
import type { GroupChild } from "@/lib/groups/schema";

type Props = { rows: GroupChild[]; organizationId: string; mayManage: boolean };

const columns: DataColumn<GroupChild>[] = [
  {
    id: "name",
    header: "Organization",
    hideable: false,
    cell: ({ name, slug, state }) => (
      <span className="flex min-w-44 items-center gap-2.5 py-1">
        <OrganizationMark name={name} slug={slug} />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          {state === "suspended" ? (
            <StatusDot tone="danger" label="Suspended" />
          ) : (
            <span className="block truncate text-muted text-xs">{slug}</span>
          )}
        </span>
      </span>
    ),
  },
  ...Object.entries(figures).map(
    ([key, { short, label }]): DataColumn<GroupChild> => ({
      id: key,
      header: short,
      align: "right",
      cell: (row) => {
        const value = row.figures[key as Figure]; // the keys of the list of figures
        return value === undefined ? (
          <span className="text-muted" title={`${row.name} does not share: ${label}`}>
            Not shared
          </span>
        ) : (
          <span title={label}>{value.toLocaleString("en")}</span>
        );
      },
    }),
  ),
  {
    id: "roles",
    header: "You may give",
    phone: "line",
    cell: ({ roles }) => (
      <span className="block max-w-56 text-muted">
        {roles.length === 0 ? "Nobody" : roles.map(({ name }) => name).join(", ")}
      </span>
    ),
  },
];

export function ChildrenTable({ rows, organizationId, mayManage }: Props) {
  return (
    <DataTable
      id="group"
      label="Organizations of the group"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      filterKeys={[]}
      rowActions={({ id, name }) =>
        mayManage && (
          <EndLink id={id} organizationId={organizationId} label="Let out" title={`Let ${name} out of your group?`}>
            You see none of its figures and assign nobody there any more. People whom you assigned stay its members
            until it removes them. {name} is told.
          </EndLink>
        )
      }
    />
  );
}
