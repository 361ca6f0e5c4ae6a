import { z } from "zod";
import { type ProviderId, signInWays } from "./sign-in-ways";

/** A provider that is switched on: where people sign in there, and as whom this installation asks. */
export type ProviderEnv = {
  id: ProviderId;
  label: string;
  clientId: string;
  clientSecret: string;
  /** Of whom an identity is: the issuer, or for GitHub its address. */
  issuer: string;
  /** Origins that a form which leads there passes. */
  origin: string;
};

const text = z.preprocess((value) => (value === "" ? undefined : value), z.string().trim().max(500).optional());
const address = (example: string) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^https?$/, error: `must be an address such as ${example}` }).optional(),
  );

export const providerVariables = {
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  MICROSOFT_CLIENT_ID: text,
  MICROSOFT_CLIENT_SECRET: text,
  MICROSOFT_TENANT_ID: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string()
      .regex(/^[\w.-]{1,100}$/, "must be the tenant's id or domain, or common")
      .default("common"),
  ),
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  GITHUB_URL: address("https://github.com"),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_ISSUER: address("https://login.example.com"),
  OIDC_NAME: z.preprocess((value) => (value === "" ? undefined : value), z.string().trim().max(40).optional()),
};

const schema = z.object(providerVariables);
type Raw = z.infer<typeof schema>;

/** Providers that are set up whole, in the order in which their buttons stand. */
export function providersOf(raw: Raw): ProviderEnv[] {
  const github = bare(raw.GITHUB_URL ?? "https://github.com");
  return [
    made("google", raw.GOOGLE_CLIENT_ID, raw.GOOGLE_CLIENT_SECRET, "https://accounts.google.com"),
    made(
      "microsoft",
      raw.MICROSOFT_CLIENT_ID,
      raw.MICROSOFT_CLIENT_SECRET,
      `https://login.microsoftonline.com/${raw.MICROSOFT_TENANT_ID}/v2.0`,
    ),
    made("github", raw.GITHUB_CLIENT_ID, raw.GITHUB_CLIENT_SECRET, github),
    made("oidc", raw.OIDC_CLIENT_ID, raw.OIDC_CLIENT_SECRET, raw.OIDC_ISSUER, raw.OIDC_NAME),
  ].filter((each) => each !== undefined);
}

/** What is set by half, one sentence each. */
export function providerFaults(raw: Raw, loopback: boolean): string[] {
  const faults: string[] = [];
  for (const name of ["GOOGLE", "MICROSOFT", "GITHUB", "OIDC"] as const) {
    const [id, secret] = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`] as const;
    if (Boolean(raw[id]) !== Boolean(raw[secret])) faults.push(`${id} and ${secret} go together: set both or neither.`);
  }
  if (Boolean(raw.OIDC_ISSUER) !== Boolean(raw.OIDC_CLIENT_ID))
    faults.push("OIDC_ISSUER and OIDC_CLIENT_ID go together: set both or neither.");
  for (const name of ["OIDC_ISSUER", "GITHUB_URL"] as const)
    if (raw[name]?.startsWith("http:") && !loopback)
      faults.push(`${name} must be https: whoever reads the way there could sign in as anybody.`);
  return faults;
}

function made(
  id: ProviderId,
  clientId: string | undefined,
  clientSecret: string | undefined,
  issuer: string | undefined,
  name?: string,
): ProviderEnv | undefined {
  if (!clientId || !clientSecret || !issuer) return undefined;
  const label = name ?? signInWays.find(({ value }) => value === id)?.label ?? id;
  return { id, label, clientId, clientSecret, issuer: bare(issuer), origin: new URL(issuer).origin };
}

function bare(url: string): string {
  return url.replace(/\/+$/, "");
}
