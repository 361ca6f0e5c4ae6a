import type { RequestInfo } from "@/lib/access/operation";
import { env } from "@/lib/env";
import { classifyHost, type HostClass } from "@/lib/hosts";
import { asksForTests } from "./mode";

/** What is asked of a request here: the web's own has it, and Node's gives it without becoming one. */
export type Asking = {
  method: string;
  url: string;
  headers: Names;
  body: ReadableStream<Uint8Array> | null;
};

type Names = { get(name: string): string | null };

export type ApiRequest = {
  method: string;
  url: URL;
  /** Path below `/api/v1`, decoded. */
  segments: string[];
  host: HostClass;
  origin: string;
  headers: Names;
  info: RequestInfo;
  /** Hears what the request runs, and where, for the log. */
  heard?: Heard;
};

export type Heard = {
  /** Names of operations, and the permission of each. */
  readonly operations: Map<string, string | null>;
  readonly others: Set<string>;
  beyond: boolean;
};

const base = "/api/v1";

/**
 * The request by the headers that the Node entry sets itself (lib/server). Undefined where it names no address of ours;
 * throws where its mode is unclear.
 */
export function readRequest(request: Asking): ApiRequest | undefined {
  const url = new URL(request.url);
  const { headers } = request;
  const name = headers.get("x-berth-host") ?? "";
  const host = classifyHost(name, env().rootUrl);
  const segments = decoded(url.pathname.slice(base.length));
  if (!segments || !["root", "organization", "api"].includes(host.kind)) return undefined;
  return {
    method: request.method,
    url,
    segments,
    host,
    origin: `${env().rootUrl.protocol}//${name}`,
    headers,
    info: { ...requestInfo(headers), ...(asksForTests(headers) ? { test: true } : {}) },
  };
}

export function requestInfo(headers: Names): RequestInfo {
  return {
    id: headers.get("x-request-id") ?? "",
    address: headers.get("x-berth-address") ?? "",
    agent: (headers.get("user-agent") ?? "").slice(0, 300),
  };
}

function decoded(path: string): string[] | undefined {
  try {
    return path.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
