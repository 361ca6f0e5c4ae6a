import type { Actors } from "@/lib/access/operation";
import type { Membership, PlacedMember } from "./repository";
import { permissionsOf, type Roles } from "./roles";
import { removeVerdict, restoreVerdict, setFlagsVerdict, setRoleVerdict, suspendVerdict } from "./rules";

type Actor = Actors["organization"];

/** A member with what the acting person may do, so that no page derives a rule again. */
export function presentMember(member: PlacedMember, actor: Actor, roles: Roles) {
  const facts = factsOf(member, roles);
  return {
    ...member,
    everywhere: member.allBranches,
    roleName: roles.get(member.roleKey)?.name ?? member.roleKey,
    self: member.userId === actor.userId,
    abilities: {
      setRole: setRoleVerdict(actor, facts),
      setFlags: setFlagsVerdict(actor, facts),
      suspend: suspendVerdict(actor, facts),
      restore: restoreVerdict(actor, facts),
      remove: removeVerdict(actor, facts),
    },
  };
}

export function factsOf(member: Membership, roles: Roles) {
  const { userId, roleKey, status } = member;
  return { userId, roleKey, status, permissions: permissionsOf(roles, member) };
}
