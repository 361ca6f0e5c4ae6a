import { openApiDocument } from "@/lib/api/openapi";
import { placeOf } from "@/lib/docs/fill-in";
import { llmsText } from "@/lib/docs/llms";
import type { OpenApi } from "@/lib/docs/reference";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** The documentation for readers that are programs. The same for everybody. */
export function GET(): Response {
  const text = llmsText(openApiDocument() as OpenApi, placeOf(env().rootUrl)); // our own document
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" } });
}
