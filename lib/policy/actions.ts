"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { updatePolicy } from "./operations";

export async function updatePolicyAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(updatePolicy, form, { message: () => "Saved. It holds from the next request on." });
}
