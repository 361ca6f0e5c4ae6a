import type { ShipmentsCalls } from "./generated/resources.js";
import { inOrganization, type RequestOptions } from "./options.js";

export type Cleanup = {
  /** Its id, for an access token; a key has its own. */
  organization?: string;
  /** Shipments that were created before this moment. */
  before: Date | string;
};

const atOnce = 100;

/**
 * Cancels shipments from before a moment that nobody sent: drafts, and those that wait to be picked up. Nothing is
 * deleted, and what is on its way or delivered stays as it is.
 */
export async function cleanupShipments(
  shipments: ShipmentsCalls,
  { organization, before }: Cleanup,
  options?: RequestOptions,
): Promise<{ cancelled: string[]; kept: { id: string; message: string }[] }> {
  const end = new Date(before);
  if (Number.isNaN(end.getTime())) throw new TypeError("before is no time.");
  const asked = inOrganization(organization, options);
  const old: string[] = [];
  for await (const { id, created_at } of shipments.list(
    { status: ["draft", "ready"], sort: "created", limit: 100 },
    asked,
  )) {
    if (new Date(created_at) >= end) break;
    old.push(id);
  }
  const done: { cancelled: string[]; kept: { id: string; message: string }[] } = { cancelled: [], kept: [] };
  for (let at = 0; at < old.length; at += atOnce) {
    const { data } = await shipments.cancelMany({ ids: old.slice(at, at + atOnce) }, asked);
    for (const { id, done: over, message } of data)
      if (over) done.cancelled.push(id);
      else done.kept.push({ id, message });
  }
  return done;
}
