"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { approveRegistration } from "@/lib/registrations/operations";
import { outcomeInWords } from "@/lib/registrations/rules";
import { archiveNotices, chooseNotices, markAllNoticesRead, markNoticesRead } from "./operations";

type State = ActionState<object>;

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

/** The queue's own operation, with the role of new members. */
export async function approveFromNoticeAction(_: State, form: FormData): Promise<State> {
  return organizationAction(approveRegistration, form, {
    message: ({ name, email, outcome }) => `${name}: ${outcomeInWords(outcome, email)}`,
  });
}
