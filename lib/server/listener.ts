import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { closeNote, log, loggedPath, openNote, type RequestNote } from "../log";
import { foreignWriteSentence, isForeignWrite } from "../origin";
import { picturePolicy, securityHeaders, strictPolicy } from "../security-headers";
import { bodyCameIn, largestBodyOf } from "./connections";
import { isGraphql, isMachinePath, machineFault } from "./doors";
import type { Metrics } from "./metrics";
import type { parseNetworks } from "./peer";
import type { Readiness } from "./readiness";
import { setTrustedHeaders, type TrustedHeaders } from "./trusted-headers";

type Options = {
  rootUrl: URL;
  trusted: ReturnType<typeof parseNetworks>;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  draining: () => boolean;
};

/** What happens to a request before, around and after Next. */
export function createListener(options: Options): RequestListener {
  return (request, response) => {
    const known = setTrustedHeaders(request, options.rootUrl, options.trusted);
    const note = openNote(known.requestId);
    logWhenDone({ request, response, known, note });
    options.metrics.observe(request, response, note);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const picture = request.url?.startsWith("/look/");
    response.setHeader("Content-Security-Policy", picture ? picturePolicy : strictPolicy);
    response.setHeader("X-Request-Id", known.requestId);
    if (options.draining()) response.setHeader("Connection", "close");
    answer({ request, response, known, options }).catch((error: unknown) => {
      log.error({ err: error, request: known.requestId }, "request failed");
      if (!response.headersSent)
        refuse(response, known, { status: 500, code: "internal", message: "Something went wrong on our side." });
      else response.destroy();
    });
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; known: TrustedHeaders };

async function answer({ request, response, known, options }: Exchange & { options: Options }): Promise<void> {
  const path = tidied(request);
  if (path === "/healthz") return json(response, 200, { status: "ok" });
  if (path === "/readyz") {
    const state = await options.readiness();
    const ready = state.ready && !options.draining();
    return json(response, ready ? 200 : 503, { ...state, ready });
  }
  if (path === "/metrics") return options.metrics.answer(request, response);
  if (Number(request.headers["content-length"] ?? 0) > largestBodyOf(path))
    return refuse(response, known, {
      status: 413,
      code: "too_large",
      message: "This is larger than the server accepts.",
    });
  const write = {
    method: request.method ?? "GET",
    cookie: request.headers.cookie ?? null,
    origin: request.headers.origin ?? null,
    host: known.host,
    protocol: options.rootUrl.protocol,
  };
  if (isMachinePath(path)) {
    if (isForeignWrite(write))
      return refuse(response, known, { status: 403, code: "wrong_origin", message: foreignWriteSentence });
    const fault = machineFault(write.method, path);
    if (fault?.allow) response.setHeader("Allow", fault.allow);
    if (fault?.status === 204) return void response.writeHead(204).end();
    if (fault) return tell(response, known, fault);
  }
  if (await bodyCameIn(request)) await options.handle(request, response);
}

/** The path. Of a machine's, slashes that say nothing go, so that its client is answered at once and not sent elsewhere. */
function tidied(request: IncomingMessage): string {
  const { url = "/" } = request;
  const path = url.split("?", 1)[0] ?? "/";
  if (!isMachinePath(path)) return path;
  const plain = path.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  request.url = `${plain}${url.slice(path.length)}`;
  return plain;
}

type Refusal = { status: number; code: string; message: string };

function refuse(response: ServerResponse, known: TrustedHeaders, refusal: Refusal): void {
  response.setHeader("Connection", "close");
  tell(response, known, refusal);
}

function tell(response: ServerResponse, { requestId }: TrustedHeaders, refusal: Refusal): void {
  const { status, code, message } = refusal;
  const path = response.req.url?.split("?", 1)[0] ?? "";
  json(
    response,
    status,
    isGraphql(path)
      ? graphqlFault(refusal, requestId)
      : { errors: [{ code, message, level: "error" }], request_id: requestId },
  );
}

/** As GraphQL's own door tells what it refuses. */
function graphqlFault({ status, code, message }: Refusal, requestId: string) {
  const facts = { code, status_code: status };
  return { data: null, errors: [{ message, ...facts, extensions: { ...facts, request_id: requestId } }] };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "private, no-store",
  });
  response.end(`${JSON.stringify(body)}\n`);
}

const quietPaths = /^\/(_next\/|healthz$|readyz$|metrics$)/;

function logWhenDone({ request, response, known, note }: Exchange & { note: RequestNote }): void {
  const started = performance.now();
  const path = loggedPath(request.url ?? "/");
  const { method } = request;
  response.once("close", () => {
    closeNote(known.requestId);
    const status = response.statusCode;
    const level = status >= 500 ? "error" : quietPaths.test(path) ? "debug" : "info";
    const organization = note.organization ?? response.getHeader("x-org-id");
    const ms = Math.round(performance.now() - started);
    const aborted = response.writableFinished ? undefined : true;
    log[level](
      {
        request: known.requestId,
        method,
        host: known.host,
        path,
        status,
        ms,
        address: known.address,
        ...note,
        organization,
        aborted,
      },
      "request",
    );
  });
}
