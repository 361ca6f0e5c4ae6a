"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { removeView, saveView } from "./operations";
import type { SavedView } from "./schema";

export async function saveViewAction(_: ActionState<SavedView>, form: FormData): Promise<ActionState<SavedView>> {
  return organizationAction(saveView, form, {
    message: ({ name, shared }) => (shared ? `Everybody sees the view ${name} now.` : `The view ${name} is saved.`),
  });
}

export async function removeViewAction(
  _: ActionState<{ name: string }>,
  form: FormData,
): Promise<ActionState<{ name: string }>> {
  return organizationAction(removeView, form, { message: ({ name }) => `The view ${name} is gone.` });
}
