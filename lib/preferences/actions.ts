"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import * as operations from "./operations";

type State = ActionState<object>;

export async function updatePreferencesAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.updatePreferences, form, { message: () => "Saved." });
}
