import { addCheckpoint, lastCheckpoint } from "@/lib/audit/checkpoint";
import type { Leases } from "./leases";

/** Signs how far the chains went since the last line of the file; does nothing where none went on. */
export async function markChains(leases: Leases, place: { folder: string; secret: string }): Promise<void> {
  const since = await lastCheckpoint(place.folder);
  const chains = await leases.chainsSince(since);
  const last = chains.at(-1);
  if (!last) return;
  const marks = chains.map(({ organization_id, position, digest }) => ({
    organization: organization_id,
    position,
    digest,
  }));
  await addCheckpoint(place.folder, place.secret, { at: last.sealed_at, marks });
}
