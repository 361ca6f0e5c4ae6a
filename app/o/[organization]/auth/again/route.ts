import { type NextRequest, NextResponse } from "next/server";
import { confirmPath } from "@/lib/access/confirm-path";
import { hostCookie, nonceCookie } from "@/lib/access/cookies";
import { trustedRequest } from "@/lib/access/trusted-request";
import { handoffLink, nonceOf, nonceSeconds } from "@/lib/auth/handoff";
import { localPath } from "@/lib/auth/local-path";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";

type Params = { params: Promise<{ organization: string }> };

/** Round by the root host, where somebody proves again who they are; this host's session begins anew from that proof. */
export async function GET(incoming: NextRequest, { params }: Params): Promise<Response> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization)
    return new NextResponse(null, { status: 404 });
  const nonce = nonceOf(request.nonce);
  const to = localPath(incoming.nextUrl.searchParams.get("to"), "/");
  const { pathname, search } = new URL(handoffLink(organization, nonce, to));
  const answer = NextResponse.redirect(rootLink(env().rootUrl, confirmPath(`${pathname}${search}`)), 303);
  answer.cookies.set(nonceCookie, nonce, { ...hostCookie, maxAge: nonceSeconds });
  return answer;
}
