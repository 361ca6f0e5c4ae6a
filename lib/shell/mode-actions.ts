"use server";

import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { requireOwnOrigin } from "@/lib/access/action-door";
import { hostCookie, modeCookie } from "@/lib/access/cookies";
import { trustedRequest } from "@/lib/access/trusted-request";

/**
 * Which records this browser works with on this host from now on. It is a wish that each request proves anew, and grants
 * nothing: whoever sees live records sees test ones. A record's own page is of one mode, so its list is shown instead.
 */
export async function switchModeAction(form: FormData): Promise<void> {
  const request = await trustedRequest();
  requireOwnOrigin(request);
  if (request.host.kind !== "organization") notFound();
  const jar = await cookies();
  if (form.get("test") === "true") jar.set(modeCookie, "test", hostCookie);
  else jar.set(modeCookie, "", { ...hostCookie, maxAge: 0 });
  redirect(/^\/[a-z-]*(?:\?[\w=&]*)?/.exec(String(form.get("to")))?.[0] ?? "/");
}
