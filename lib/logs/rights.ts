import type { Actors } from "@/lib/access/operation";
import { type Permission, permissions } from "@/lib/access/permissions";

/** What anybody may do answers about whoever asks. */
const own = "organization.view";

const reading = permissions.filter((permission) => permission.endsWith(".view") && permission !== own);

/** What is called by these tells of records of every kind, each by its own right. */
const wide = new Set([own, "events.view", "webhooks.view", "logs.view", "data.export"]);

/**
 * Without which nobody reads what a call carried: the permissions of what it ran. `beyond`: it may carry more than that,
 * as one does that was refused before it ran.
 */
export function neededFor(called: (string | null)[], beyond: boolean): string[] {
  const needed = called.filter((permission) => permission !== null);
  const everything = beyond || called.length === 0 || needed.some((each) => wide.has(each));
  return [...new Set([...needed, ...(everything ? reading : [])])];
}

/** Whether somebody may see what a call carried: what they could ask themselves. A person's own affairs are theirs. */
export function seesBodies(
  call: { needs: string[]; membershipId: string | null },
  { membershipId, rights }: Pick<Actors["organization"], "membershipId" | "rights">,
): boolean {
  if (call.membershipId !== null && call.membershipId === membershipId) return true;
  if (call.membershipId !== null && call.needs.includes(own)) return false;
  return call.needs.every((permission) => rights.has(permission as Permission)); // one that is no more is held by nobody
}
