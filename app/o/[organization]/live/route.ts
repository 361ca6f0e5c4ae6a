import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { noticeStream } from "@/lib/notices/stream";
import { silence, streamAnswer } from "@/lib/notices/stream-answer";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ organization: string }> };

/** Wakes an open page of the organization. */
export async function GET(incoming: Request, { params }: Params): Promise<Response> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization) return silence(404);
  const { session, info } = request;
  if (!session) return silence(204);
  const handle = new Handle({ kind: "session", secret: session, audience: organization }, info);
  return streamAnswer(() => noticeStream(handle, session, incoming.signal));
}
