"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { deleteTestData } from "./operations";

export async function deleteTestDataAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return organizationAction(deleteTestData, form, {
    message: () => "Test data is being deleted. Live records stay as they are.",
  });
}
