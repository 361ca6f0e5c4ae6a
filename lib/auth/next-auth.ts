import NextAuth, { type AuthOptions } from "next-auth";
import { trustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * Sign-in at other providers, on the root host only. None is set up, so every try ends at the sign-in page; a session
 * of Berth is made by `guard.issue_session` alone, never by a token of next-auth.
 */
function options(): AuthOptions {
  return {
    providers: [],
    secret: env().secret,
    useSecureCookies: true, // browsers keep them on *.localhost too, and plain http elsewhere is refused at start
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account/security" },
    session: { strategy: "jwt", maxAge: 60 },
    callbacks: { signIn: () => false },
  };
}

export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  const { host } = await trustedRequest();
  if (host.kind !== "root") return new Response(null, { status: 404 });
  process.env.NEXTAUTH_URL ??= env().rootUrl.origin;
  return NextAuth(options())(request, context);
}
