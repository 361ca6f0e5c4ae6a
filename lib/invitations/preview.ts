import { Handle } from "@/lib/access/handle";
import type { PageDoor } from "@/lib/access/page-door";
import { BerthError } from "@/lib/errors";
import { previewInvitation, previewMyInvitation } from "./operations";
import type { InvitationPreview } from "./schema";

/** What an opened invitation is for, seen by the person signed in or by nobody; null where it opens nothing. */
export async function previewFor(door: PageDoor, secret: string): Promise<InvitationPreview | null> {
  const { session, info } = door.request;
  if (session) {
    try {
      return await new Handle({ kind: "account", secret: session }, info).run(previewMyInvitation, { secret });
    } catch (error) {
      if (!(error instanceof BerthError && error.code === "unauthenticated")) throw error;
    }
  }
  return door.run(previewInvitation, { secret });
}
