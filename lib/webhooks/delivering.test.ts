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

function delivered(book: Omit<DeliveryBook, "standingEndpoints">) {
  const standingEndpoints = (claimed: Standing[]) => Promise.resolve(claimed.map(({ endpoint }) => endpoint));
  return keepDelivering({
    book: { ...book, standingEndpoints },
    egress: { allowed: networksOf("127.0.0.1") },
    secret: baseEnv().secret,
    logger: pino({ level: "silent" }),
  });
}

function leasedOf(url: string, isSlow = false) {
  const [organization, endpoint] = [uuidv7(), uuidv7()];
  const sealed = sealSecret(newSecret(), { organizationId: organization, endpointId: endpoint });
  return (): LeasedDelivery => ({
    ...{
      organization,
      endpoint,
      url,
      sealed,
      sealed_previous: null,
      standing: "1",
      is_slow: isSlow,
      id: uuidv7(),
      lease: uuidv7(),
    },
    ...{
      event: "role.created",
      type: "role.created",
      event_id: uuidv7(),
      record_id: null,
      record: {},
      test_mode: false,
    },
    created_at: new Date().toISOString(),
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
  const leaseDeliveries = () => Promise.resolve({ deliveries: claims.shift() ?? [], after: [], more: false });
  const settleDeliveries = (outcomes: typeof settled) => {
    settled.push(...outcomes);
    return Promise.resolve([]);
  };
  delivering = delivered({ leaseDeliveries, settleDeliveries });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1), { timeout: 60_000 });
  const back = settled.filter((outcome) => "untried" in outcome);
  expect(back.length).toBeGreaterThanOrEqual(128 - 32);
  expect(back.every(({ slow }) => slow)).toBe(true);
  const over = settled.flatMap((outcome) => ("untried" in outcome ? [] : [outcome.url]));
  expect(over).not.toContain(`${at}/hangs`);
});

it("asks for as many of slow receivers as it has room for, whatever was claimed together with them [S88]", async () => {
  server = createServer(async ({ url }, response) => {
    if (url === "/slow") await new Promise((resolve) => setTimeout(resolve, 300));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [slow, well] = [leasedOf(`${at}/slow`, true), leasedOf(`${at}/well`)];
  const claims = [[slow(), well(), well()]];
  const asked: number[] = [];
  const settleDeliveries = vi.fn(() => Promise.resolve([]));
  delivering = delivered({
    leaseDeliveries: ({ slow }) => {
      asked.push(slow);
      return Promise.resolve({ deliveries: claims.shift() ?? [], after: [], more: false });
    },
    settleDeliveries,
  });
  await vi.waitFor(() => expect(asked.slice(1)).toEqual(expect.arrayContaining([63, 64])), { timeout: 60_000 });
  expect(new Set(asked)).toEqual(new Set([63, 64]));
});

it("writes down once more what could not be written down", async () => {
  server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = [[leasedOf(`${at}/well`)()]];
  const settleDeliveries = vi.fn().mockRejectedValueOnce(new Error("deadlock detected")).mockResolvedValue([]);
  delivering = delivered({
    leaseDeliveries: () => Promise.resolve({ deliveries: claims.shift() ?? [], after: [], more: false }),
    settleDeliveries,
  });
  await vi.waitFor(() => expect(settleDeliveries).toHaveBeenCalledTimes(2), { timeout: 60_000 });
  expect(settleDeliveries.mock.calls[1]).toEqual(settleDeliveries.mock.calls[0]);
});

it("claims on at once while there is more to plan, also where nothing is claimed yet [S88]", async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const leaseDeliveries = vi.fn<DeliveryBook["leaseDeliveries"]>();
  for (let claim = 0; claim < 40; claim += 1)
    leaseDeliveries.mockResolvedValueOnce({ deliveries: [], after: [], more: true });
  leaseDeliveries.mockResolvedValue({ deliveries: [], after: [], more: false });
  delivering = delivered({ leaseDeliveries, settleDeliveries: () => Promise.resolve([]) });
  // Half a second lies between two claims that bring nothing.
  await vi.waitFor(() => expect(leaseDeliveries.mock.calls.length).toBeGreaterThan(40), { timeout: 60_000 });
});
