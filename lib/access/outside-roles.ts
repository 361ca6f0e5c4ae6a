import type { Permission } from "./permissions";
import { type BuiltInRole, builtInRoles } from "./roles";

/** The roles that clients of the GraphQL interface know, least first. */
export const outsideRoleNames = ["member", "developer", "admin", "owner"] as const;

export type OutsideRole = (typeof outsideRoleNames)[number];

/** Everything that a built-in role holds, inherited or its own; undefined for a role of an organization's own. */
export function builtInPermissions(key: string): Permission[] | undefined {
  const role = builtInRoles.find((each) => each.key === key);
  return role && [...new Set(closure(role))];
}

/** The roles of theirs that a role contains, by what it holds. */
export function outsideRolesOf(held: readonly string[]): OutsideRole[] {
  return outsideRoleNames.filter((name) => (builtInPermissions(name) ?? []).every((each) => held.includes(each)));
}

function closure({ permissions, inherits }: BuiltInRole): Permission[] {
  return [...permissions, ...builtInRoles.filter(({ key }) => inherits.includes(key)).flatMap(closure)];
}
