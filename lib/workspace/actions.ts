"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { shownFields } from "./choices";
import * as operations from "./operations";

type State = ActionState<object>;

/** The form shows every field, so a switch or a list that sends nothing is off or empty. */
export async function updateWorkspaceAction(_: State, form: FormData): Promise<State> {
  const unsent: Record<string, unknown> = {};
  for (const { name, kind } of shownFields) {
    if (kind === "switch") unsent[name] = form.get(name) === "true";
    if (kind === "many") unsent[name] = form.getAll(`${name}[]`);
  }
  return organizationAction(operations.updateWorkspace, form, {
    input: unsent,
    message: () => "Saved.",
  });
}
