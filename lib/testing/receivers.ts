import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach } from "vitest";
import { networksOf } from "@/lib/egress/address";
import { startWorker, type Worker, type WorkerOptions } from "@/lib/jobs/worker";
import { createShipment } from "@/lib/shipments/operations";
import { listDeliveries } from "@/lib/webhooks/delivery-operations";
import { testDatabase } from "./database";
import { someShipment } from "./work-records";
import { guard, type Organization } from "./world";

export const soon = { timeout: 60_000, interval: 50 };
const closing: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

export type Hit = { headers: IncomingHttpHeaders; body: string };

/** A receiver that keeps what it got; `answer` may leave it unanswered. Closed after the test. */
export async function receiver(
  answer: (response: ServerResponse, hit: Hit) => void = (response) => response.end("ok"),
) {
  const hits: Hit[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const hit = { headers: request.headers, body };
    hits.push(hit);
    answer(response, hit);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { hits, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
}

/** A worker that sends to this machine, stopped after the test. */
export async function work(tasks: WorkerOptions["tasks"] = {}): Promise<Worker> {
  const { worker } = await testDatabase();
  const started = await startWorker({
    database: { worker, namedStatements: true },
    tasks,
    logger: pino({ level: "silent" }),
    webhooks: { secret: process.env.BERTH_SECRET ?? "", egress: { allowed: networksOf("127.0.0.1") } },
  });
  closing.unshift(() => started.stop());
  return started;
}

export const ship = (organization: Organization) => organization.owner.handle.run(createShipment, someShipment);

/** What a worker does with what just happened, before it claims. */
export const plan = ({ id }: Organization) => guard`select guard.plan_deliveries(${id}, null)`;

export async function deliveriesOf(organization: Organization, state?: "failed" | "delivered" | "waiting") {
  await plan(organization);
  return (await organization.owner.handle.run(listDeliveries, { limit: 100, ...(state && { state: [state] }) })).data;
}
