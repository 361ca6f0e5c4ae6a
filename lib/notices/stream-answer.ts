import { BerthError } from "@/lib/errors";

// `no-transform` keeps the server from gathering the stream to compress it.
const streaming = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Answers with the stream. Where there is none, or no right to it, 204 tells a browser not to come again. */
export async function streamAnswer(open: () => Promise<ReadableStream | null>): Promise<Response> {
  try {
    const stream = await open();
    return stream ? new Response(stream, { headers: streaming }) : silence(204);
  } catch (error) {
    if (error instanceof BerthError) return silence(204);
    throw error;
  }
}

export function silence(status: 204 | 404): Response {
  return new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
}
