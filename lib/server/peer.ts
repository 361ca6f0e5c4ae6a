import type { IncomingHttpHeaders } from "node:http";
import ipaddr from "ipaddr.js";

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses TRUSTED_PROXIES: addresses and networks. Throws with a sentence that names the wrong one. */
export function parseNetworks(networks: string[]): Network[] {
  return networks.map((text) => {
    try {
      if (text.includes("/")) return ipaddr.parseCIDR(text);
      const address = ipaddr.parse(text);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    } catch (cause) {
      throw new Error(`TRUSTED_PROXIES: ${text} is neither an address nor a network.`, { cause });
    }
  });
}

export type Peer = {
  /** The client's address; `unknown` only where the socket is already gone. */
  address: string;
  /** The host that the client asked for. */
  host: string;
};

/**
 * Who asks, and for which host. Forwarding headers count only where the peer is a trusted proxy; the client is then
 * the right-most address that is not one.
 */
export function readPeer(remote: string | undefined, headers: IncomingHttpHeaders, trusted: Network[]): Peer {
  const direct = normalize(remote ?? "") ?? "unknown";
  const host = headers.host ?? "";
  if (!isTrusted(direct, trusted)) return { address: direct, host };
  const chain = text(headers["x-forwarded-for"])
    .split(",")
    .map((part) => part.trim());
  return {
    address: clientOf(chain, direct, trusted),
    host: text(headers["x-forwarded-host"]).split(",").at(-1)?.trim() || host,
  };
}

function clientOf(chain: string[], direct: string, trusted: Network[]): string {
  let client = direct;
  for (const hop of chain.reverse()) {
    const address = normalize(hop);
    if (!address) break;
    client = address;
    if (!isTrusted(address, trusted)) break;
  }
  return client;
}

function isTrusted(address: string, trusted: Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return trusted.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match([network, bits] as never)); // safe: kinds are equal
}

function normalize(address: string): string | undefined {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : undefined;
}

function text(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(",") : (header ?? "");
}
