"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { consoleAction, organizationAction } from "@/lib/access/action-door";
import { hostCookie, sessionCookie } from "@/lib/access/cookies";
import { supportCookie, supportPath } from "@/lib/access/support-cookie";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { organizationLink, rootLink } from "@/lib/hosts";
import { impersonate, stopImpersonationFromConsole } from "./console-operations";
import { endSupportSession, raiseImpersonation, stopImpersonation } from "./operations";

type State = ActionState<unknown>;

export async function impersonateAction(_: State, form: FormData): Promise<State> {
  return consoleAction(impersonate, form, {
    after: ({ slug }) => organizationLink(env().rootUrl, slug, "/auth/begin?support=begins"),
  });
}

export async function raiseImpersonationAction(_: State, form: FormData): Promise<State> {
  return organizationAction(raiseImpersonation, form, {
    message: () => "You may change records now. Every change carries both names.",
  });
}

/** Leads back to the console also where the session was over already. */
export async function stopImpersonationAction(form: FormData): Promise<void> {
  const state = await organizationAction(stopImpersonation, form);
  if (state.status === "failed" && state.code !== "unauthenticated") return;
  const jar = await cookies();
  for (const name of [sessionCookie, supportCookie]) jar.set(name, "", { ...hostCookie, maxAge: 0 });
  redirect(rootLink(env().rootUrl, supportPath));
}

export async function stopFromConsoleAction(_: State, form: FormData): Promise<State> {
  return consoleAction(stopImpersonationFromConsole, form, { message: () => "Stopped." });
}

export async function endSupportSessionAction(_: State, form: FormData): Promise<State> {
  return organizationAction(endSupportSession, form, { message: () => "Ended. Support is out from now on." });
}
