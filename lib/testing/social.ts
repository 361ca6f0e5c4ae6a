import { type Arrival, arrive } from "@/lib/auth/arrival";
import { authorizationOf } from "@/lib/auth/next-auth";
import { requireProvider } from "@/lib/auth/visit";
import { beginLink, beginVisit } from "@/lib/identities/operations";
import type { ProviderId } from "@/lib/sign-in-ways";
import { startOpenId, type Twist } from "./openid-server";
import { accountHandle, type Person, publicHandle, request, unique } from "./world";

const standIn = await startOpenId();
Object.assign(process.env, {
  OIDC_ISSUER: standIn.issuer,
  OIDC_CLIENT_ID: standIn.clientId,
  OIDC_CLIENT_SECRET: standIn.clientSecret,
  OIDC_NAME: "Harbour",
  GITHUB_URL: standIn.issuer,
  GITHUB_CLIENT_ID: standIn.clientId,
  GITHUB_CLIENT_SECRET: standIn.clientSecret,
});

export const issuer = standIn.issuer;

/** Who signs in at the provider, and what is wrong with its answer. */
export type There = { sub?: string; email?: string; verified?: boolean; name?: string; twist?: Twist; deny?: boolean };

/** A browser on its way: what it carries, and what it came back with. */
export type Way = {
  provider: ProviderId;
  visit: string;
  url: string;
  cookies: Record<string, string>;
  query: Record<string, string>;
  session: string;
};

export function somebody(): Required<Pick<There, "sub" | "email" | "verified" | "name">> {
  return { sub: unique("sub"), email: `${unique("there")}@people.example`, verified: true, name: "Thea There" };
}

/** Leaves for the provider and signs in there, over HTTP. With `person` it is to link it to their account. */
export async function goThere(who: There, given: { provider?: ProviderId; person?: Person } = {}): Promise<Way> {
  const { provider = "oidc", person } = given;
  const { visit } = person
    ? await accountHandle(person).run(beginLink, { provider })
    : await publicHandle().run(beginVisit, { provider });
  const asked = await authorizationOf(provider);
  if (!asked) throw new Error("the provider does not answer");
  const cookies = Object.fromEntries(asked.cookies.map(({ name, value }) => [name, value]));
  const way = { provider, visit, url: asked.url, cookies, query: {}, session: person?.session ?? "" };
  return { ...way, query: await signInThere(way.url, who) };
}

/** What the provider sends back with the browser. */
export async function signInThere(url: string, { verified, deny, ...who }: There): Promise<Record<string, string>> {
  const target = new URL(url);
  if (deny) target.searchParams.set("deny", "1");
  else for (const [name, value] of Object.entries(who)) target.searchParams.set(name, value);
  if (verified) target.searchParams.set("verified", "true");
  const answer = await fetch(target, { redirect: "manual" });
  return Object.fromEntries(new URL(answer.headers.get("location") ?? "").searchParams);
}

export function comeBackBy(way: Way, device = "a browser"): Promise<Arrival> {
  const { provider, visit, query, cookies, session } = way;
  const info = { ...request(), device: "Firefox on Windows" };
  return arrive({ provider: requireProvider(provider), visit, query, cookies, session, device, request: info });
}

/** The whole way; the session's secret. Throws where it led to none. */
export async function signInBy(who: There, provider: ProviderId = "oidc"): Promise<string> {
  const arrival = await comeBackBy(await goThere(who, { provider }));
  if (arrival.outcome !== "signed_in") throw new Error(`not signed in but ${arrival.outcome}`);
  return arrival.session;
}
