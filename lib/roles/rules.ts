import { missingPermission } from "@/lib/access/missing-permission";
import { describePermission, flags, type Permission } from "@/lib/access/permissions";
import type { Verdict } from "@/lib/access/verdict";
import { closeRoles, type RoleRow, type Roles } from "@/lib/members/roles";

type Holder = { has(permission: Permission): boolean };

/** As `guard.check_role_change` decides, which has the last word. `givable`: what the acting person may give to others. */
export function changeRoleVerdict(
  rights: Holder,
  givable: ReadonlySet<Permission>,
  role: { builtIn: boolean; permissions: readonly Permission[] },
): Verdict {
  if (!rights.has("roles.manage")) return missingPermission("roles.manage");
  if (role.builtIn) return refused("built_in", "Built-in roles are locked. Copy the role to change it.");
  const above = role.permissions.find((permission) => !givable.has(permission));
  if (above) return { ...refused("above_own_rights", holdsMore(above)), permission: above };
  return { allowed: true };
}

function holdsMore(permission: Permission): string {
  return `This role holds “${describePermission(permission)}”, which you may not give.`;
}

/** A copy takes what the acting person may give. */
export function copyRoleVerdict(rights: Holder): Verdict {
  return rights.has("roles.manage") ? { allowed: true } : missingPermission("roles.manage");
}

export type Change = { key: string; permissions: Permission[]; inherits: string[] };
export type Difference = { gains: Permission[]; losses: Permission[] };

/** What each role would hold more and less of; roles that stay as they are are left out. */
export function differences(rows: RoleRow[], change: Change): Map<string, Difference> {
  const before = closeRoles(rows);
  const after = closeRoles(rows.map((row) => (row.key === change.key ? { ...row, ...change } : row)));
  const changed = new Map<string, Difference>();
  for (const [key, role] of before) {
    const becomes = after.get(key)?.permissions ?? [];
    const gains = becomes.filter((permission) => !role.permissions.includes(permission));
    const losses = role.permissions.filter((permission) => !becomes.includes(permission));
    if (gains.length + losses.length > 0) changed.set(key, { gains, losses });
  }
  return changed;
}

/** Members alike: by the roles that they hold, in a branch too, and their flags. */
type Holders = { roles: string[]; flags: string[]; members: number; names: string[] };

/**
 * Who holds something else afterwards: a flag may give already what a role gains, or keep what it loses, and what the plan
 * withholds nobody holds either way.
 */
export function affected(
  holders: Holders[],
  changed: Map<string, Difference>,
  withheld: readonly string[],
): { members: number; names: string[] } {
  const concerned = holders.filter(({ roles, flags: own }) => {
    const byFlags = Object.entries(flags).flatMap(([flag, given]) => (own.includes(flag) ? given : []));
    const same = new Set<string>([...withheld, ...byFlags]);
    return roles
      .flatMap((key) => [...(changed.get(key)?.gains ?? []), ...(changed.get(key)?.losses ?? [])])
      .some((permission) => !same.has(permission));
  });
  return {
    members: concerned.reduce((sum, { members }) => sum + members, 0),
    names: concerned.flatMap(({ names }) => names).slice(0, 8),
  };
}

/** The first of the roles to inherit that would lead back to the role itself. */
export function circle(roles: Roles, rows: RoleRow[], { key, inherits }: Change): string | undefined {
  const reaches = (from: string, seen = new Set<string>()): boolean => {
    if (from === key) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (rows.find((row) => row.key === from)?.inherits ?? []).some((next) => reaches(next, seen));
  };
  const found = inherits.find((each) => reaches(each));
  return found && (roles.get(found)?.name ?? found);
}

function refused(reason: string, message: string): Extract<Verdict, { allowed: false }> {
  return { allowed: false, reason, message };
}
