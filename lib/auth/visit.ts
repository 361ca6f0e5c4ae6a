import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/access/cookies";
import { sealedCookie } from "@/lib/access/sealed-cookie";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import type { ProviderEnv } from "@/lib/provider-env";
import { type ProviderId, providerIds } from "@/lib/sign-in-ways";
import { authorizationOf, checkCookies } from "./next-auth";

const seconds = 15 * 60;

/** That this browser is away at a provider, what for, and where it goes on afterwards. */
export const visitCookie = sealedCookie({
  name: "__Host-berth-visit",
  place: "cookie|visit",
  seconds,
  content: z.object({ visit: z.string(), provider: z.enum(providerIds), to: z.string(), links: z.boolean() }),
});

/** Whom a provider proved and what is still to be settled, for an hour. */
export const waitingCookie = sealedCookie({
  name: "__Host-berth-identity",
  place: "cookie|identity",
  seconds: 60 * 60,
  content: z.object({ secret: z.string(), to: z.string() }),
});

/** Throws `not_found` for a provider that is not switched on. */
export function requireProvider(id: string): ProviderEnv {
  const found = env().providers.find((each) => each.id === id);
  if (!found) throw new BerthError("not_found", "There is no such way to sign in here.");
  return found;
}

type Visit = { visit: string; provider: ProviderId; to: string; links: boolean };

/** Marks the browser and answers the provider's address for it. */
export async function leaveFor(visit: Visit): Promise<string> {
  const provider = requireProvider(visit.provider);
  const asked = await authorizationOf(provider.id);
  if (!asked)
    throw new BerthError(
      "unavailable",
      `${provider.label} does not answer at the moment. Try again in a while, or sign in another way.`,
    );
  const jar = await cookies();
  for (const { name, value } of asked.cookies) jar.set(name, value, { ...hostCookie, maxAge: seconds });
  await visitCookie.keep(visit);
  return asked.url;
}

/** What a browser carried to the provider counts once. */
export async function forgetVisit(): Promise<void> {
  const jar = await cookies();
  for (const name of checkCookies) jar.set(name, "", { ...hostCookie, maxAge: 0 });
  await visitCookie.forget();
}
