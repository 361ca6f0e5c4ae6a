"use server";

import { accountAction, organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { approveRegistration, listRolesToGive } from "@/lib/registrations/operations";
import { outcomeInWords } from "@/lib/registrations/rules";
import type { GivableRole } from "@/lib/registrations/schema";
import { archiveMyNotices, markMyNoticesRead } from "./inbox-operations";
import { archiveNotices, chooseNotices, markAllNoticesRead, markNoticesRead } from "./operations";

type State = ActionState<object>;
type GivableState = ActionState<{ roles: GivableRole[]; defaultRole: string }>;

/** The organization is bound where the bell was rendered; the door compares it with this host's. */
export async function markAllNoticesReadAction(organizationId: string, form: FormData): Promise<void> {
  form.set("organization", String(organizationId));
  await organizationAction(markAllNoticesRead, form);
}

export async function markNoticesReadAction(_: State, form: FormData): Promise<State> {
  return organizationAction(markNoticesRead, form);
}

export async function archiveNoticesAction(_: State, form: FormData): Promise<State> {
  return organizationAction(archiveNotices, form);
}

export async function chooseNoticesAction(_: State, form: FormData): Promise<State> {
  return organizationAction(chooseNotices, form, { message: () => "Saved. It holds from now on." });
}

/** The roles that a request may be approved with here, asked for when somebody wants another than that of new members. */
export async function rolesToGiveAction(_: GivableState, form: FormData): Promise<GivableState> {
  return organizationAction(listRolesToGive, form);
}

/** On the root host: some notices, those of one organization, or all. */
export async function markMyNoticesReadAction(form: FormData): Promise<void> {
  await accountAction(markMyNoticesRead, form);
}

export async function readMyNoticesAction(_: State, form: FormData): Promise<State> {
  return accountAction(markMyNoticesRead, form);
}

export async function archiveMyNoticesAction(_: State, form: FormData): Promise<State> {
  return accountAction(archiveMyNotices, form);
}

/** The queue's own operation, with the role that was chosen or that of new members. */
export async function approveFromNoticeAction(_: State, form: FormData): Promise<State> {
  return organizationAction(approveRegistration, form, {
    message: (decision) => `${decision.name}: ${outcomeInWords(decision)}`,
  });
}
