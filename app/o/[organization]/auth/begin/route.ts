import { type NextRequest, NextResponse } from "next/server";
import { hostCookie, nonceCookie, onlyCookie } from "@/lib/access/cookies";
import { supportCookie, supportPath } from "@/lib/access/support-cookie";
import { trustedRequest } from "@/lib/access/trusted-request";
import { handoffLink, nonceOf, nonceSeconds } from "@/lib/auth/handoff";
import { localPath } from "@/lib/auth/local-path";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";

type Params = { params: Promise<{ organization: string }> };

/** Sends a browser without a session on this host round by the root host; alike for organizations that do not exist. */
export async function GET(incoming: NextRequest, { params }: Params): Promise<Response> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization)
    return new NextResponse(null, { status: 404 });
  const begins = incoming.nextUrl.searchParams.get("support") === "begins";
  if (!begins && onlyCookie(request.headers.get("cookie"), supportCookie)) {
    // A support session is over: back to where it was begun, not through the doors of members.
    const back = NextResponse.redirect(rootLink(env().rootUrl, supportPath), 303);
    back.cookies.set(supportCookie, "", { ...hostCookie, maxAge: 0 });
    return back;
  }
  const nonce = nonceOf(request.nonce);
  const to = localPath(incoming.nextUrl.searchParams.get("to"), "/");
  const answer = NextResponse.redirect(handoffLink(organization, nonce, to), 303);
  answer.cookies.set(nonceCookie, nonce, { ...hostCookie, maxAge: nonceSeconds });
  return answer;
}
