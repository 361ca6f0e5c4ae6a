import { cookies } from "next/headers";
import {
  deviceCookie,
  deviceCookieOptions,
  hostCookie,
  pendingCookie,
  pendingCookieOptions,
  sessionCookie,
  sessionCookieOptions,
} from "@/lib/access/cookies";
import type { TrustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { createHandoff, handoffPath, noOrganizationPath, readHandoff } from "./handoff";
import { localPath } from "./local-path";

/** Where the second half of a sign-in is asked for. */
export const factorStepPath = "/sign-in/code";

/** The password was right, and the second factor is still to come. */
export function isPending(session: string): boolean {
  return session.startsWith("bp_");
}

/**
 * Gives the browser a new root session, or the half of one; the one that it held before is never taken over. A half
 * opens nothing, so it lies in a cookie of its own for its ten minutes.
 */
export async function keepSession(given: { session: string; device: string }): Promise<void> {
  const jar = await cookies();
  jar.set(deviceCookie, given.device, deviceCookieOptions);
  if (isPending(given.session)) {
    jar.set(pendingCookie, given.session, pendingCookieOptions);
    return;
  }
  jar.set(sessionCookie, given.session, sessionCookieOptions);
  jar.set(pendingCookie, "", { ...hostCookie, maxAge: 0 });
}

/**
 * Where somebody goes after signing in: the local path that they came for. For an organization's host the handoff is
 * made here already, because an address of another origin is the only one that a browser follows as a whole page.
 */
export async function afterSignIn(wanted: unknown, session: string, request: TrustedRequest): Promise<string> {
  const to = localPath(wanted, "/organizations");
  if (isPending(session)) return `${factorStepPath}?${new URLSearchParams({ to })}`;
  if (!to.startsWith(`${handoffPath}?`)) return to;
  const query = Object.fromEntries(new URLSearchParams(to.slice(handoffPath.length + 1)));
  const handoff = readHandoff(query);
  if (!handoff) return noOrganizationPath;
  return createHandoff(session, handoff, request.info).catch((error: unknown) =>
    error instanceof BerthError && error.code === "not_found" ? noOrganizationPath : to,
  );
}
