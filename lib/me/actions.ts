"use server";

import { accountAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { setDefaultOrganization } from "./operations";

export async function setDefaultOrganizationAction(
  _: ActionState<object>,
  form: FormData,
): Promise<ActionState<object>> {
  return accountAction(setDefaultOrganization, form, {
    message: () => "Saved. Programs mean it from their next call on.",
  });
}
