"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { accountAction, publicAction, requireOwnOrigin } from "@/lib/access/action-door";
import { hostCookie, nonceCookie } from "@/lib/access/cookies";
import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { nonceOf } from "@/lib/auth/handoff";
import { localPath } from "@/lib/auth/local-path";
import { signOut } from "@/lib/auth/sign-out";
import { afterSignIn, keepSession } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { readTerms } from "@/lib/terms/operations";
import { termsMissing } from "@/lib/terms/schema";
import {
  changePassword,
  confirmAddressChange,
  endOtherSessions,
  endSession,
  requestAddressChange,
  requestReset,
  resetPassword,
  signIn,
  signUp,
  updateAccount,
  verifySignUp,
} from "./operations";
import { requireSession } from "./session";

type State = ActionState<unknown>;

const dayInSeconds = 24 * 60 * 60;

export async function signInAction(_: State, form: FormData): Promise<State> {
  const to = take(form, "to");
  const request = await trustedRequest();
  return publicAction(signIn, form, {
    input: { device: request.device },
    after: async (answer) => {
      await keepSession({ ...answer, session: requireSession(answer.session) });
      return afterSignIn(to, answer.session, request);
    },
  });
}

export async function signUpAction(_: State, form: FormData): Promise<State> {
  const to = localPath(take(form, "to"), "");
  const request = await trustedRequest();
  const nonce = nonceOf(request.nonce);
  const state = await publicAction(signUp, form, {
    input: { nonce, to: to || undefined },
    after: async () => {
      (await cookies()).set(nonceCookie, nonce, { ...hostCookie, maxAge: dayInSeconds });
      return "/sign-up/sent";
    },
  });
  if (state.status !== "failed" || !state.fields || state.fields.terms) return state;
  const terms = await new Handle({ kind: "none" }, request.info).run(readTerms, {});
  // What is typed wrong is found before the terms are looked at: both are told at once.
  if (!terms || String(terms.version) === form.get("terms")) return state;
  return { ...state, fields: { ...state.fields, terms: termsMissing } };
}

export async function verifySignUpAction(_: State, form: FormData): Promise<State> {
  const to = take(form, "to");
  const request = await trustedRequest();
  return publicAction(verifySignUp, form, {
    input: { nonce: request.nonce, device: request.device },
    after: async (answer) => {
      const session = requireSession(answer.session, "This is not the password that you signed up with.");
      await keepSession({ ...answer, session });
      (await cookies()).set(nonceCookie, "", { ...hostCookie, maxAge: 0 });
      return afterSignIn(to, session, request);
    },
  });
}

export async function confirmAddressAction(_: State, form: FormData): Promise<State> {
  return publicAction(confirmAddressChange, form, {
    message: ({ email }) => `Your address is ${email} now. Sign in with it from now on.`,
  });
}

export async function requestResetAction(_: State, form: FormData): Promise<State> {
  return publicAction(requestReset, form, { after: () => "/forgot-password/sent" });
}

export async function resetPasswordAction(_: State, form: FormData): Promise<State> {
  const request = await trustedRequest();
  return publicAction(resetPassword, form, {
    input: { device: request.device },
    after: async (answer) => {
      await keepSession(answer);
      return afterSignIn("/account/security/check", answer.session, request);
    },
  });
}

export async function updateAccountAction(_: State, form: FormData): Promise<State> {
  return accountAction(updateAccount, form, { message: () => "Saved." });
}

export async function changePasswordAction(_: State, form: FormData): Promise<State> {
  return accountAction(changePassword, form, {
    message: () => "Your password was changed. Your other sessions were ended.",
  });
}

export async function requestAddressChangeAction(_: State, form: FormData): Promise<State> {
  return accountAction(requestAddressChange, form, {
    message: ({ email }) => `We sent a link to ${email}. Your address changes when you open it.`,
  });
}

export async function endSessionAction(_: State, form: FormData): Promise<State> {
  return accountAction(endSession, form);
}

export async function endOtherSessionsAction(_: State, form: FormData): Promise<State> {
  return accountAction(endOtherSessions, form);
}

/** From any host: this session, its root and its other hosts end. */
export async function signOutAction(): Promise<void> {
  await leave(false);
}

export async function signOutEverywhereAction(): Promise<void> {
  await leave(true);
}

async function leave(everywhere: boolean): Promise<void> {
  const request = await trustedRequest();
  requireOwnOrigin(request);
  await signOut(request, everywhere);
  redirect(rootLink(env().rootUrl, "/sign-in"));
}

/** A field that is for the door, not for the operation. */
function take(form: FormData, name: string): FormDataEntryValue | null {
  const value = form.get(name);
  form.delete(name);
  return value;
}
