"use server";

import { redirect } from "next/navigation";
import { accountAction, publicAction, requireOwnOrigin } from "@/lib/access/action-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { signOut } from "@/lib/auth/sign-out";
import { keepSession } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";
import { type ActionState, BerthError } from "@/lib/errors";
import { organizationLink } from "@/lib/hosts";
import { joinCookie, readJoinSecret } from "./join-cookie";
import { acceptInvitation, acceptInvitationWithAccount, acceptMyInvitation, openCode } from "./operations";
import { readSecret } from "./secret";

type Joining = ActionState<unknown>;

/** A code that somebody typed. Every code that opens nothing gets the same answer. */
export async function enterCodeAction(_: Joining, form: FormData): Promise<Joining> {
  const typed = form.get("code");
  const secret = typeof typed === "string" ? readSecret(typed)?.secret : undefined;
  return publicAction(openCode, new FormData(), {
    input: { secret: secret ?? "" },
    after: async ({ found }) => {
      if (!found || !secret) throw unknownCode();
      await joinCookie.keep({ secret });
      return "/join";
    },
  });
}

export async function acceptInvitationAction(): Promise<Joining> {
  return accountAction(acceptInvitation, new FormData(), {
    input: { secret: (await readJoinSecret()) ?? "" },
    after: entered,
  });
}

export async function acceptMyInvitationAction(_: Joining, form: FormData): Promise<Joining> {
  return accountAction(acceptMyInvitation, form, { after: entered });
}

/** Only name and password come from the form; the rest is what the invitation says. */
export async function joinWithAccountAction(_: Joining, form: FormData): Promise<Joining> {
  const { device } = await trustedRequest();
  return publicAction(acceptInvitationWithAccount, form, {
    input: { secret: (await readJoinSecret()) ?? "", device },
    after: async (made) => {
      await keepSession(made);
      return entered(made);
    },
  });
}

/** Signs out and comes back to the invitation, which stays open in this browser. */
export async function switchAccountAction(): Promise<void> {
  const request = await trustedRequest();
  requireOwnOrigin(request);
  await signOut(request, false);
  redirect("/join");
}

export async function otherCodeAction(): Promise<void> {
  requireOwnOrigin(await trustedRequest());
  await joinCookie.forget();
  redirect("/join");
}

async function entered({ slug }: { slug: string }): Promise<string> {
  await joinCookie.forget();
  return organizationLink(env().rootUrl, slug, "/");
}

function unknownCode(): BerthError {
  const message = "This code opens no invitation. Check it, or ask for a new one.";
  return new BerthError("invalid", message, { reason: "code_unknown", fields: { code: [message] } });
}
