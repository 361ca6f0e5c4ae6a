import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export type Proxy = {
  /** The database's address, by way of the proxy. */
  url: string;
  /** Milliseconds by which answers are held back. */
  delay: number;
  /** Round trips since it was last asked: how often something was sent after something was heard. */
  trips(): number;
  close(): Promise<void>;
};

/**
 * Stands between a client and its database, holds every answer back for `delay` milliseconds and counts round trips:
 * what goes out before the answer to the first of it is one.
 */
export async function delayingProxy(database: string, delay: number): Promise<Proxy> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let trips = 0;
  const proxy: Proxy = {
    url: "",
    delay,
    trips() {
      const counted = trips;
      trips = 0;
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
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true));
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (sent) => {
      if (heard) trips += 1;
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
