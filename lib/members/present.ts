import type { Actors } from "@/lib/access/operation";
import type { Membership, PlacedMember } from "./repository";
import { permissionsOf, type Roles } from "./roles";
import {
  type MemberFacts,
  removeVerdict,
  restoreVerdict,
  setFlagsVerdict,
  setRoleVerdict,
  suspendVerdict,
} from "./rules";

type Actor = Actors["organization"];

/** A member with what the acting person may do, so that no page derives a rule again. */
export function presentMember(member: PlacedMember, actor: Actor, roles: Roles) {
  return presenter(actor, roles)(member);
}

/** The same for many: members who are alike in what the rules look at are judged once. */
export function presenter(actor: Actor, roles: Roles) {
  const judged = new Map<string, ReturnType<typeof abilitiesOf>>();
  return (member: PlacedMember) => {
    const self = member.userId === actor.userId;
    const alike = `${self} ${member.status} ${member.roleKey} ${member.flags}`;
    const abilities = judged.get(alike) ?? abilitiesOf(actor, factsOf(member, roles));
    judged.set(alike, abilities);
    return {
      ...member,
      everywhere: member.allBranches,
      roleName: roles.get(member.roleKey)?.name ?? member.roleKey,
      self,
      abilities,
    };
  };
}

function abilitiesOf(actor: Actor, facts: MemberFacts) {
  return {
    setRole: setRoleVerdict(actor, facts),
    setFlags: setFlagsVerdict(actor, facts),
    suspend: suspendVerdict(actor, facts),
    restore: restoreVerdict(actor, facts),
    remove: removeVerdict(actor, facts),
  };
}

export function factsOf(member: Membership, roles: Roles) {
  const { userId, roleKey, status } = member;
  return { userId, roleKey, status, permissions: permissionsOf(roles, member) };
}
