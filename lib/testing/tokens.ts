import { Handle } from "@/lib/access/handle";
import type { RequestInfo } from "@/lib/access/operation";
import { issueTokens, type TokenPair } from "@/lib/auth/tokens";
import { guard, type Organization, type Person, request } from "./world";

/** A pair of tokens from a sign-in of its own. */
export async function createTokens({ userId }: Person): Promise<TokenPair> {
  const [made] = await guard<{ secret: string }[]>`
    select guard.create_session(${userId}, 'password', 'test device', ${guard.json(request())}) as secret`;
  const pair = await issueTokens(made?.secret ?? "");
  if (!pair) throw new Error("no tokens");
  return pair;
}

/** A program with an access token, naming an organization or none. */
export function tokenHandle({ access }: TokenPair, named?: Pick<Organization, "id">, info?: RequestInfo): Handle {
  return new Handle({ kind: "token", secret: access, audience: "", organizationId: named?.id }, info ?? request());
}
