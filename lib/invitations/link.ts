import { baseEnv } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { sealMailSecrets } from "@/lib/mail/payload";

export function joinLink(secret: string): string {
  return rootLink(baseEnv().rootUrl, `/join/${secret}`);
}

/** The link as the mail's job carries it: nobody who reads the queue can follow it. */
export function sealedLink(email: string, token: string): string {
  const secrets = { link: joinLink(token) };
  return sealMailSecrets(baseEnv().secret, { template: "invitation", to: email, secrets });
}
