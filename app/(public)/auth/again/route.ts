import { type NextRequest, NextResponse } from "next/server";
import { confirmPath } from "@/lib/access/confirm-path";
import { localPath } from "@/lib/auth/local-path";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";

/** To where somebody proves again who they are, and back. */
export function GET(incoming: NextRequest): Response {
  const to = localPath(incoming.nextUrl.searchParams.get("to"), "/organizations");
  return NextResponse.redirect(rootLink(env().rootUrl, confirmPath(to)), 303);
}
