"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { createDelegation, endDelegation, lendRights } from "./operations";

type State = ActionState<object>;

export async function createDelegationAction(_: State, form: FormData): Promise<State> {
  return organizationAction(createDelegation, form);
}

export async function endDelegationAction(_: State, form: FormData): Promise<State> {
  return organizationAction(endDelegation, form);
}

export async function lendRightsAction(_: State, form: FormData): Promise<State> {
  return organizationAction(lendRights, form, { message: () => "Lent. It holds from the next request on." });
}
