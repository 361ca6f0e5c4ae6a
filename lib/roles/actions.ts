"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import * as operations from "./operations";
import type { RoleImpact, RoleView } from "./schema";

export async function createRoleAction(_: ActionState<RoleView>, form: FormData): Promise<ActionState<RoleView>> {
  return organizationAction(operations.createRole, form, { message: ({ name }) => `The role ${name} is made.` });
}

export async function previewRoleAction(_: ActionState<RoleImpact>, form: FormData): Promise<ActionState<RoleImpact>> {
  return organizationAction(operations.previewRole, form);
}

export async function updateRoleAction(_: ActionState<RoleView>, form: FormData): Promise<ActionState<RoleView>> {
  return organizationAction(operations.updateRole, form, {
    message: ({ name }) => `${name} is changed. It holds from the next request on.`,
  });
}

type Deleted = ActionState<{ key: string; members: number }>;

export async function deleteRoleAction(_: Deleted, form: FormData): Promise<Deleted> {
  return organizationAction(operations.deleteRole, form, { message: () => "The role is deleted." });
}

type Ladder = ActionState<{ strict: boolean }>;

export async function setLadderAction(_: Ladder, form: FormData): Promise<Ladder> {
  return organizationAction(operations.setLadder, form, {
    message: ({ strict }) => `The strict ladder is ${strict ? "on" : "off"}, from the next request on.`,
  });
}
