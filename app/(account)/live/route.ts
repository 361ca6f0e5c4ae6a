import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { inboxStream } from "@/lib/notices/stream";
import { silence, streamAnswer } from "@/lib/notices/stream-answer";

export const dynamic = "force-dynamic";

/** Wakes an open page of an account. */
export async function GET(incoming: Request): Promise<Response> {
  const { host, session, info } = await trustedRequest();
  if (host.kind !== "root") return silence(404);
  if (!session) return silence(204);
  const handle = new Handle({ kind: "account", secret: session }, info);
  return streamAnswer(() => inboxStream(handle, session, incoming.signal));
}
