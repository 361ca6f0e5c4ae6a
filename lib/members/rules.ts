import type { Permission } from "@/lib/access/permissions";

/** Why an act is not allowed, in the words that the button shows and the operation answers with. */
export type Verdict = { allowed: true } | { allowed: false; reason: string; message: string };

type Holder = { has(permission: Permission): boolean };
export type ActorFacts = { userId: string | null; rights: Holder };
export type MemberFacts = {
  userId: string;
  roleKey: string;
  status: "active" | "suspended";
  permissions: readonly Permission[];
};

export const mayBeGiven = (rights: Holder, permissions: readonly Permission[]): boolean =>
  permissions.every((permission) => rights.has(permission));

export function setRoleVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.set_role", "Change roles of members", actor, member);
}

/** Whether this role may be the new one. */
export function newRoleVerdict(actor: ActorFacts, role: { key: string; permissions: readonly Permission[] }): Verdict {
  if (role.key === "owner") return refused("owner_by_transfer", "Ownership moves only by a transfer.");
  if (!mayBeGiven(actor.rights, role.permissions)) return refused("above_own_rights", aboveOwn);
  return { allowed: true };
}

export function setFlagsVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.set_flags", "Switch permission flags of members", actor, member);
}

export function suspendVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  if (member.status === "suspended") return refused("suspended", "This member is suspended already.");
  return changeVerdict("members.manage", "Suspend and remove members", actor, member);
}

export function restoreVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  if (member.status === "active") return refused("active", "This member is active already.");
  return changeVerdict("members.manage", "Suspend and remove members", actor, member);
}

export function removeVerdict(actor: ActorFacts, member: MemberFacts): Verdict {
  return changeVerdict("members.manage", "Suspend and remove members", actor, member);
}

const aboveOwn = "You cannot give more than you hold yourself.";

/** The rules of `guard.check_membership_change`, which has the last word. */
function changeVerdict(permission: Permission, words: string, actor: ActorFacts, member: MemberFacts): Verdict {
  if (!actor.rights.has(permission))
    return refused("permission_missing", `You need “${words}” for this. Owners and admins can give it.`);
  if (member.roleKey === "owner")
    return refused(
      "owner_protected",
      "The only owner cannot be changed, suspended or removed. Transfer ownership first.",
    );
  if (actor.userId !== null && member.userId === actor.userId)
    return refused("self", "You cannot change your own membership. Ask another admin.");
  if (!mayBeGiven(actor.rights, member.permissions))
    return refused("above_own_rights", "This member holds rights that you do not have.");
  return { allowed: true };
}

function refused(reason: string, message: string): Verdict {
  return { allowed: false, reason, message };
}
