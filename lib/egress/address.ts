import ipaddr from "ipaddr.js";

export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Whether an address belongs to the public internet. Everything else is refused: loopback, private, link-local and
 * metadata addresses, multicast, reserved ones, and every form of IPv6 that carries an IPv4 address (mapped, compatible,
 * 6to4, Teredo, NAT64 with its local prefix), whatever it carries.
 */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined || parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}

/** Whether it lies in a network that the operator allows. */
export function isAllowed(address: string, allowed: readonly Network[]): boolean {
  const parsed = parse(address);
  return (
    parsed !== undefined && allowed.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits))
  );
}

/** `10.0.0.0/8, ::1` as networks. Throws for what is none. */
export function networksOf(text: string): Network[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((each) => {
      if (each.includes("/")) return ipaddr.parseCIDR(each);
      const one = ipaddr.parse(each);
      return [one, one.kind() === "ipv4" ? 32 : 128];
    });
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // A zone names an interface of this machine; nothing outside has one.
  if (address.includes("%")) return undefined;
  try {
    return ipaddr.IPv4.isValidFourPartDecimal(address) ? ipaddr.IPv4.parse(address) : ipaddr.IPv6.parse(address);
  } catch {
    return undefined;
  }
}
