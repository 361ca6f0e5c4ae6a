import { isIP } from "node:net";
import { isAllowed, isPublic, type Network } from "./address";

/** Ports above 1023 where other things than web servers listen. */
const otherServices = new Set([
  ...[1080, 1433, 1521, 1719, 1720, 2049, 2181, 2375, 2376, 2379, 2380, 3128, 3306, 3389, 3659, 4045, 5060, 5061],
  ...[5432, 5672, 5984, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 8500, 9042, 9092, 9200, 9300, 10080],
  ...[10250, 11211, 27017],
]);

export const longestUrl = 500;

/**
 * What is wrong with an address to send to, as a sentence; undefined where nothing is, as far as can be told without
 * asking for its name. The connection judges again, by the addresses that the name has then.
 */
export function urlFault(text: string, allowed: readonly Network[]): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || text.length > longestUrl) return "Enter a whole address, such as https://example.com/hooks.";
  if (url.username || url.password) return "Leave name and password out: each message is signed.";
  if (url.hash) return "Leave out what follows the #.";
  const host = bareHost(url);
  const inside = allowed.length > 0 && (isIP(host) ? isAllowed(host, allowed) : true);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && inside))
    return "The address must begin with https://.";
  if (isIP(host) && !isPublic(host) && !isAllowed(host, allowed)) return "This address is not on the public internet.";
  if (allowed.length === 0 && (isLocalName(host) || !/\.[^.]+$/.test(host)) && !isIP(host))
    return "This address is not on the public internet.";
  // Of a name nobody knows yet where it leads: only what it could be reached at inside is left to the connection.
  const plainInside = inside && url.protocol === "http:" && url.port === "";
  if (!(isIP(host) && inside) && !plainInside && !isWebPort(url))
    return "Use port 443, or one above 1023 that is the web's.";
  return undefined;
}

/** A host as addresses are written: no brackets, no dot at the end. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

export function isLocalName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}

/** Whether this port may be reached outside of the allowed networks. */
export function isWebPort(url: Pick<URL, "port" | "protocol">): boolean {
  if (url.port === "") return url.protocol === "https:";
  const port = Number(url.port);
  return port > 1023 && !otherServices.has(port);
}
