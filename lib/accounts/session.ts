import { Handle } from "@/lib/access/handle";
import type { TrustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { showAccount } from "./operations";

/** One plain message for every failed sign-in. */
export function requireSession(session: string, message = "Address and password do not belong together."): string {
  if (session === "") throw new BerthError("invalid", message, { reason: "sign_in_failed" });
  return session;
}

/** Whether the root session of this request is alive, as the database knows it now. */
export async function isSignedIn(request: TrustedRequest): Promise<boolean> {
  if (!request.session) return false;
  try {
    await new Handle({ kind: "account", secret: request.session }, request.info).run(showAccount, {});
    return true;
  } catch (error) {
    if (error instanceof BerthError && error.code === "unauthenticated") return false;
    throw error;
  }
}
