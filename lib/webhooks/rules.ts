import { networksOf } from "@/lib/egress/address";
import { urlFault } from "@/lib/egress/url-rules";
import { baseEnv } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { eventTypes, karrioNames } from "@/lib/events/nouns";

const known = new Set(["*", ...eventTypes, ...Object.values(karrioNames)]);

/** Throws `invalid` at the field for an address that nothing may be sent to. */
export function requireUrl(url: string): void {
  const fault = urlFault(url, networksOf(baseEnv().egressAllowed));
  if (fault) throw new BerthError("invalid", fault, { fields: { url: [fault] } });
}

/** Throws `invalid` at the field for a name that no event has. */
export function requireEvents(names: string[]): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const fault = `There is no event ${unknown}.`;
  throw new BerthError("invalid", fault, { fields: { events: [fault] } });
}
