"use server";

import { accountAction, consoleAction, organizationAction, provingAction } from "@/lib/access/action-door";
import { enrol, finishSignIn } from "@/lib/access/factor";
import { shownRecoveryCode } from "@/lib/access/totp";
import { newSecret } from "@/lib/accounts/session-answer";
import { deviceName } from "@/lib/auth/device-words";
import { localPath, signInPath } from "@/lib/auth/local-path";
import { afterSignIn, keepSession } from "@/lib/auth/signed-in";
import { type ActionState, BerthError } from "@/lib/errors";
import * as operations from "./operations";

type State = ActionState<unknown>;
type Codes = ActionState<{ codes: string[] }>;

/** The second half of a sign-in. */
export async function finishSignInAction(_: State, form: FormData): Promise<State> {
  const to = form.get("to");
  return provingAction(form, async (request) => {
    if (!request.pending) return { next: signInPath(localPath(to, "/organizations")) };
    const mark = form.get("remember") === "true" ? newSecret() : null;
    const step = { pending: request.pending, code: text(form, "factorCode"), mark };
    const info = { ...request.info, device: deviceName(request.info.agent) };
    const session = await finishSignIn(step, info);
    await keepSession({ session, device: mark ?? request.device ?? newSecret() });
    return { next: await afterSignIn(to, session, request) };
  });
}

/** The first code of a new authenticator: turns it on, and shows the recovery codes on their only appearance. */
export async function enrolAction(_: Codes, form: FormData): Promise<Codes> {
  return provingAction(form, async (_request, handle) => {
    const codes = await enrol(handle, text(form, "factorCode"));
    return { data: { codes: codes.map(shownRecoveryCode) } };
  });
}

/** Proves again who acts, on any host, and leads back. */
export async function confirmAction(_: State, form: FormData): Promise<State> {
  const to = localPath(form.get("to"), "/");
  return provingAction(form, async (_request, _handle, prove) => {
    await prove();
    return { next: to };
  });
}

/** The same in a dialog over the act that wants it. */
export async function confirmHereAction(_: State, form: FormData): Promise<State> {
  return provingAction(form, async (_request, _handle, prove) => {
    await prove();
    return { data: {} };
  });
}

/** Whether what a browser does next by itself, such as a download, needs no proof any more. */
export async function checkFreshAction(_: State, form: FormData): Promise<State> {
  return provingAction(form, async (_request, handle) => ({ data: await handle.run(operations.checkFresh, {}) }));
}

export async function beginFactorAction(_: State, form: FormData): Promise<State> {
  const query = new URLSearchParams({ step: "scan" });
  for (const name of ["organization", "to"]) {
    const value = form.get(`back.${name}`);
    if (typeof value === "string" && value !== "") query.set(name, value);
    form.delete(`back.${name}`);
  }
  return accountAction(operations.beginFactor, form, { after: () => `/account/security/authenticator?${query}` });
}

export async function removeFactorAction(_: State, form: FormData): Promise<State> {
  return accountAction(operations.removeFactor, form, {
    message: () => "Your second factor is removed. Your other sessions were ended.",
  });
}

export async function renewRecoveryCodesAction(_: Codes, form: FormData): Promise<Codes> {
  return accountAction(operations.renewRecoveryCodes, form);
}

export async function forgetDeviceAction(_: State, form: FormData): Promise<State> {
  return accountAction(operations.forgetDevice, form);
}

export async function resetMemberFactorAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.resetMemberFactor, form, {
    message: () => "The second factor is reset. Their sessions were ended.",
  });
}

export async function resetPersonFactorAction(_: State, form: FormData): Promise<State> {
  return consoleAction(operations.resetPersonFactor, form, {
    message: () => "The second factor is reset. Their sessions were ended.",
  });
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value === "string" && value.trim() !== "" && value.length <= 40) return value;
  throw new BerthError("invalid", "Enter the code.", { fields: { [name]: ["Enter the code."] } });
}
