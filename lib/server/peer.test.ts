import { describe, expect, it } from "vitest";
import { parseNetworks, readPeer } from "./peer";

const trusted = parseNetworks(["10.0.0.0/8", "fd00::/8", "192.168.1.1"]);
const host = "berth.example";

describe("readPeer", () => {
  it("believes nobody's forwarding headers but a trusted proxy's", () => {
    const headers = { host, "x-forwarded-for": "1.1.1.1", "x-forwarded-host": "evil.example" };
    expect(readPeer("203.0.113.9", headers, trusted)).toEqual({ address: "203.0.113.9", host });
    expect(readPeer("10.1.2.3", headers, trusted)).toEqual({ address: "1.1.1.1", host: "evil.example" });
    expect(readPeer("10.1.2.3", headers, [])).toEqual({ address: "10.1.2.3", host });
  });

  it("takes the right-most address that is no proxy, so that a client cannot prepend one", () => {
    const chain = (list: string) => readPeer("10.1.2.3", { host, "x-forwarded-for": list }, trusted).address;
    expect(chain("6.6.6.6, 203.0.113.9, 10.9.9.9")).toBe("203.0.113.9");
    expect(chain("6.6.6.6, nonsense, 10.9.9.9")).toBe("10.9.9.9");
    expect(chain("")).toBe("10.1.2.3");
    expect(chain("2001:db8::1, fd00::5")).toBe("2001:db8::1");
  });

  it("writes mapped addresses as plain IPv4", () => {
    expect(readPeer("::ffff:203.0.113.9", { host }, trusted).address).toBe("203.0.113.9");
  });

  it("names a wrong network", () => {
    expect(() => parseNetworks(["10.0.0.0/8", "proxy"])).toThrow("proxy is neither");
  });
});
