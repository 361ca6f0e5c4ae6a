"use server";

import { accountAction, consoleAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { publishTerms } from "./console-operations";
import { acceptTerms } from "./operations";

export async function acceptTermsAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return accountAction(acceptTerms, form);
}

export async function publishTermsAction(
  _: ActionState<{ version: number }>,
  form: FormData,
): Promise<ActionState<{ version: number }>> {
  return consoleAction(publishTerms, form);
}
