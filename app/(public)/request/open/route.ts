import { type NextRequest, NextResponse } from "next/server";
import { trustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { requestCookie, requestCookieOptions } from "@/lib/registrations/activation-cookie";

/** Takes the token out of the address at once. Looking changes nothing, so mail scanners may. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const { host } = await trustedRequest();
  if (host.kind !== "root") return new NextResponse(null, { status: 404 });
  const token = incoming.nextUrl.searchParams.get("token") ?? "";
  const answer = NextResponse.redirect(rootLink(env().rootUrl, "/request"), 303);
  if (/^[\w-]{20,200}$/.test(token)) answer.cookies.set(requestCookie, token, requestCookieOptions);
  return answer;
}
