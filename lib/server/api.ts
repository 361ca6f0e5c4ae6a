import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { answerApi, answerAsking } from "@/lib/api/api";
import type { Asking } from "@/lib/api/api-request";
import { answerUpload } from "@/lib/api/import-upload";
import { answerMetadata } from "@/lib/api/metadata";
import { answerLogout, answerRefresh, answerToken, answerVerify } from "@/lib/api/tokens";
import { answerGraphql } from "@/lib/graphql/door";

type Answer = (request: Request) => Promise<Response>;

const tokenDoors = new Map<string, Answer>([
  ["/api/token", answerToken],
  ["/api/token/refresh", answerRefresh],
  ["/api/token/verify", answerVerify],
  ["/api/logout", answerLogout],
]);

/**
 * REST and GraphQL by themselves, on plain Node: the same operations, credentials and answers as behind the pages' server, for
 * machines alone. What surrounds a request (hosts, limits, headers, the log) is the listener's.
 */
export async function answerOverNode(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const answer = answerOf(incoming);
  if (!answer) return refuse(outgoing);
  if (answer !== "rest") return send(await answer(requestOf(incoming)), outgoing);
  const { status, headers, body } = await answerAsking(askingOf(incoming));
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.end(body);
}

/** Gives an answer of the web's kind to Node: several cookies stay several headers. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
  if (!response.body) return void outgoing.end();
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing); // the same stream, under two names of types
}

function answerOf({ url = "", method = "" }: IncomingMessage): Answer | "rest" | undefined {
  const path = url.split("?", 1)[0] ?? "";
  if (method === "POST" && tokenDoors.has(path)) return tokenDoors.get(path);
  if (/^(\/api)?\/graphql$/.test(path)) return answerGraphql;
  if (path === "/api" || path === "/api/metadata") return answerMetadata;
  if (!/^\/api\/v1(\/|$)/.test(path)) return undefined;
  if (/^\/api\/v1\/exports\//.test(path)) return answerApi;
  const list = method === "POST" && /^\/api\/v1\/imports\/([\w-]+)$/.exec(path)?.[1];
  return list ? (request) => answerUpload(request, list) : "rest";
}

/** Without building a web request, which costs more than what is read from it. */
function askingOf(incoming: IncomingMessage): Asking {
  const { method = "GET", headers } = incoming;
  const reads = method === "GET" || method === "HEAD";
  return {
    method,
    url: `http://localhost${incoming.url}`,
    headers: { get: (name) => textOf(headers[name.toLowerCase()]) },
    body: reads ? null : (Readable.toWeb(incoming) as Asking["body"]), // the same stream, under two names of types
  };
}

function textOf(header: string | string[] | undefined): string | null {
  return Array.isArray(header) ? header.join(", ") : (header ?? null);
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", headers } = incoming;
  const given = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const each of [value ?? []].flat()) given.append(name, each);
  const reads = method === "GET" || method === "HEAD";
  const body = reads ? {} : { body: Readable.toWeb(incoming) as BodyInit, duplex: "half" };
  return new Request(`http://localhost${incoming.url}`, { method, headers: given, ...body });
}

function refuse(outgoing: ServerResponse): void {
  const requestId = outgoing.getHeader("X-Request-Id");
  outgoing.writeHead(404, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store" });
  const error = { code: "not_found", message: "There is nothing at this address.", level: "error" };
  outgoing.end(`${JSON.stringify({ errors: [error], request_id: requestId })}\n`);
}
