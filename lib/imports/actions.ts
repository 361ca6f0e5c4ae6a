"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { cancelImport, confirmImport } from "./operations";

type State = ActionState<{ id: string }>;

export async function confirmImportAction(_: State, form: FormData): Promise<State> {
  return organizationAction(confirmImport, form);
}

export async function cancelImportAction(_: State, form: FormData): Promise<State> {
  return organizationAction(cancelImport, form);
}
