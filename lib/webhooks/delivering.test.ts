import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { v7 as uuidv7 } from "uuid";
import { afterEach, expect, it, vi } from "vitest";
import { networksOf } from "@/lib/egress/address";
import { baseEnv } from "@/lib/env";
import { type DeliveryBook, keepDelivering } from "./delivering";
import type { LeasedDelivery } from "./delivery";
import type { Standing } from "./queue";
import { newSecret, sealSecret } from "./secret";

let server: Server;
let delivering: ReturnType<typeof keepDelivering>;

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await delivering.stop();
});

function leasedOf(url: string) {
  const [organization, endpoint] = [uuidv7(), uuidv7()];
  const sealed = sealSecret(newSecret(), { organizationId: organization, endpointId: endpoint });
  return (): LeasedDelivery => ({
    ...{ organization, endpoint, url, sealed, sealed_previous: null, standing: "1", id: uuidv7(), lease: uuidv7() },
    ...{
      event: "role.created",
      type: "role.created",
      event_id: uuidv7(),
      record_id: null,
      record: {},
      test_mode: false,
    },
    created_at: new Date(),
    standards: { currency: "EUR", weightUnit: "kg", dimensionUnit: "cm" },
  });
}

it("what waits behind receivers that stopped answering goes back before their time is over, and others are sent [S88]", async () => {
  const arrived = vi.fn();
  server = createServer(({ url }, response) => {
    if (url !== "/well") return;
    arrived();
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // As many as a process holds, of receivers that answered well until now.
  const hanging = Array.from({ length: 3 }, () => leasedOf(`${at}/hangs`));
  const claims = [hanging.flatMap((next) => Array.from({ length: 128 }, next)), [leasedOf(`${at}/well`)()]];
  const settled: Parameters<DeliveryBook["settleDeliveries"]>[0] = [];
  const leaseDeliveries = () => Promise.resolve({ deliveries: claims.shift() ?? [], slow: 0, after: [] });
  const settleDeliveries = (outcomes: typeof settled) => Promise.resolve(void settled.push(...outcomes));
  const standingEndpoints = (claimed: Standing[]) => Promise.resolve(claimed.map(({ endpoint }) => endpoint));
  delivering = keepDelivering({
    book: { leaseDeliveries, settleDeliveries, standingEndpoints },
    egress: { allowed: networksOf("127.0.0.1") },
    secret: baseEnv().secret,
    logger: pino({ level: "silent" }),
  });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1), { timeout: 30_000 });
  const back = settled.filter((outcome) => "untried" in outcome);
  expect(back.length).toBeGreaterThanOrEqual(128 - 32);
  expect(back.every(({ slow }) => slow)).toBe(true);
  const over = settled.flatMap((outcome) => ("untried" in outcome ? [] : [outcome.url]));
  expect(over).not.toContain(`${at}/hangs`);
}, 60_000);
