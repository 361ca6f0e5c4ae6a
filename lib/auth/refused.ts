import { BerthError } from "@/lib/errors";
import { log } from "@/lib/log";
import { plainPage, plainPageType } from "@/lib/plain-page";

/** What a route answers a browser in place of a redirect: the refusal's status and sentence, and when to come again. */
export function refusedPage(error: unknown): Response {
  if (!(error instanceof BerthError)) log.error({ err: error }, "handoff failed");
  const known =
    error instanceof BerthError ? error : new BerthError("internal", "Something went wrong on our side. Try again.");
  const headers = new Headers({ "Content-Type": plainPageType, "Cache-Control": "private, no-store" });
  if (known.retryAfter !== undefined) headers.set("Retry-After", String(known.retryAfter));
  return new Response(plainPage(known.message), { status: known.status, headers });
}
