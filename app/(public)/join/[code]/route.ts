import { NextResponse } from "next/server";
import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { joinCookie } from "@/lib/invitations/join-cookie";
import { openCode } from "@/lib/invitations/operations";
import { readSecret } from "@/lib/invitations/secret";

type Context = { params: Promise<{ code: string }> };

/**
 * The secret leaves the address bar at once. Nothing is used up here: mail scanners follow links too. A code is looked
 * at behind its limit; a link's 256 bits need none.
 */
export async function GET(_: Request, { params }: Context): Promise<NextResponse> {
  const request = await trustedRequest();
  const read = readSecret((await params).code);
  const { rootUrl } = env();
  if (request.host.kind !== "root" || !read) return away(rootLink(rootUrl, "/join?problem=unknown"));
  if (read.kind === "code") {
    const problem = await problemOf(read.secret, new Handle({ kind: "none" }, request.info));
    if (problem) return away(rootLink(rootUrl, `/join?problem=${problem}`));
  }
  const answer = away(rootLink(rootUrl, "/join"));
  const { name, value, options } = joinCookie.sealed({ secret: read.secret });
  answer.cookies.set(name, value, options);
  return answer;
}

async function problemOf(secret: string, handle: Handle): Promise<"unknown" | "limited" | undefined> {
  try {
    const { found } = await handle.run(openCode, { secret });
    return found ? undefined : "unknown";
  } catch (error) {
    if (error instanceof BerthError && error.code === "limited") return "limited";
    throw error;
  }
}

function away(target: string): NextResponse {
  return NextResponse.redirect(target, { status: 303, headers: { "Cache-Control": "private, no-store" } });
}
