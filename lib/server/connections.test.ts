import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";

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
async function hold(port: number, count: number, words: string): Promise<{ open(): number }> {
  const held: Socket[] = [];
  for (let n = 0; n < count; n += 1) {
    const socket = connect(port, "127.0.0.1");
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

describe("slow connections [S84]", () => {
  for (const [what, words] of slow)
    it(`${attackers} that ${what} hold neither memory nor others`, async () => {
      const port = await start();
      await ask(port, undefined);
      const before = await memory();
      const held = await hold(port, attackers, words);
      for (let n = 0; n < 20; n += 1) expect(await ask(port, undefined, "x".repeat(100_000))).toBe("served");
      expect(await memory()).toBeLessThan(before + 100_000_000);
      await expect.poll(held.open, { timeout: 20_000 }).toBeLessThanOrEqual(most);
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
