import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { noticeStream } from "@/lib/notices/stream";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ organization: string }> };

/** Wakes an open page of the organization. 204 tells a browser not to come again. */
export async function GET(incoming: Request, { params }: Params): Promise<Response> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization) return silence(404);
  if (!request.session) return silence(204);
  const handle = new Handle({ kind: "session", secret: request.session, audience: organization }, request.info);
  try {
    const stream = await noticeStream(handle, request.session, incoming.signal);
    return stream ? new Response(stream, { headers: streaming }) : silence(204);
  } catch (error) {
    if (error instanceof BerthError) return silence(204);
    throw error;
  }
}

// `no-transform` keeps the server from gathering the stream to compress it.
const streaming = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function silence(status: 204 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
}
