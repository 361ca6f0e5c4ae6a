import { cookies } from "next/headers";
import { appPool } from "@/db/connection";
import { hostCookie, sessionCookie } from "@/lib/access/cookies";
import type { TrustedRequest } from "@/lib/access/trusted-request";

/** Ends the session of this host with its root and every other host of it, or all sessions of the person. */
export async function signOut(request: TrustedRequest, everywhere: boolean): Promise<void> {
  const audience = request.host.kind === "organization" ? request.host.slug : "";
  if (request.session)
    await appPool().query("select guard.sign_out($1, $2, $3, $4)", [
      request.session,
      audience,
      everywhere,
      JSON.stringify(request.info),
    ]);
  (await cookies()).set(sessionCookie, "", { ...hostCookie, maxAge: 0 });
}
