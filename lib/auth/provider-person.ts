import { z } from "zod";
import { emailInput } from "@/lib/accounts/schema";
import type { ProviderEnv } from "@/lib/provider-env";

/** Whom a provider proved. `verified`: the provider vouches that the address is theirs. */
export type ProvenPerson = {
  issuer: string;
  subject: string;
  email: string | null;
  verified: boolean;
  name: string;
};

const yes = (value: unknown) => value === true || value === "true" || value === 1 || value === "1";

const claims = z.object({
  iss: z.string().max(300),
  sub: z.string().min(1).max(300),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
  xms_edov: z.unknown().optional(),
  name: z.unknown().optional(),
  preferred_username: z.unknown().optional(),
});

const githubUser = z.object({
  id: z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]),
  login: z.unknown().optional(),
  name: z.unknown().optional(),
  /** The address that GitHub calls primary, with whether it was confirmed there. */
  primary: z.object({ email: z.unknown().optional(), verified: z.unknown().optional() }).nullish(),
});

/** Reads what a provider answered. Throws where it is not this provider's to say. */
export function provenPerson(provider: ProviderEnv, profile: unknown): ProvenPerson {
  return provider.id === "github" ? githubPerson(provider, profile) : openidPerson(provider, profile);
}

function openidPerson(provider: ProviderEnv, profile: unknown): ProvenPerson {
  const found = claims.parse(profile);
  const issuer = found.iss.replace(/\/+$/, "");
  if (!isIssuer(provider, issuer)) throw new Error(`an answer of another issuer, ${issuer}`);
  const email = address(found.email);
  // At Microsoft anybody's tenant may write any address into its directory: only a proved domain counts there.
  const verified = provider.id === "microsoft" ? yes(found.xms_edov) : yes(found.email_verified);
  return { issuer, subject: found.sub, email, verified: email !== null && verified, name: personName(found, email) };
}

function isIssuer(provider: ProviderEnv, issuer: string): boolean {
  if (issuer === provider.issuer) return true;
  if (provider.id !== "microsoft") return false;
  // `common`, `organizations` and a domain stand for tenants, which sign by their ids.
  const isOneTenant = /\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\//.test(provider.issuer);
  return !isOneTenant && /^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0$/.test(issuer);
}

function githubPerson(provider: ProviderEnv, profile: unknown): ProvenPerson {
  const found = githubUser.parse(profile);
  const email = address(found.primary?.email);
  const verified = email !== null && yes(found.primary?.verified);
  const name = personName({ name: found.name, preferred_username: found.login }, email);
  return { issuer: provider.issuer, subject: String(found.id), email, verified, name };
}

function address(value: unknown): string | null {
  return emailInput.safeParse(value).data ?? null;
}

function personName(given: { name?: unknown; preferred_username?: unknown }, email: string | null): string {
  const texts = [given.name, given.preferred_username, email?.split("@")[0]];
  for (const text of texts) {
    if (typeof text !== "string") continue;
    const plain = text.normalize("NFC").replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
    const line = [...plain.trim()].slice(0, 100).join("").trim();
    if (line !== "" && line.length <= 100) return line;
  }
  return "New person";
}
