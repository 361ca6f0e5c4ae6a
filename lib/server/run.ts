import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { EmbeddedDatabase } from "@/db/embedded";
import { type BaseEnv, baseEnv, env } from "../env";
import { queueFigures } from "../jobs/figures";
import { log } from "../log";
import { runDrain, runShutdown } from "../shutdown";
import { limitConnections, serverLimits } from "./connections";
import { prepareDatabase } from "./database";
import { StartError, startFault } from "./faults";
import { createListener } from "./listener";
import { createMetrics } from "./metrics";
import { parseNetworks } from "./peer";
import { readinessProbe } from "./readiness";
import { startInlineWorker } from "./worker";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

type Parts = {
  server: Server | undefined;
  worker: { stop(): Promise<void> } | undefined;
  app: App | undefined;
  database: EmbeddedDatabase | undefined;
  sockets: Set<Socket>;
  stopping: boolean;
};

type Kind = { development: boolean; apiOnly: boolean };

/**
 * Starts everything that `npm start`, `npm run dev` and `npm run api` promise; a failed start is told in words and ends
 * the process.
 */
export async function runServer(kind: Kind): Promise<void> {
  const parts: Parts = {
    server: undefined,
    worker: undefined,
    app: undefined,
    database: undefined,
    sockets: new Set(),
    stopping: false,
  };
  stopOnSignals(parts);
  try {
    await start(parts, kind);
  } catch (error) {
    if (parts.stopping) return;
    console.error(startFault(error));
    await stop(parts);
    process.exit(1);
  }
}

async function start(parts: Parts, { development, apiOnly }: Kind): Promise<void> {
  if (!development && !process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });
  const settings = baseEnv();
  if (!development && !apiOnly && !existsSync(`${projectRoot}.next/BUILD_ID`))
    throw new StartError("There is no build yet: run npm run build first.");
  const trusted = readTrusted(settings);
  const door = openDoor();
  parts.server = door.server;
  door.server.on("connection", (socket: Socket) => {
    parts.sockets.add(socket);
    socket.once("close", () => parts.sockets.delete(socket));
  });
  await listen(door.server, settings);
  parts.database = await prepareDatabase();
  const app = apiOnly ? await apiApp() : await pagesApp(door.server, settings, development);
  parts.app = app;
  parts.worker = await startInlineWorker(apiOnly ? "off" : settings.worker);
  door.answerWith(
    createListener({
      rootUrl: settings.rootUrl,
      trusted,
      handle: app.handle,
      readiness: readinessProbe(env().database.app),
      metrics: createMetrics(settings.metricsToken, queueFigures(env().database.worker)),
      draining: () => parts.stopping,
    }),
  );
  log.info(apiOnly ? `The API alone is on port ${settings.port}` : `Berth is at ${settings.rootUrl.origin}`);
}

type App = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close(): Promise<void>;
};

async function apiApp(): Promise<App> {
  const { answerOverNode } = await import("./api");
  return { handle: answerOverNode, close: () => Promise.resolve() };
}

async function pagesApp(server: Server, { port }: BaseEnv, development: boolean): Promise<App> {
  const { default: next } = await import("next");
  // Next shortens a redirect to the host named here to a path: so it must be one that we never redirect to.
  const hostname = "localhost";
  // Next takes WebSockets on this server, past our listener: only development, for reloading, needs that.
  const httpServer = development ? server : createServer();
  const app = next({ dev: development, dir: projectRoot, hostname, port, httpServer });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

/** A server that says 503 until it is told how to answer, so that a taken port is known before anything else starts. */
function openDoor(): { server: Server; answerWith(listener: RequestListener): void } {
  let current: RequestListener = (_request, response) => {
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain" });
    response.end("Berth is starting.\n");
  };
  const server = createServer(serverLimits, (request, response) => current(request, response));
  limitConnections(server);
  return {
    server,
    answerWith(listener) {
      current = listener;
    },
  };
}

function readTrusted(settings: BaseEnv) {
  try {
    return parseNetworks(settings.trustedProxies);
  } catch (cause) {
    throw new StartError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function listen(server: Server, { port, loopback }: BaseEnv): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(listenFault(cause, port)));
    server.listen({ port, host: loopback ? "127.0.0.1" : undefined }, resolve);
  });
}

function listenFault(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code === "EADDRINUSE")
    return new StartError(`Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`, {
      cause,
    });
  if (cause.code === "EACCES")
    return new StartError(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`, { cause });
  return cause;
}

function stopOnSignals(parts: Parts): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (parts.stopping) return;
      parts.stopping = true;
      log.info("Stopping");
      stop(parts).then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "stopping failed");
          process.exit(1);
        },
      );
    });
}

async function stop(parts: Parts): Promise<void> {
  await runDrain();
  if (parts.server?.listening) await drain(parts.server, parts.sockets);
  await parts.worker?.stop();
  await runShutdown();
  await parts.app?.close();
  await parts.database?.stop();
}

/** Waits for what is under way; then cuts everything, also WebSockets, which `closeAllConnections` does not know. */
async function drain(server: Server, sockets: Set<Socket>): Promise<void> {
  const late = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, drainFor());
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(late);
}

function drainFor(): number {
  return process.env.NODE_ENV === "production" ? 10_000 : 500;
}
