import { BerthError } from "@/lib/errors";

/** One plain message for every failed sign-in. */
export function requireSession(session: string): string {
  if (session === "")
    throw new BerthError("invalid", "Address and password do not belong together.", { reason: "sign_in_failed" });
  return session;
}
