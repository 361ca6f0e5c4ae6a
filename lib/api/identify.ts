import type { Handle } from "@/lib/access/handle";
import { BerthError } from "@/lib/errors";
import { viewMe } from "@/lib/me/operations";
import { ApiFault } from "./api-fault";
import { badKey } from "./credential";
import type { Meter } from "./meter";

/**
 * An error that came before or instead of opening the organization says nothing about the credential yet: a dead one
 * is told first, and a live one names its organization in the headers.
 */
export async function identify(handle: Handle, error: unknown, meter: Meter): Promise<void> {
  const { kind } = handle.credential;
  if (handle.organizationId !== null || (kind !== "key" && kind !== "session" && kind !== "token")) return;
  if (error instanceof BerthError && error.code === "limited") return;
  meter.forget();
  if (error instanceof BerthError && error.code === "unauthenticated") throw told(error, kind);
  const early = error instanceof ApiFault || (error instanceof BerthError && beforeOpening.has(error.code));
  if (early)
    await handle
      .run(viewMe, {}, { around: meter.around })
      .catch((refused: unknown) => rethrowUnlessForbidden(refused, kind));
}

const beforeOpening = new Set(["invalid", "forbidden", "not_found"]);

function rethrowUnlessForbidden(refused: unknown, kind: "key" | "session" | "token"): void {
  if (refused instanceof BerthError && refused.code === "forbidden") return;
  throw refused instanceof BerthError && refused.code === "unauthenticated" ? told(refused, kind) : refused;
}

/** A key that was ours is told what became of it; any other, as one that is misspelled. */
function told(refused: BerthError, kind: "key" | "session" | "token"): BerthError {
  return kind !== "key" || refused.reason?.startsWith("key_") ? refused : badKey();
}
