"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { createKey, regenerateKey, revokeKey } from "./operations";
import type { NewKey } from "./schema";

export async function createKeyAction(_: ActionState<NewKey>, form: FormData): Promise<ActionState<NewKey>> {
  return organizationAction(createKey, form);
}

export async function regenerateKeyAction(_: ActionState<NewKey>, form: FormData): Promise<ActionState<NewKey>> {
  return organizationAction(regenerateKey, form);
}

export async function revokeKeyAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(revokeKey, form);
}
