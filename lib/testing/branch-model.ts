import { isByBranch, type Permission } from "@/lib/access/permissions";
import { builtInRoles } from "@/lib/access/roles";

export type Placed = { role: string; all: boolean; given: { branch: string; role: string | null }[] };
export type Tree = Map<string, string | null>;

/** What the database has to decide, in a few lines that know nothing of it. `null` is the branch of no branch. */
export function holdsIn(branch: string | null, permission: Permission, member: Placed, tree: Tree): boolean {
  const role = roleIn(branch, member, tree);
  return role !== null && isByBranch(permission) && closure(role).has(permission);
}

export function sees(
  row: { branch: string | null; shared: boolean },
  permission: Permission,
  member: Placed,
  tree: Tree,
): boolean {
  if (!isLimited(member)) return true; // the permission was decided when the operation was opened
  if (holdsIn(row.branch, permission, member, tree)) return true;
  return row.branch === null && row.shared && [...tree.keys()].some((id) => holdsIn(id, permission, member, tree));
}

const isLimited = ({ role, all, given }: Placed) =>
  !all || given.some((each) => each.role !== null && each.role !== role);

function roleIn(branch: string | null, member: Placed, tree: Tree): string | null {
  for (let at = branch; at !== null; at = tree.get(at) ?? null) {
    const given = member.given.find((each) => each.branch === at);
    if (given) return given.role ?? member.role;
  }
  return member.all ? member.role : null;
}

function closure(key: string): Set<string> {
  const role = builtInRoles.find((each) => each.key === key);
  return new Set([...(role?.permissions ?? []), ...(role?.inherits ?? []).flatMap((each) => [...closure(each)])]);
}
