import { missingPermission } from "@/lib/access/missing-permission";
import type { Permission } from "@/lib/access/permissions";
import type { Verdict } from "@/lib/access/verdict";

type Holder = { has(permission: Permission): boolean };
export type ActorFacts = { userId: string | null; rights: Holder };
export type MemberFacts = {
  userId: string;
  roleKey: string;
  status: "active" | "suspended";
  permissions: readonly Permission[];
};

export function setRoleVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.set_role", actor, member);
}

/** Whether this role may be the new one. */
export function newRoleVerdict(actor: ActorFacts, role: { key: string; permissions: readonly Permission[] }): Verdict {
  if (role.key === "owner") return refused("owner_by_transfer", "Ownership moves only by a transfer.");
  const above = role.permissions.find((each) => !actor.rights.has(each));
  if (above) return { ...refused("above_own_rights", aboveOwn), permission: above };
  return { allowed: true };
}

export function setFlagsVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.set_flags", actor, member);
}

export function suspendVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  if (member.status === "suspended") return refused("suspended", "This member is suspended already.");
  return changeVerdict("members.manage", actor, member);
}

export function restoreVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  if (member.status === "active") return refused("active", "This member is active already.");
  return changeVerdict("members.manage", actor, member);
}

export function removeVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.manage", actor, member);
}

const aboveOwn = "You cannot give more than you hold yourself.";

/** The rules of `guard.check_membership_change`, which has the last word. */
function changeVerdict(permission: Permission, actor: ActorFacts, member: MemberFacts): Verdict {
  if (!actor.rights.has(permission)) return missingPermission(permission);
  if (member.roleKey === "owner")
    return refused(
      "owner_protected",
      "The only owner cannot be changed, suspended or removed. Transfer ownership first.",
    );
  if (actor.userId !== null && member.userId === actor.userId)
    return refused("self", "You cannot change your own membership. Ask another admin.");
  const above = member.permissions.find((each) => !actor.rights.has(each));
  if (above)
    return { ...refused("above_own_rights", "This member holds rights that you do not have."), permission: above };
  return { allowed: true };
}

function refused(reason: string, message: string): Extract<Verdict, { allowed: false }> {
  return { allowed: false, reason, message };
}
