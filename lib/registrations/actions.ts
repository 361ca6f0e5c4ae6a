"use server";

import { cookies } from "next/headers";
import { accountAction, organizationAction, publicAction } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { requireSession } from "@/lib/accounts/session";
import { keepSession } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { organizationLink } from "@/lib/hosts";
import { activationCookie, activationCookieOptions, requestCookie } from "./activation-cookie";
import { activate, requestAccess, withdrawByLink, withdrawRequest } from "./asking-operations";
import {
  approveRegistrations,
  findRegistration,
  rejectRegistrations,
  resendActivation,
  takeBackApproval,
} from "./operations";
import type { Decision, RegistrationDetail } from "./schema";

const lapsedApproval =
  "Who approved you may no longer give this role, so somebody there has to approve it again. We told them; you get a mail. Nothing was changed.";

export async function requestAccessAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  return publicAction(requestAccess, form, { after: () => "/request-access/sent" });
}

export async function activateAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  const [jar, request] = await Promise.all([cookies(), trustedRequest()]);
  const token = jar.get(activationCookie)?.value ?? "none";
  return publicAction(activate, form, {
    input: { token, device: request.device },
    after: async ({ session, device, slug }) => {
      await keepSession({ session: requireSession(session, lapsedApproval), device });
      jar.set(activationCookie, "", { ...activationCookieOptions, maxAge: 0 });
      return organizationLink(env().rootUrl, slug, "/");
    },
  });
}

export async function withdrawRequestAction(
  _: ActionState<unknown>,
  form: FormData,
): Promise<ActionState<{ withdrawn: boolean }>> {
  return accountAction(withdrawRequest, form);
}

/** For somebody without an account: what the link in their mail set stands in a cookie. */
export async function withdrawByLinkAction(
  _: ActionState<unknown>,
  form: FormData,
): Promise<ActionState<{ withdrawn: boolean }>> {
  form.delete("id");
  const token = (await cookies()).get(requestCookie)?.value ?? "none";
  return publicAction(withdrawByLink, form, { input: { token } });
}

/** One request alone, for a step to it from another one beside the list. */
export async function findRegistrationAction(
  _: ActionState<RegistrationDetail>,
  form: FormData,
): Promise<ActionState<RegistrationDetail>> {
  return organizationAction(findRegistration, form);
}

export async function approveRegistrationsAction(
  _: ActionState<Decision[]>,
  form: FormData,
): Promise<ActionState<Decision[]>> {
  return organizationAction(approveRegistrations, form);
}

export async function rejectRegistrationsAction(
  _: ActionState<Decision[]>,
  form: FormData,
): Promise<ActionState<Decision[]>> {
  return organizationAction(rejectRegistrations, form);
}

export async function resendActivationAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  return organizationAction(resendActivation, form, {
    message: ({ email, outcome }) =>
      outcome === "joined" ? "Approved again. They are a member now." : `A new link is on its way to ${email}.`,
  });
}

export async function takeBackApprovalAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  return organizationAction(takeBackApproval, form);
}
