"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { updateApiRules } from "./api-rules-operations";
import { createKey, revokeKey, rotateKey } from "./operations";
import { updateKeyPolicy } from "./policy-operations";
import type { NewKey } from "./schema";

export async function createKeyAction(_: ActionState<NewKey>, form: FormData): Promise<ActionState<NewKey>> {
  return organizationAction(createKey, form);
}

export async function rotateKeyAction(_: ActionState<NewKey>, form: FormData): Promise<ActionState<NewKey>> {
  return organizationAction(rotateKey, form);
}

export async function revokeKeyAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(revokeKey, form);
}

export async function updateApiRulesAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(updateApiRules, form);
}

export async function updateKeyPolicyAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(updateKeyPolicy, form);
}
