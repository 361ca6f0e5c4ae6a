"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { setLogRetention } from "./operations";

export async function setLogRetentionAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(setLogRetention, form, { message: () => "Saved. It holds from now on." });
}
