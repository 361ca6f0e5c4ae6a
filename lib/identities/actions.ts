"use server";

import { redirect } from "next/navigation";
import { accountAction, publicAction, requireOwnOrigin } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { localPath } from "@/lib/auth/local-path";
import { afterSignIn, keepSession } from "@/lib/auth/signed-in";
import { leaveFor, waitingCookie } from "@/lib/auth/visit";
import type { ActionState } from "@/lib/errors";
import { isProviderId } from "@/lib/sign-in-ways";
import { acceptIdentity, beginLink, beginVisit, confirmIdentity, keepWays, mailIdentity, unlink } from "./operations";

type State = ActionState<unknown>;

/** A button of the sign-in page: away to the provider, and afterwards to `to`. */
export async function visitProviderAction(_: State, form: FormData): Promise<State> {
  const to = localPath(take(form, "to"), "/organizations");
  const provider = form.get("provider");
  return publicAction(beginVisit, form, {
    after: ({ visit }) => (isProviderId(provider) ? leaveFor({ visit, provider, to, links: false }) : undefined),
  });
}

export async function linkProviderAction(_: State, form: FormData): Promise<State> {
  const provider = form.get("provider");
  return accountAction(beginLink, form, {
    after: ({ visit }) =>
      isProviderId(provider) ? leaveFor({ visit, provider, to: "/account/security", links: true }) : undefined,
  });
}

export async function unlinkAction(_: State, form: FormData): Promise<State> {
  return accountAction(unlink, form, { message: () => "Unlinked." });
}

export async function keepWaysAction(_: State, form: FormData): Promise<State> {
  return accountAction(keepWays, form, { after: () => "/organizations" });
}

/** Somebody who signed in by other means takes what waits. */
export async function acceptIdentityAction(_: State, form: FormData): Promise<State> {
  const waiting = await waitingCookie.read();
  return accountAction(acceptIdentity, form, {
    input: { identity: waiting?.secret ?? "" },
    after: async () => {
      await waitingCookie.forget();
      return afterLinking(waiting?.to);
    },
  });
}

/** "Not now": what waits is let go. */
export async function forgetIdentityAction(): Promise<void> {
  requireOwnOrigin(await trustedRequest());
  const waiting = await waitingCookie.read();
  await waitingCookie.forget();
  redirect(afterLinking(waiting?.to));
}

export async function mailIdentityAction(_: State, form: FormData): Promise<State> {
  const waiting = await waitingCookie.read();
  return publicAction(mailIdentity, form, {
    input: { identity: waiting?.secret ?? "" },
    message: ({ email }) => `We sent a link to ${email}. Open it in this browser within the hour.`,
  });
}

export async function confirmIdentityAction(_: State, form: FormData): Promise<State> {
  const [waiting, request] = await Promise.all([waitingCookie.read(), trustedRequest()]);
  return publicAction(confirmIdentity, form, {
    input: { identity: waiting?.secret ?? "", device: request.device },
    after: async (answer) => {
      await keepSession(answer);
      await waitingCookie.forget();
      return afterSignIn(waiting?.to, answer.session, request);
    },
  });
}

function afterLinking(to: string | undefined): string {
  return localPath(to, "/account/security");
}

/** A field that is for the door, not for the operation. */
function take(form: FormData, name: string): FormDataEntryValue | null {
  const value = form.get(name);
  form.delete(name);
  return value;
}
