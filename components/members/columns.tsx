import type { DataColumn } from "@/components/data-table/types";
import { FlagsCell } from "@/components/members/flags-cell";
import { RoleCell } from "@/components/members/role-cell";
import { MemberStatus } from "@/components/members/status";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberView, RoleChoice } from "@/lib/members/schema";

type Around = {
  roles: RoleChoice[];
  organizationId: string;
  timeZone: string;
  givable: string[] | undefined;
  /** Whether the organization has any. */
  branches: boolean;
};

/** `givable`: what the acting person may give, where flags are changed in the list. */
export function memberColumns({
  roles,
  organizationId,
  timeZone,
  givable,
  branches,
}: Around): DataColumn<MemberView>[] {
  const columns: DataColumn<MemberView>[] = [
    {
      id: "name",
      header: "Name",
      sortable: true,
      cell: (member) => (
        <>
          <Avatar name={member.name} size="sm" />
          <span className="max-w-56 truncate">{member.name}</span>
          {member.self && <Badge>You</Badge>}
        </>
      ),
    },
    {
      id: "email",
      header: "E-mail",
      phone: "line",
      cell: (member) => <span className="block max-w-64 truncate text-muted">{member.email}</span>,
    },
    {
      id: "role",
      header: "Role",
      phone: "bare",
      sortable: true,
      cell: (member) => <RoleCell member={member} roles={roles} organizationId={organizationId} />,
    },
    ...(givable
      ? [
          {
            id: "flags",
            header: "Flags",
            cell: (member: MemberView) => (
              <FlagsCell member={member} organizationId={organizationId} givable={givable} />
            ),
          },
        ]
      : []),
    ...(branches ? [{ id: "branches", header: "Branch", cell: (member: MemberView) => <Branches {...member} /> }] : []),
    { id: "status", header: "Status", phone: "bare", cell: (member) => <MemberStatus status={member.status} /> },
    {
      id: "factor",
      header: "Second factor",
      cell: (member) =>
        member.secondFactor ? <Badge tone="positive">On</Badge> : <span className="text-muted">Off</span>,
    },
    {
      id: "active",
      header: "Last active",
      sortable: true,
      cell: (member) =>
        member.lastActiveAt ? (
          <RelativeTime value={member.lastActiveAt} timeZone={timeZone} />
        ) : (
          <span className="text-muted">Not yet</span>
        ),
    },
    {
      id: "joined",
      header: "Joined",
      sortable: true,
      cell: (member) => <RelativeTime value={member.joinedAt} timeZone={timeZone} />,
    },
  ];
  return givable ? columns.toSorted((one, other) => placeOf(one) - placeOf(other)) : columns;
}

/** Where flags are changed in the list, what is looked after stands before what is looked up. */
const looked = ["name", "role", "flags", "branches", "factor", "active", "status"];
const placeOf = ({ id }: { id: string }) => (looked.includes(id) ? looked.indexOf(id) : looked.length);

function Branches({ everywhere, branches }: Pick<MemberView, "everywhere" | "branches">) {
  const names = branches.map(({ name }) => name).join(", ");
  if (everywhere || names === "") return <span className="text-muted">{everywhere ? "All" : "None"}</span>;
  return (
    <span className="block max-w-48 truncate max-sm:inline-block max-sm:align-bottom" title={names}>
      {names}
    </span>
  );
}
