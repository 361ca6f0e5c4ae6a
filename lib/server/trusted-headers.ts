import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { canonicalHost } from "../hosts";
import { type parseNetworks, readPeer } from "./peer";

/** What only the server itself may say: headers of these names never come in from outside. */
const ownNames =
  /^(x-berth-|x-middleware-|x-nextjs-|x-invoke-|x-now-|x-matched-path$|x-forwarded-|x-real-ip$|x-client-ip$|forwarded$|x-request-id$|x-nonce$|content-security-policy|x-original-url$|x-rewrite-url$|x-http-method)/;

export type TrustedHeaders = { host: string; address: string; requestId: string };

/** Replaces what a client claims about itself by what the server knows (see CONTRACT "Trusted headers"). */
export function setTrustedHeaders(
  request: IncomingMessage,
  rootUrl: URL,
  trusted: ReturnType<typeof parseNetworks>,
): TrustedHeaders {
  const { headers } = request;
  const peer = readPeer(request.socket.remoteAddress, headers, trusted);
  for (const name of Object.keys(headers)) if (ownNames.test(name)) delete headers[name];
  const known = { host: canonicalHost(peer.host, rootUrl), address: peer.address, requestId: randomUUID() };
  headers.host = peer.host;
  headers["x-forwarded-host"] = peer.host;
  headers["x-forwarded-proto"] = rootUrl.protocol.slice(0, -1);
  headers["x-forwarded-for"] = known.address;
  headers["x-berth-host"] = known.host;
  headers["x-berth-address"] = known.address;
  headers["x-request-id"] = known.requestId;
  return known;
}
