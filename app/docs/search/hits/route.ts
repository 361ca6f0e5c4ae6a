import type { NextRequest } from "next/server";
import { textOf } from "@/lib/accounts/query";
import { openApiDocument } from "@/lib/api/openapi";
import { placeOf } from "@/lib/docs/fill-in";
import type { OpenApi } from "@/lib/docs/reference";
import { searchDocs } from "@/lib/docs/search";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const most = 8;

/** What the search shows while one types. The same for everybody. */
export function GET({ nextUrl }: NextRequest): Response {
  const words = textOf(nextUrl.searchParams.get("q") ?? "", 200);
  const hits = searchDocs(words, openApiDocument() as OpenApi, placeOf(env().rootUrl)); // our own document
  return Response.json({ hits: hits.slice(0, most), more: hits.length > most });
}
