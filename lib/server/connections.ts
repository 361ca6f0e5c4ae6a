import type { Server } from "node:http";
import type { Socket } from "node:net";

const mostWaiting = 2_000;
const mostConnections = 20_000;

/** Server options that keep a slow or talkative client from holding what others need. */
export const serverLimits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
} as const;

/** Bodies larger than this are refused by their announced length; routes set lower limits of their own. */
const largestBody = 12_000_000;
/** Files of records are kept as they come in, and never held whole. */
const largestUpload = 50_100_000;

/** What a body of this path may announce. */
export function largestBodyOf(path: string): number {
  return /^\/api\/v1\/imports\/[\w-]+$/.test(path) ? largestUpload : largestBody;
}

/**
 * Closes the longest waiting connections first when too many have no whole request under way: those between requests,
 * those that drip their headers, and those that drip a body. Who has sent everything is never closed for others.
 * `most`: how many may wait.
 */
export function limitConnections(server: Server, most = mostWaiting): void {
  const waiting = new Set<Socket>();
  const wait = (socket: Socket) => {
    if (socket.destroyed) return;
    waiting.add(socket);
    if (waiting.size <= most) return;
    const [oldest] = waiting;
    oldest?.destroy();
  };
  server.maxConnections = mostConnections;
  server.on("connection", (socket: Socket) => {
    wait(socket);
    socket.once("close", () => waiting.delete(socket));
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    const hasBody = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"]) > 0;
    waiting.delete(socket);
    if (hasBody) {
      waiting.add(socket);
      request.once("end", () => {
        if (!response.writableFinished) waiting.delete(socket);
      });
    }
    response.once("finish", () => wait(socket));
  });
}
