"use server";

import { redirect } from "next/navigation";
import { publicAction, requireOwnOrigin } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { signOut } from "@/lib/auth/sign-out";
import { afterSignIn, keepSession } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { signIn } from "./operations";
import { requireSession } from "./session";

export async function signInAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  const to = form.get("to");
  form.delete("to");
  const request = await trustedRequest();
  return publicAction(signIn, form, {
    input: { device: request.device },
    after: async ({ session, device }) => {
      requireSession(session);
      await keepSession({ session, device });
      return afterSignIn(to, session, request);
    },
  });
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
