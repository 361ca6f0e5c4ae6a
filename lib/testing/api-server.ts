import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { answerOverNode } from "@/lib/server/api";
import { createListener } from "@/lib/server/listener";
import { createMetrics } from "@/lib/server/metrics";

const rootUrl = new URL("http://berth.localhost:3000");

export type Seen = { method: string; url: string; status: number; headers: Record<string, unknown> };

/** A real server for the file that calls this, as `npm run api` is one, at a port of its own. `asLocalhost`: as behind a proxy. */
export function serveApi({ asLocalhost = true } = {}) {
  let server: Server | undefined;
  const seen: Seen[] = [];
  beforeAll(async () => {
    const listener = createListener({
      rootUrl,
      trusted: [],
      handle: answerOverNode,
      readiness: () => Promise.resolve({ ready: true, database: "ok", migrations: "current" }),
      metrics: createMetrics(undefined, () => Promise.reject(new Error("no queue here"))),
      draining: () => false,
    });
    server = createServer((incoming, outgoing) => {
      // As a proxy in front does: the installation's port is another than this one.
      if (asLocalhost) incoming.headers.host = `localhost:${rootUrl.port}`;
      const { method = "", url = "", headers } = incoming;
      outgoing.on("finish", () => seen.push({ method, url, status: outgoing.statusCode, headers }));
      void listener(incoming, outgoing);
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const address = () => server?.address() as AddressInfo; // it listens on a port
  return { url: () => `http://127.0.0.1:${address().port}`, port: () => address().port, seen };
}
