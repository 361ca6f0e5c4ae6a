import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export type DelayingProxy = {
  /** The database's address, by way of the proxy. */
  url: string;
  /** Milliseconds by which answers are held back. */
  delay: number;
  /** Round trips since it was last asked: how often something was sent after something was heard. */
  trips(): number;
  /**
   * How many round trips stood one after another since it was last asked, over all connections; the end of a transaction
   * is none, as nobody who reads waits for it. Of use with a delay far above what the client takes to go on.
   */
  depth(): number;
  close(): Promise<void>;
};

/**
 * Stands between a client and its database, holds every answer back for `delay` milliseconds and counts round trips:
 * what goes out before the answer to the first of it is one.
 */
export async function delayingProxy(database: string, delay: number): Promise<DelayingProxy> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let trips = 0;
  let deepest = 0;
  const proxy: DelayingProxy = {
    url: "",
    delay,
    trips() {
      const counted = trips;
      trips = 0;
      return counted;
    },
    depth() {
      const counted = deepest;
      deepest = 0;
      return counted;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let heard = true;
    let depth = 0;
    let inside = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true));
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (sent) => {
      if (heard) {
        trips += 1;
        depth = deepest + 1;
      }
      heard = false;
      upstream.write(sent);
    });
    // One after another: with a shorter delay none may overtake what is still held back.
    let last: Promise<unknown> = Promise.resolve();
    const later = (act: () => void) => {
      last = Promise.all([last, wait(proxy.delay)]).then(act);
    };
    upstream.on("data", (answer) =>
      later(() => {
        heard = true;
        const status = statusAtEnd(answer);
        const ended = inside && status === "I";
        if (!ended) deepest = Math.max(deepest, depth);
        inside = status === undefined ? inside : status !== "I";
        client.write(answer);
      }),
    );
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => later(() => client.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(database);
  url.hostname = "127.0.0.1";
  url.port = typeof address === "object" && address ? String(address.port) : "";
  proxy.url = url.href;
  return proxy;
}

/** What ReadyForQuery says at the end of an answer: outside of a transaction, inside, or in one that failed. */
function statusAtEnd(answer: Buffer): string | undefined {
  const [tag, ...rest] = answer.subarray(-6);
  return tag === 0x5a && rest.slice(0, 4).join() === "0,0,0,5" ? String.fromCharCode(rest[4] ?? 0) : undefined;
}
