"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { acceptGroup, assignInGroup, endGroup, requestGroup, shareWithGroup, takeBackInGroup } from "./operations";
import type { Assigned, TakenBack } from "./schema";

type State = ActionState<unknown>;

export async function requestGroupAction(_: State, form: FormData): Promise<State> {
  return organizationAction(requestGroup, form, {
    message: ({ slug }) => `If there is an organization at ${slug}, its owner and admins are asked now.`,
  });
}

export async function acceptGroupAction(_: State, form: FormData): Promise<State> {
  return organizationAction(acceptGroup, form, { message: () => "You belong to this group now." });
}

export async function shareWithGroupAction(_: State, form: FormData): Promise<State> {
  return organizationAction(shareWithGroup, form, { message: () => "Saved. It holds from the next request on." });
}

export async function endGroupAction(_: State, form: FormData): Promise<State> {
  return organizationAction(endGroup, form, { message: () => "Done. Both sides have it in their audit trail." });
}

export async function assignInGroupAction(_: ActionState<Assigned>, form: FormData): Promise<ActionState<Assigned>> {
  return organizationAction(assignInGroup, form);
}

export async function takeBackInGroupAction(
  _: ActionState<TakenBack>,
  form: FormData,
): Promise<ActionState<TakenBack>> {
  return organizationAction(takeBackInGroup, form);
}
