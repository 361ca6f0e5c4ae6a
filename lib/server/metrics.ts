import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { poolFigures } from "@/db/connection";
import { callLogFigures } from "../access/call-log";
import type { QueueFigures } from "../jobs/figures";
import type { RequestNote } from "../log";

export type Metrics = {
  observe(request: IncomingMessage, response: ServerResponse, note: RequestNote): void;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Figures for Prometheus: requests by kind, operation and status, connections, the queue, the process. Nothing in them
 * names an organization or a person. Without a token they are not served at all.
 */
export function createMetrics(token: string | undefined, queue: () => Promise<QueueFigures | undefined>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: "berth_http_request_duration_seconds",
    help: "Time from a request's arrival to the end of its answer.",
    labelNames: ["kind", "operation", "method", "status"],
    buckets: seconds,
    registers,
  });
  const aborted = new Counter({
    name: "berth_http_requests_aborted_total",
    help: "Requests whose client left before the answer was whole.",
    registers,
  });
  const underWay = new Gauge({ name: "berth_http_requests_under_way", help: "Requests being answered.", registers });
  new Gauge({
    name: "berth_database_connections",
    help: "The request path's connections by state; waiting counts requests that want one.",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, count] of Object.entries(poolFigures())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "berth_calls_waiting",
    help: "Calls of the API that are still to be written into their organizations' logs.",
    registers,
    collect() {
      this.set(callLogFigures().waiting);
    },
  });
  for (const [name, help] of [
    ["written", "Calls of the API that this process wrote into their organizations' logs."],
    ["dropped", "Calls of the API that were never written down: more came than could be."],
  ] as const)
    new Counter({
      name: `berth_calls_${name}_total`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(callLogFigures()[name]);
      },
    });
  const jobs = new Gauge({
    name: "berth_jobs",
    help: "Jobs of the installation that are not done, by state.",
    labelNames: ["state"],
    registers,
  });
  const oldest = new Gauge({
    name: "berth_oldest_job_seconds",
    help: "Age of the oldest job that is still to be done.",
    registers,
  });
  const queueSeen = new Gauge({ name: "berth_queue_up", help: "1 where the queue could be asked.", registers });

  async function collectQueue(): Promise<void> {
    jobs.reset();
    try {
      const figures = await queue();
      queueSeen.set(figures ? 1 : 0);
      if (!figures) return;
      jobs.set({ state: "waiting" }, figures.waiting);
      jobs.set({ state: "leased" }, figures.leased);
      jobs.set({ state: "failed" }, figures.failed);
      oldest.set(figures.oldest_seconds);
    } catch {
      queueSeen.set(0);
    }
  }

  return {
    observe(request, response, note) {
      const started = process.hrtime.bigint();
      underWay.inc();
      response.once("close", () => {
        underWay.dec();
        if (!response.writableFinished) aborted.inc();
        requests.observe(
          {
            kind: kindOf(request.url ?? "/"),
            operation: note.operation ?? "none",
            method: knownMethods.has(request.method ?? "") ? (request.method ?? "") : "other",
            status: `${Math.floor(response.statusCode / 100)}xx`,
          },
          Number(process.hrtime.bigint() - started) / 1e9,
        );
      });
    },
    async answer(request, response) {
      if (!token) return end(response, 404, "There is nothing here.\n");
      if (!isToken(request.headers.authorization, token)) {
        response.setHeader("WWW-Authenticate", "Bearer");
        return end(response, 401, "Send the token of METRICS_TOKEN as a bearer token.\n");
      }
      await collectQueue();
      response.setHeader("Content-Type", registry.contentType);
      end(response, 200, await registry.metrics());
    },
  };
}

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const kinds: [RegExp, string][] = [
  [/^\/_next\//, "static"],
  [/^\/(api\/)?graphql(\/|$)/, "graphql"],
  [/^\/api\//, "api"],
  [/^\/(healthz|readyz|metrics)$/, "health"],
];

function kindOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? "page";
}

function isToken(header: string | undefined, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function end(response: ServerResponse, status: number, body: string): void {
  if (!response.hasHeader("Content-Type")) response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-store");
  response.writeHead(status);
  response.end(body);
}
