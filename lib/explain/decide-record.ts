import type { Permission } from "@/lib/access/permissions";
import type { Evidence, RecordEvidence, Step } from "./schema";

type Member = NonNullable<Evidence["member"]>;

/** The member as far as a record goes: of the branches, the record's own alone. */
export function inReach(member: Member, permission: Permission, record: RecordEvidence | undefined): Member {
  if (!isJudged(member, record) || record.scope !== "branch" || !member.byBranch.includes(permission)) return member;
  return { ...member, branches: (member.branches ?? []).filter(({ id }) => id === (record.branch?.id ?? null)) };
}

/** What the record's branch says, where branches limit the member: against, where the member is not of it. */
export function recordStep(member: Member, permission: Permission, record: RecordEvidence): Step {
  const { word, scope, branch } = record;
  const place = branch === null ? "of no branch" : `of the branch ${branch.name ?? "of others"}`;
  if (scope === "organization" || !isJudged(member, record))
    return { about: "record", speaks: "neither", text: whole(record, place) };
  if (scope === "shared")
    return { about: "record", speaks: "neither", text: `This ${word} is of no branch: all branches share it.` };
  const here = member.branches?.some(({ id }) => id === (branch?.id ?? null)) ?? true;
  const limits = member.byBranch.includes(permission) || word === "branch";
  if (here || !limits) return { about: "record", speaks: "neither", text: `This ${word} is ${place}.` };
  return { about: "record", speaks: "against", text: `This ${word} is ${place}, and the member is not there.` };
}

function whole({ word, scope }: RecordEvidence, place: string): string {
  return scope === "organization"
    ? `This ${word} is the whole organization's: no branch decides.`
    : `This ${word} is ${place}, and the member is of all branches.`;
}

function isJudged(member: Member, record: RecordEvidence | undefined): record is RecordEvidence {
  return record !== undefined && record.scope !== "organization" && member.branches !== null;
}
