import type { PageDoor } from "@/lib/access/page-door";
import { waitingCookie } from "@/lib/auth/visit";
import { env } from "@/lib/env";
import { showMethods, showWaiting } from "./operations";
import type { ProviderButton, WaitingIdentity } from "./schema";

/** Providers whose buttons stand on a page. */
export function providerButtons(): ProviderButton[] {
  return env().providers.map(({ id, label }) => ({ id, label }));
}

/** Those by which the acting person signs in. */
export async function myProviderButtons(door: PageDoor): Promise<ProviderButton[]> {
  const { identities } = await door.run(showMethods, {});
  return providerButtons().filter(({ id }) => identities.some(({ provider }) => provider === id));
}

/** What this browser brought from a provider and is still to be settled. */
export async function waitingHere(door: PageDoor): Promise<WaitingIdentity | null> {
  const waiting = await waitingCookie.read();
  return waiting ? door.run(showWaiting, { identity: waiting.secret }) : null;
}
