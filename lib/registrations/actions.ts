"use server";

import { cookies } from "next/headers";
import { accountAction, organizationAction, publicAction } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { keepSession } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { organizationLink } from "@/lib/hosts";
import { activationCookie, activationCookieOptions } from "./activation-cookie";
import { activate, requestAccess, withdrawRequest } from "./asking-operations";
import { approveRegistrations, rejectRegistrations, resendActivation } from "./operations";
import type { Decision } from "./schema";

export async function requestAccessAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  return publicAction(requestAccess, form, { after: () => "/request-access/sent" });
}

export async function activateAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  const [jar, request] = await Promise.all([cookies(), trustedRequest()]);
  const token = jar.get(activationCookie)?.value ?? "none";
  return publicAction(activate, form, {
    input: { token, device: request.device },
    after: async ({ session, device, slug }) => {
      await keepSession({ session, device });
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

export async function resendActivationAction(
  _: ActionState<{ email: string }>,
  form: FormData,
): Promise<ActionState<{ email: string }>> {
  return organizationAction(resendActivation, form, {
    message: ({ email }) => `A new link is on its way to ${email}.`,
  });
}
