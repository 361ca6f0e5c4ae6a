"use server";

import { consoleAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { createServer, revokeServer } from "./console-operations";
import type { NewServer } from "./schema";

export async function createServerAction(_: ActionState<NewServer>, form: FormData): Promise<ActionState<NewServer>> {
  return consoleAction(createServer, form);
}

export async function revokeServerAction(_: ActionState<object>, form: FormData): Promise<ActionState<object>> {
  return consoleAction(revokeServer, form);
}
