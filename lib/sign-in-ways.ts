/** Other providers that an installation may switch on. `oidc` is any that speaks OpenID Connect. */
export const providerIds = ["google", "microsoft", "github", "oidc"] as const;

export type ProviderId = (typeof providerIds)[number];

/** Ways to sign in as an organization's policy names them. */
export const signInWays = [
  { value: "password", label: "Password" },
  { value: "google", label: "Google" },
  { value: "microsoft", label: "Microsoft" },
  { value: "github", label: "GitHub" },
  { value: "oidc", label: "Single sign-on" },
] as const;

export type SignInWay = (typeof signInWays)[number]["value"];

export const isProviderId = (value: unknown): value is ProviderId => providerIds.some((id) => id === value);

/** How a session began, as a sentence goes on: "with Google". */
export function methodWords(method: string): string {
  if (method === "reset") return "with a new password";
  if (method === "activation" || method === "invitation") return "by a link in a mail";
  const way = signInWays.find(({ value }) => value === method);
  if (!way || way.value === "password") return "with a password";
  return `with ${way.value === "oidc" ? "single sign-on" : way.label}`;
}
