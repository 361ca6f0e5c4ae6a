import { type NextRequest, NextResponse } from "next/server";
import { hostCookie, nonceCookie, sessionCookie, sessionCookieOptions } from "@/lib/access/cookies";
import { supportCookie, supportCookieOptions } from "@/lib/access/support-cookie";
import { trustedRequest } from "@/lib/access/trusted-request";
import { redeemHandoff } from "@/lib/auth/handoff";
import { localPath, signInPath } from "@/lib/auth/local-path";
import { refusedPage } from "@/lib/auth/refused";
import { env } from "@/lib/env";
import { organizationLink, rootLink } from "@/lib/hosts";

type Params = { params: Promise<{ organization: string }> };

/** Turns a one-time code into this host's session, in the browser that began it. */
export async function GET(incoming: NextRequest, { params }: Params): Promise<Response> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization)
    return new NextResponse(null, { status: 404 });
  const query = incoming.nextUrl.searchParams;
  const code = query.get("code") ?? "";
  let session: string | null;
  try {
    session = request.nonce ? await redeemHandoff(code, organization, request.nonce, request.info) : null;
  } catch (error) {
    return refusedPage(error);
  }
  const { rootUrl } = env();
  const home = organizationLink(rootUrl, organization, localPath(query.get("to"), "/"));
  if (!session && !request.session) return NextResponse.redirect(rootLink(rootUrl, signInPath("/organizations")), 303);
  const answer = NextResponse.redirect(home, 303);
  if (!session) return answer; // a second tab, or the back button: the door looks at the session that is there
  answer.cookies.set(sessionCookie, session, sessionCookieOptions);
  answer.cookies.set(nonceCookie, "", { ...hostCookie, maxAge: 0 });
  if (code.startsWith("hi_")) answer.cookies.set(supportCookie, "1", supportCookieOptions);
  else answer.cookies.set(supportCookie, "", { ...hostCookie, maxAge: 0 });
  return answer;
}
