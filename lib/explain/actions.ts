"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { askForPermission } from "./operations";

export async function askForPermissionAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(askForPermission, form);
}
