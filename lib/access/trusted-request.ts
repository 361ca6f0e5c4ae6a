import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { classifyHost, type HostClass } from "@/lib/hosts";
import { deviceCookie, modeCookie, nonceCookie, onlyCookie, pendingCookie, sessionCookie } from "./cookies";
import type { RequestInfo } from "./operation";

export type TrustedRequest = {
  host: HostClass;
  /** `http://slug.root:port` as a browser spells it: the only Origin that may write. */
  origin: string;
  session: string | undefined;
  device: string | undefined;
  nonce: string | undefined;
  pending: string | undefined;
  info: RequestInfo;
  headers: Headers;
};

/**
 * The request as the Node entry vouches for it: host, address and id come from headers that it sets itself after
 * deleting what a client sent (lib/server). Without that entry in front nothing is trusted and nothing opens.
 */
export async function trustedRequest(): Promise<TrustedRequest> {
  const head = await headers();
  const sent = head.get("cookie");
  const host = head.get("x-berth-host") ?? "";
  return {
    host: classifyHost(host, env().rootUrl),
    origin: `${env().rootUrl.protocol}//${host}`,
    session: await currentSession(sent),
    device: onlyCookie(sent, deviceCookie),
    nonce: onlyCookie(sent, nonceCookie),
    pending: onlyCookie(sent, pendingCookie),
    info: {
      id: head.get("x-request-id") ?? "",
      address: head.get("x-berth-address") ?? "",
      agent: (head.get("user-agent") ?? "").slice(0, 300),
      ...(onlyCookie(sent, modeCookie) === "test" ? { test: true } : {}),
    },
    headers: head,
  };
}

/**
 * The session that came, or the one that this very request gave the browser in its place: what an act shows after it is
 * drawn with that. What the client sent, however it is spelled, is never taken for the second.
 */
async function currentSession(sent: string | null): Promise<string | undefined> {
  const now = (await cookies()).get(sessionCookie)?.value ?? "";
  const isGiven = /^bs_[\w-]+$/.test(now) && !decoded(sent ?? "").includes(now);
  return isGiven ? now : onlyCookie(sent, sessionCookie);
}

function decoded(header: string): string {
  return header.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** The path and query that the browser asked for, as middleware noted it before its rewrite. */
export function requestedPath(request: TrustedRequest): string {
  return request.headers.get("x-berth-path") ?? "/";
}
