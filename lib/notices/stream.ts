import { createHash } from "node:crypto";
import type { Handle } from "@/lib/access/handle";
import { live } from "@/lib/access/live";
import { watchMyNotices } from "./inbox-operations";
import { watchNotices } from "./operations";

const beat = 25_000;
const text = new TextEncoder();

type Proven = { tags: string[]; state: string };

/** For a page of one organization. Throws as `Handle.run` does. */
export function noticeStream(handle: Handle, session: string, gone: AbortSignal): Promise<ReadableStream | null> {
  const prove = async () => {
    const { tag, state } = await handle.run(watchNotices, {});
    return { tags: [tag], state };
  };
  return streamOf(prove, session, gone);
}

/** For a page of an account: wakes for every organization whose notices may be read there. Throws as `Handle.run` does. */
export function inboxStream(handle: Handle, session: string, gone: AbortSignal): Promise<ReadableStream | null> {
  return streamOf(() => handle.run(watchMyNotices, {}), session, gone);
}

/**
 * A stream of wake-ups for one page: it says that something changed, never what, and at its beginning and every beat what
 * the bell should show, so that a page finds out what it missed. The session is proved again at every
 * beat; the stream ends where that fails, or where it is about others by now. Null where there are too many streams.
 */
async function streamOf(
  prove: () => Promise<Proven>,
  session: string,
  gone: AbortSignal,
): Promise<ReadableStream | null> {
  const { tags } = await prove();
  const listening = live();
  const own = createHash("sha256").update(session).digest("base64url");
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let leave: (() => void) | undefined;
  const timer = setInterval(() => void proveAgain(), beat);
  const end = () => {
    clearInterval(timer);
    leave?.();
    try {
      controller?.close();
    } catch {
      // closed by the other side already
    }
    controller = undefined;
  };
  const send = (words: string) => controller?.enqueue(text.encode(words));
  const proveAgain = async () => {
    try {
      const again = await prove();
      if (again.tags.join() !== tags.join()) return end();
      send(`data: ${again.state}\n\n`);
    } catch {
      end();
    }
  };
  leave = listening.watch(tags, { session: own, wake: () => send("data: changed\n\n"), end });
  if (!leave) {
    clearInterval(timer);
    return null;
  }
  if (gone.aborted) end();
  gone.addEventListener("abort", end, { once: true });
  return new ReadableStream<Uint8Array>({
    async start(given) {
      controller = given;
      send("retry: 5000\n\n");
      await listening.ready();
      await proveAgain();
    },
    cancel: end,
  });
}
