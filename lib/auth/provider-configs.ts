import type { Profile } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";
import type { ProviderEnv } from "@/lib/provider-env";
import { provenPerson } from "./provider-person";

type Config = OAuthConfig<Record<string, unknown>>;
type Request = NonNullable<UserinfoEndpointHandler["request"]>;

const patience = 10_000;

/** A provider as next-auth speaks to it: state, PKCE and, where there is an ID token, a nonce. */
export function providerConfig(provider: ProviderEnv): Config {
  const { id, label, clientId, clientSecret } = provider;
  const shared = {
    id,
    name: label,
    type: "oauth" as const,
    clientId,
    clientSecret,
    httpOptions: { timeout: patience },
    profile: (profile: Record<string, unknown>) => ({ id: provenPerson(provider, profile).subject }),
  };
  return id === "github" ? { ...shared, ...github(provider) } : { ...shared, ...openid(provider) };
}

function openid({ id, issuer }: ProviderEnv): Partial<Config> {
  const prompt = id === "oidc" ? {} : { prompt: "select_account" };
  return {
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile", ...prompt } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    ...(id === "oidc" ? { userinfo: { request: claimsAndMore } } : {}),
  };
}

/** Many providers tell the address only where they are asked for it; who it is about, the ID token says. */
const claimsAndMore: Request = async ({ client, tokens }) => {
  const answered = tokens as Parameters<typeof client.userinfo>[0] & { claims(): object }; // as the library hands it out
  const claims: Profile = { ...answered.claims() };
  if ("email" in claims || !client.issuer.metadata.userinfo_endpoint) return claims;
  return { ...(await client.userinfo(answered)), ...claims };
};

function github({ issuer }: ProviderEnv): Partial<Config> {
  const api = issuer === "https://github.com" ? "https://api.github.com" : `${issuer}/api/v3`;
  return {
    issuer: `${issuer}/login/oauth`,
    authorization: { url: `${issuer}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: { url: `${issuer}/login/oauth/access_token` },
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => {
        const [user, emails] = await Promise.all([
          read(`${api}/user`, tokens.access_token),
          read(`${api}/user/emails`, tokens.access_token),
        ]);
        const primary = addresses.safeParse(emails).data?.find((each) => each.primary === true);
        const answer: Profile = { ...z.record(z.string(), z.unknown()).parse(user) };
        return { ...answer, primary: primary ?? null };
      },
    },
    checks: ["pkce", "state"],
  };
}

const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function read(url: string, token: string | undefined): Promise<unknown> {
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${token}`, Accept: "application/vnd.github+json", "User-Agent": "Berth" },
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
