import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";

/** A new 256-bit token, and the link with it, sealed for the invitation's mail to this address alone. */
export function firstOwnerLink(email: string): { token: string; sealed: string } {
  const { rootUrl, secret } = env();
  const token = randomBytes(32).toString("base64url");
  const link = rootLink(rootUrl, `/join/${token}`);
  return { token, sealed: sealMailSecrets(secret, { template: "invitation", to: email, secrets: { link } }) };
}
