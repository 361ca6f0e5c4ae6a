"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { removeMember, restoreMember, setMemberFlags, setMemberRole, suspendMember } from "./operations";
import type { MemberView } from "./schema";
import { endMemberSession, endMemberSessions } from "./session-operations";

type Changed = ActionState<MemberView>;

export async function setMemberRoleAction(_: Changed, form: FormData): Promise<Changed> {
  return organizationAction(setMemberRole, form, {
    message: ({ name, roleName }) => `${name} has the role ${roleName} now.`,
  });
}

export async function setMemberFlagsAction(_: Changed, form: FormData): Promise<Changed> {
  return organizationAction(setMemberFlags, form, { message: ({ name }) => `The flags of ${name} are saved.` });
}

type Ended = ActionState<{ ended: number }>;

export async function endMemberSessionAction(_: Ended, form: FormData): Promise<Ended> {
  return organizationAction(endMemberSession, form);
}

export async function endMemberSessionsAction(_: Ended, form: FormData): Promise<Ended> {
  return organizationAction(endMemberSessions, form);
}

export async function suspendMemberAction(_: Changed, form: FormData): Promise<Changed> {
  return organizationAction(suspendMember, form, { message: ({ name }) => `${name} is suspended.` });
}

export async function restoreMemberAction(_: Changed, form: FormData): Promise<Changed> {
  return organizationAction(restoreMember, form, { message: ({ name }) => `${name} is active again.` });
}

export async function removeMemberAction(
  _: ActionState<{ id: string; name: string }>,
  form: FormData,
): Promise<ActionState<{ id: string; name: string }>> {
  return organizationAction(removeMember, form, { message: ({ name }) => `${name} is no longer a member.` });
}
