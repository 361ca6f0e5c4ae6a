import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { networkOf } from "../limits/network";

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
 * Closes connections when too many have no whole request under way: those between requests, those that drip their headers, and
 * those that drip a body. The longest waiting one goes first, of the network that has the most of them: so nobody crowds others
 * out, and a proxy, behind which all are one, needs no leave. Who has sent everything is never closed for others. `most`: how many
 * may wait.
 */
export function limitConnections(server: Server, most = mostWaiting): void {
  const waiting = new Waiting();
  const wait = (socket: Socket, request?: IncomingMessage) => {
    if (socket.destroyed) return;
    waiting.add(socket, request);
    while (waiting.size > most) waiting.dropOne();
  };
  server.maxConnections = mostConnections;
  server.on("connection", (socket: Socket) => {
    wait(socket);
    socket.once("close", () => waiting.delete(socket));
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    waiting.delete(socket);
    if (hasBody(request)) wait(socket, request);
    response.once("finish", () => wait(socket));
  });
}

/** Waiting connections by network, in the order in which they began to wait, with the request whose body they send. */
class Waiting {
  readonly #networks = new Map<string, Map<Socket, IncomingMessage | undefined>>();
  readonly #known = new WeakMap<Socket, string>();
  size = 0;

  add(socket: Socket, request: IncomingMessage | undefined): void {
    this.delete(socket);
    const network = this.#known.get(socket) ?? networkOf(socket.remoteAddress ?? "");
    this.#known.set(socket, network);
    const sockets = this.#networks.get(network) ?? new Map<Socket, IncomingMessage | undefined>();
    this.#networks.set(network, sockets.set(socket, request));
    this.size += 1;
  }

  delete(socket: Socket): void {
    const network = this.#known.get(socket) ?? "";
    const sockets = this.#networks.get(network);
    if (!sockets?.delete(socket)) return;
    if (sockets.size === 0) this.#networks.delete(network);
    this.size -= 1;
  }

  dropOne(): void {
    let most = new Map<Socket, IncomingMessage | undefined>();
    for (const sockets of this.#networks.values()) if (sockets.size > most.size) most = sockets;
    const [longest] = most;
    if (!longest) return;
    const [socket, request] = longest;
    this.delete(socket);
    if (!request?.complete) socket.destroy();
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"]) > 0;
}

/**
 * Waits until a body has come in, or as much of it as is held before it is read: whoever drips one makes nobody work but
 * himself. False where the client went away first.
 */
export function bodyCameIn(request: IncomingMessage): Promise<boolean> {
  if (!hasBody(request)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (came: boolean) => {
      request.off("readable", look).off("end", look).off("close", gone);
      resolve(came);
    };
    const gone = () => settle(request.complete);
    const look = () => {
      const enough = request.complete || request.readableLength >= request.readableHighWaterMark;
      if (enough) settle(true);
      else request.read(0);
    };
    request.on("readable", look).on("end", look).on("close", gone);
  });
}
