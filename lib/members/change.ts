import type { Database } from "@/lib/access/database";
import type { Actors } from "@/lib/access/operation";
import type { Verdict } from "@/lib/access/verdict";
import { BerthError } from "@/lib/errors";
import { factsOf, presentMember } from "./present";
import { type Membership, membersRepository } from "./repository";
import { loadRoles } from "./roles";
import type { ActorFacts, MemberFacts } from "./rules";

type Change = {
  db: Database;
  actor: Actors["organization"];
  id: string;
  rule: (actor: ActorFacts, member: MemberFacts) => Verdict;
  values: Partial<Pick<Membership, "roleKey" | "flags" | "status">>;
};

/** Locks the membership, asks the rule, writes, and answers with the member as it is now. */
export async function changeMember({ db, actor, id, rule, values }: Change) {
  const members = membersRepository(db);
  const member = await members.findForUpdate(id);
  const roles = await loadRoles(db);
  requireAllowed(rule(actor, factsOf(member, roles)));
  await members.update(member.id, values);
  return presentMember({ ...member, ...values }, actor, roles);
}

/** Throws the refusal of a verdict: `forbidden` for missing rights, else `invalid` with its reason. */
export function requireAllowed(verdict: Verdict): void {
  if (verdict.allowed) return;
  const code =
    verdict.reason === "above_own_rights" || verdict.reason === "permission_missing" ? "forbidden" : "invalid";
  throw new BerthError(code, verdict.message, {
    reason: verdict.reason,
    ...(verdict.permission ? { permission: verdict.permission } : {}),
  });
}
