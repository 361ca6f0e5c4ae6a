"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { consoleAction, requireOwnOrigin } from "@/lib/access/action-door";
import type { Operation } from "@/lib/access/operation";
import { trustedRequest } from "@/lib/access/trusted-request";
import type { ActionState } from "@/lib/errors";
import {
  confirmSuperAdmin,
  createOrganizationFor,
  inviteFirstOwner,
  restoreOrganization,
  retryJob,
  setApiLimits,
  suspendOrganization,
} from "./acts";
import { resendDeadLetter } from "./dead-letters";
import { beginSearch, beginVisit, confirmConsole } from "./operations";
import { organizationPath, visitPath } from "./paths";
import { searchCookie } from "./search-cookie";
import { visitCookie } from "./visit-cookie";

type State = ActionState<unknown>;
type NotResent = { id: string; message: string };

const chosenIds = z.array(z.string()).max(100);

export async function confirmConsoleAction(_: State, form: FormData): Promise<State> {
  return consoleAction(confirmConsole, form, { after: ({ to }) => to });
}

export async function beginVisitAction(_: State, form: FormData): Promise<State> {
  return explained(
    await consoleAction(beginVisit, form, {
      after: async (visit) => {
        await visitCookie.keep(visit);
        return visitPath(visit.id);
      },
    }),
  );
}

export async function endVisitAction(): Promise<void> {
  requireOwnOrigin(await trustedRequest());
  const visit = await visitCookie.read();
  await visitCookie.forget();
  redirect(visit ? organizationPath(visit.id) : "/console/organizations");
}

export async function beginSearchAction(_: State, form: FormData): Promise<State> {
  return explained(
    await consoleAction(beginSearch, form, {
      after: async (search) => {
        await searchCookie.keep(search);
        return "/console/audit/organizations";
      },
    }),
  );
}

export async function endSearchAction(): Promise<void> {
  requireOwnOrigin(await trustedRequest());
  await searchCookie.forget();
  redirect("/console/audit");
}

export async function suspendOrganizationAction(_: State, form: FormData): Promise<State> {
  return act(
    suspendOrganization,
    form,
    () => "Suspended. Its people and keys are shut out from their next request on.",
  );
}

export async function confirmSuperAdminAction(_: State, form: FormData): Promise<State> {
  return act(confirmSuperAdmin, form, () => "The console is open to them again.");
}

export async function restoreOrganizationAction(_: State, form: FormData): Promise<State> {
  return act(restoreOrganization, form, () => "Restored. Its people and keys are let in again.");
}

export async function setApiLimitsAction(_: State, form: FormData): Promise<State> {
  return act(setApiLimits, form, () => "Saved. It holds within a minute.");
}

export async function createOrganizationAction(_: State, form: FormData): Promise<State> {
  return explained(await consoleAction(createOrganizationFor, form, { after: ({ id }) => organizationPath(id) }));
}

export async function inviteFirstOwnerAction(_: State, form: FormData): Promise<State> {
  return act(inviteFirstOwner, form, ({ email }) => `Invitation sent to ${email}. Earlier ones open nothing any more.`);
}

async function resendOne(id: string): Promise<State> {
  const form = new FormData();
  form.set("id", id);
  return act(resendDeadLetter, form, () => "It is on its way again.");
}

/** One after another, each on its own: one that cannot be sent holds up no other. */
export async function resendDeadLettersAction(ids: string[]): Promise<{ sent: string[]; left: NotResent[] }> {
  const sent: string[] = [];
  const left: NotResent[] = [];
  for (const id of chosenIds.parse(ids)) {
    const state = await resendOne(id);
    if (state.status === "failed") left.push({ id, message: state.message });
    else sent.push(id);
  }
  return { sent, left };
}

export async function retryJobAction(id: string): Promise<State> {
  const form = new FormData();
  form.set("id", id);
  return act(retryJob, form, () => "It is tried again now.");
}

async function act<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<"platform", Input, Output>,
  form: FormData,
  message: (output: z.output<Output>) => string,
): Promise<State> {
  return explained(await consoleAction(operation, form, { message }));
}

/** A page asks for the password by itself; a form that was left open says where to go. */
function explained(state: State): State {
  if (state.status !== "failed" || state.code !== "confirm_password") return state;
  const message =
    "You entered your password more than half an hour ago. Open the console in another tab and enter it, then send this once more. Nothing was changed.";
  return { ...state, message };
}
