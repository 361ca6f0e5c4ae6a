import { sealedLink } from "@/lib/invitations/link";
import { newToken } from "@/lib/invitations/secret";

/** A new token, and the link with it, sealed for the invitation's mail to this address alone. */
export function firstOwnerLink(email: string): { token: string; sealed: string } {
  const token = newToken();
  return { token, sealed: sealedLink(email, token) };
}
