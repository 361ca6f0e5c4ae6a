import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import type { Agent } from "undici";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isPublic, networksOf } from "./address";
import { egressAgent } from "./agent";
import type { EgressError } from "./fault";
import { mostKept, send, wholeMilliseconds } from "./send";
import { urlFault } from "./url-rules";

const loopback = networksOf("127.0.0.1");
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function kept(agent: Agent): Agent {
  closing.push(() => void agent.destroy());
  return agent;
}

async function receiver(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

const message = (url: string) => ({ url, headers: { "content-type": "application/json" }, body: "{}" });

async function refusal(agent: Agent, url: string): Promise<EgressError["reason"]> {
  return send(agent, message(url)).then(
    ({ status }) => expect.fail(`it answered ${status}`),
    (error: EgressError) => error.reason,
  );
}

const inside = [
  ...["127.0.0.1", "127.1.2.3", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ...["169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200", "192.0.0.192", "192.0.2.1", "198.18.0.1"],
  ...["198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"],
  ...[
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "100::1",
    "2001:db8::1",
  ],
  // IPv4 inside of IPv6: mapped, compatible, translated, NAT64 with its local prefix, 6to4, Teredo.
  ...["::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1"],
  ...["64:ff9b::808:808", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:808:808::", "2001:0:7f00:1::", "4000::1", ""],
  ...["0x7f000001", "2130706433", "0177.0.0.1", "127.1", "localhost", "example.com"],
];

describe("an address [S85]", () => {
  it.each(inside)("%s is not of the public internet", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(["1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
    "%s is",
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );
});

describe("an address to send to [S85]", () => {
  it.each([
    ["http://example.com/", /https/],
    ["ftp://example.com/", /https/],
    ["file:///etc/passwd", /https|whole/],
    ["https://user:secret@example.com/", /name and password/],
    ["https://example.com/#part", /#/],
    ["https://example.com:22/", /port/],
    ["https://example.com:6379/", /port/],
    ["https://localhost/", /public/],
    ["https://app.localhost/", /public/],
    ["https://intranet/", /public/],
    ["https://127.0.0.1/", /public/],
    // As browsers and Node read them, these are all 127.0.0.1.
    ["https://2130706433/", /public/],
    ["https://0x7f.1/", /public/],
    ["https://0177.0.0.1/", /public/],
    ["https://127.1/", /public/],
    ["https://[::1]/", /public/],
    ["https://[::ffff:169.254.169.254]/", /public/],
    ["https://169.254.169.254/latest/meta-data", /public/],
    ["nonsense", /whole address/],
    [`https://example.com/${"a".repeat(500)}`, /whole address/],
  ])("%s is refused with a sentence", (url, fault) => {
    expect(urlFault(url, [])).toMatch(fault);
  });

  it("is fine with https, and with http inside of allowed networks alone", () => {
    expect(urlFault("https://hooks.example.com/berth?for=acme", [])).toBeUndefined();
    expect(urlFault("https://hooks.example.com:8443/", [])).toBeUndefined();
    expect(urlFault("http://127.0.0.1:4000/", loopback)).toBeUndefined();
    expect(urlFault("http://10.0.0.1:4000/", loopback)).toMatch(/https/);
  });

  it("keeps to the web's ports under a name, whatever networks are allowed", () => {
    for (const url of [
      "https://hooks.example.com:22/",
      "http://hooks.example.com:6379/",
      "https://[2606:4700::1111]:25/",
    ])
      expect(urlFault(url, loopback), url).toMatch(/port/);
    for (const url of ["http://hooks.internal.example/", "http://127.0.0.1:22/", "https://hooks.example.com:8443/"])
      expect(urlFault(url, loopback), url).toBeUndefined();
  });
});

describe("a connection [S86]", () => {
  it("goes nowhere inside, however the address is written", async () => {
    const agent = kept(egressAgent({ allowed: [] }));
    const { port } = await receiver((_, response) => response.end("inside"));
    for (const host of ["127.0.0.1", "localhost", "0x7f000001", "[::ffff:127.0.0.1]", "0.0.0.0"]) {
      expect(await refusal(agent, `http://${host}:${port}/`), host).toBe("address_refused");
      expect(await refusal(agent, `https://${host}:${port}/`), host).toBe("address_refused");
    }
  });

  it("refuses a name with one address inside among others", async () => {
    const agent = kept(egressAgent({ allowed: [], resolve: async () => ["93.184.216.34", "10.0.0.1"] }));
    expect(await refusal(agent, "https://two-faces.example/")).toBe("address_refused");
  });

  it("judges the addresses of this very connection: a name that moves inside is refused", async () => {
    const { port } = await receiver((_, response) => response.writeHead(200, { connection: "close" }).end("first"));
    // The first answer lies in the allowed network, the second does not.
    const resolve = vi.fn<(host: string) => Promise<string[]>>();
    resolve.mockResolvedValueOnce(["127.0.0.1"]).mockResolvedValue(["127.0.0.2"]);
    const agent = kept(egressAgent({ allowed: loopback, resolve }));
    const url = `http://rebinding.example:${port}/`;
    expect(await send(agent, message(url))).toMatchObject({ status: 200, body: "first" });
    expect(await refusal(agent, url)).toBe("address_refused");
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  it("is plain inside of allowed networks alone", async () => {
    const agent = kept(egressAgent({ allowed: loopback, resolve: async () => ["93.184.216.34"] }));
    expect(await refusal(agent, "http://public.example/")).toBe("address_refused");
    expect(await refusal(agent, "http://public.example:8080/")).toBe("address_refused");
  });

  it("to the public internet goes to the web's ports alone, also by a name where networks are allowed", async () => {
    const asked = vi.fn(async () => ["93.184.216.34"]);
    const agent = kept(egressAgent({ allowed: loopback, resolve: asked }));
    for (const port of [22, 25, 6379, 5432]) {
      expect(await refusal(agent, `https://hooks.example:${port}/`), String(port)).toBe("address_refused");
      expect(await refusal(agent, `https://93.184.216.34:${port}/`), String(port)).toBe("address_refused");
    }
    expect(asked).toHaveBeenCalledTimes(4);
    const { port } = await receiver((_, response) => response.end("inside"));
    const within = kept(egressAgent({ allowed: loopback, resolve: async () => ["127.0.0.1"] }));
    expect((await send(within, message(`http://hooks.internal:${port}/`))).body).toBe("inside");
  });

  it.each([
    ...["[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]"],
    ...["[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fd00:ec2::254]", "[::]", "[ff02::1]"],
  ])("to %s is refused, however IPv6 wraps what lies inside", async (host) => {
    const agent = kept(egressAgent({ allowed: [] }));
    expect(await refusal(agent, `https://${host}/`)).toBe("address_refused");
    const byName = kept(egressAgent({ allowed: [], resolve: async () => [host.slice(1, -1)] }));
    expect(await refusal(byName, "https://wrapped.example/")).toBe("address_refused");
  });

  it("to an address with a zone is refused, also where it would be public without", async () => {
    const agent = kept(egressAgent({ allowed: [], resolve: async () => ["2606:4700:4700::1111%1"] }));
    expect(await refusal(agent, "https://zoned.example/")).toBe("address_refused");
  });

  it("asks no proxy of the environment", async () => {
    const asked = vi.fn<RequestListener>((_, response) => response.end());
    const proxy = await receiver(asked);
    const { port } = await receiver((_, response) => response.end("direct"));
    vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${proxy.port}`);
    vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${proxy.port}`);
    const agent = kept(egressAgent({ allowed: loopback }));
    expect((await send(agent, message(`http://127.0.0.1:${port}/`))).body).toBe("direct");
    expect(asked).not.toHaveBeenCalled();
    vi.unstubAllEnvs();
  });
});

describe("an answer [S88]", () => {
  it("that leads elsewhere is not followed", async () => {
    const other = vi.fn<RequestListener>((_, response) => response.end());
    const target = await receiver(other);
    const { port } = await receiver((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${target.port}/` }).end(),
    );
    const agent = kept(egressAgent({ allowed: loopback }));
    expect(await send(agent, message(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 307 });
    expect(other).not.toHaveBeenCalled();
  });

  it("without an end is read no further than it is kept", async () => {
    const { port } = await receiver((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(4096)));
      };
      response.on("drain", more);
      more();
    });
    const agent = kept(egressAgent({ allowed: loopback }));
    expect((await send(agent, message(`http://127.0.0.1:${port}/`))).body).toHaveLength(mostKept);
  });

  it("with a head without an end is refused", async () => {
    const server = createSocketServer((socket: Socket) => {
      socket.on("error", () => undefined);
      socket.write(`HTTP/1.1 200 OK\r\nx-long: ${"x".repeat(40_000)}\r\n\r\n`);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(() => server.close());
    const agent = kept(egressAgent({ allowed: loopback }));
    const { port } = server.address() as AddressInfo;
    expect(await refusal(agent, `http://127.0.0.1:${port}/`)).toBe("answer_too_long");
  });

  it("that drips is cut off in the end, however often something comes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { port } = await receiver((_, response) => {
      response.writeHead(200);
      response.write("drip");
    });
    const agent = kept(egressAgent({ allowed: loopback }));
    const reason = refusal(agent, `http://127.0.0.1:${port}/`);
    await vi.advanceTimersByTimeAsync(wholeMilliseconds + 1);
    vi.useRealTimers();
    expect(await reason).toBe("timeout");
  });

  it("that breaks off is a failed connection", async () => {
    const { port } = await receiver((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    const agent = kept(egressAgent({ allowed: loopback }));
    expect(await refusal(agent, `http://127.0.0.1:${port}/`)).toBe("connection");
  });

  it("of a name that nobody has is unresolved, of a closed port a failed connection", async () => {
    const nowhere = kept(
      egressAgent({ allowed: [], resolve: () => Promise.reject(new Error("There is no such name.")) }),
    );
    expect(await refusal(nowhere, "https://nobody.example/")).toBe("unresolved");
    const { server, port } = await receiver(() => undefined);
    server.close();
    await once(server, "close");
    const agent = kept(egressAgent({ allowed: loopback }));
    expect(await refusal(agent, `http://127.0.0.1:${port}/`)).toBe("connection");
  });
});
