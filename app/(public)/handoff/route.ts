import { type NextRequest, NextResponse } from "next/server";
import { confirmPath } from "@/lib/access/confirm-path";
import { requestedPath, trustedRequest } from "@/lib/access/trusted-request";
import { createHandoff, noOrganizationPath, readHandoff } from "@/lib/auth/handoff";
import { signInPath } from "@/lib/auth/local-path";
import { refusedPage } from "@/lib/auth/refused";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";

/** The root host's half of a handoff: leads on or to a 404, alike for unknown, moved and foreign organizations. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const request = await trustedRequest();
  const wanted = readHandoff(Object.fromEntries(incoming.nextUrl.searchParams));
  if (request.host.kind !== "root" || !wanted) return away(noOrganizationPath);
  const signIn = signInPath(requestedPath(request));
  if (!request.session) return away(signIn);
  try {
    return NextResponse.redirect(await createHandoff(request.session, wanted, request.info), 303);
  } catch (error) {
    if (error instanceof BerthError && error.code === "unauthenticated") return away(signIn);
    if (error instanceof BerthError && error.code === "not_found") return away(noOrganizationPath);
    if (error instanceof BerthError && error.code === "confirm_password")
      return away(confirmPath(requestedPath(request)));
    return refusedPage(error);
  }
}

function away(path: string): NextResponse {
  return NextResponse.redirect(rootLink(env().rootUrl, path), 303);
}
