import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { limitConnections, serverLimits } from "./connections";
import { createListener } from "./listener";
import { createMetrics } from "./metrics";
import type { Readiness } from "./readiness";

const patient = { timeout: 20_000 };

const most = 200;
const attackers = 1_000;

let server: ChildProcess | undefined;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.kill("SIGKILL");
});

async function start(): Promise<number> {
  server = fork("lib/testing/slow-server.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, MOST_WAITING: String(most) },
  });
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  return port;
}

async function memory(): Promise<number> {
  server?.send("memory");
  const [{ memory }] = (await once(server as ChildProcess, "message")) as [{ memory: number }];
  return memory;
}

/** Opens connections that say this much and then nothing. */
async function hold(port: number, count: number, words: string, from = "127.0.0.1"): Promise<{ open(): number }> {
  const held: Socket[] = [];
  for (let n = 0; n < count; n += 1) {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    socket.on("error", () => undefined).resume();
    sockets.push(socket);
    held.push(socket);
    await once(socket, "connect");
    socket.write(words);
  }
  return { open: () => held.filter((socket) => !socket.closed && !socket.destroyed).length };
}

function ask(port: number, agent: Agent | undefined, body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method: body ? "POST" : "GET", agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.once("end", () => resolve(text));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

const slow: [string, string][] = [
  ["say nothing", ""],
  ["drip their headers", "GET / HTTP/1.1\r\nHost: berth.localhost\r\nX-Slow: "],
  ["drip a body", "POST / HTTP/1.1\r\nHost: berth.localhost\r\nContent-Length: 1000000\r\n\r\na"],
  [
    "drip a body of no known length",
    "POST / HTTP/1.1\r\nHost: berth.localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
  ],
];

describe("a body that drips [S84]", () => {
  const listening = new Set<Server>();
  afterEach(() => {
    for (const each of listening) each.close();
    listening.clear();
  });

  /** Answers what it reads, and says what it began. */
  async function listen(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>, most = 100) {
    const began: string[] = [];
    const listener = createListener({
      rootUrl: new URL("http://berth.localhost"),
      trusted: [],
      readiness: () => Promise.resolve({ ready: true } as Readiness),
      metrics: createMetrics(undefined, () => Promise.resolve(undefined)),
      draining: () => false,
      handle: (request, response) => {
        began.push(request.url ?? "");
        return handle(request, response);
      },
    });
    const own = createServer(serverLimits, listener);
    limitConnections(own, most);
    listening.add(own.listen(0, "127.0.0.1"));
    await once(own, "listening");
    return { port: (own.address() as AddressInfo).port, began };
  }

  const sizeOf = async (request: IncomingMessage, response: ServerResponse) => {
    let size = 0;
    for await (const part of request) size += (part as Buffer).length;
    response.end(String(size));
  };

  it("begins no work until it is whole, and then arrives whole", async () => {
    const { port, began } = await listen(sizeOf);
    for (const [, words] of slow.slice(2)) await hold(port, 20, words);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (const size of [1, 16_383, 16_384, 16_385, 3_000_000])
      expect(await ask(port, agent, "x".repeat(size))).toBe(String(size));
    agent.destroy();
    expect(began).toHaveLength(5);
    const [late] = sockets;
    const answered = once(late as Socket, "data");
    late?.write("b".repeat(999_999));
    expect(String((await answered)[0])).toContain("\r\n1000000");
    expect(began).toHaveLength(6);
  });

  it("of somebody who has gone is nobody's work", async () => {
    const { port, began } = await listen(sizeOf);
    const gone = await hold(port, 5, slow[2]?.[1] ?? "");
    for (const socket of sockets) socket.destroy();
    await expect.poll(gone.open, patient).toBe(0);
    expect(await ask(port, undefined, "x")).toBe("1");
    expect(began).toHaveLength(1);
  });

  it("costs nobody the answer who has sent all of it, although nothing read it yet", async () => {
    let read = (): void => undefined;
    const reading = new Promise<void>((resolve) => {
      read = resolve;
    });
    const { port, began } = await listen(async (request, response) => {
      await reading;
      await sizeOf(request, response);
    }, 20);
    const answer = ask(port, undefined, "x".repeat(1000));
    await expect.poll(() => began.length, patient).toBe(1);
    const held = await hold(port, 60, "");
    await expect.poll(held.open, patient).toBeLessThanOrEqual(20);
    read();
    expect(await answer).toBe("1000");
  });
});

describe("slow connections [S84]", () => {
  for (const [what, words] of slow)
    it(`${attackers} that ${what} hold neither memory nor others`, async () => {
      const port = await start();
      await ask(port, undefined);
      const before = await memory();
      const held = await hold(port, attackers, words);
      for (let n = 0; n < 20; n += 1) expect(await ask(port, undefined, "x".repeat(100_000))).toBe("served");
      expect(await memory()).toBeLessThan(before + 100_000_000);
      await expect.poll(held.open, patient).toBeLessThanOrEqual(most);
    });

  it("of one address crowd nobody out who waits elsewhere, for however long", async () => {
    const port = await start();
    const waited = await hold(port, 20, "");
    const crowd = await hold(port, attackers, "", "127.0.0.2");
    await expect.poll(crowd.open, patient).toBe(most - 20);
    const [slowly] = sockets;
    const answered = once(slowly as Socket, "data");
    slowly?.write("GET / HTTP/1.1\r\nHost: berth.localhost\r\n\r\n");
    expect(String((await answered)[0])).toContain("served");
    expect(waited.open()).toBe(20);
  });

  it("never cost somebody whose request is whole the answer", async () => {
    const port = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await ask(port, agent);
    await hold(port, most - 1, "");
    expect(await ask(port, agent, "kept alive")).toBe("served");
    agent.destroy();
  });
});
