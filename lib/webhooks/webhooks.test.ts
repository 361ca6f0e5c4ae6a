import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { networksOf } from "@/lib/egress/address";
import { encodeId } from "@/lib/ids";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { createShipment } from "@/lib/shipments/operations";
import { testDatabase } from "@/lib/testing/database";
import { insertEndpoint, testSecret } from "@/lib/testing/webhooks";
import { someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { findDelivery, listDeliveries, replayDelivery } from "./delivery-operations";
import { createWebhook, findWebhook, rotateWebhookSecret, testWebhook } from "./operations";
import { replayDeliveries } from "./replay-operations";

const soon = { timeout: 30_000, interval: 50 };
const closing: (() => unknown)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

type Hit = { headers: IncomingHttpHeaders; body: string };

/** A receiver that keeps what it got; `answer` may leave it unanswered. */
async function receiver(answer: (response: ServerResponse, hit: Hit) => void = (response) => response.end("ok")) {
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

async function work(): Promise<Worker> {
  const { worker } = await testDatabase();
  const started = await startWorker({
    database: { worker, namedStatements: true },
    tasks: {},
    logger: pino({ level: "silent" }),
    webhooks: { secret: process.env.BERTH_SECRET ?? "", egress: { allowed: networksOf("127.0.0.1") } },
  });
  closing.unshift(() => started.stop());
  return started;
}

const ship = (organization: Organization) => organization.owner.handle.run(createShipment, someShipment);

async function deliveriesOf({ owner }: Organization, state?: "failed" | "delivered" | "waiting") {
  return (await owner.handle.run(listDeliveries, { limit: 100, ...(state && { state: [state] }) })).data;
}

/** As if the time until the next try had passed. */
async function pretendDue({ id }: Organization): Promise<void> {
  await guard`update public.webhook_deliveries set due_at = now() where organization_id = ${id} and state = 'waiting'`;
}

describe("a delivery", () => {
  it("is signed so that the reference library takes it, and names its event [S87]", async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver();
    await insertEndpoint(organization, { url, events: ["shipment.created"] });
    const shipment = await ship(organization);
    await work();
    await vi.waitFor(() => expect(hits).toHaveLength(1), soon);
    const [{ headers, body }] = hits as [Hit];
    const given = headers as Record<string, string>;
    expect(new Webhook(testSecret).verify(body, given)).toMatchObject({
      event: "shipment.created",
      data: { object_type: "shipment", id: shipment.id, reference: shipment.reference },
      organization_id: encodeId("org", organization.id),
    });
    expect(JSON.parse(body).id).toBe(headers["x-event-id"]);
    expect(() => new Webhook(testSecret).verify(`${body} `, given)).toThrow();
    expect(() => new Webhook(testSecret).verify(body, { ...given, "webhook-id": "whd_other" })).toThrow();
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "delivered")).toHaveLength(1), soon);
  });

  it("is signed with both secrets while one replaces the other [S87]", async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver();
    const id = encodeId("whk", await insertEndpoint(organization, { url, events: ["shipment.created"] }));
    const { secret } = await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 1 });
    await ship(organization);
    await work();
    await vi.waitFor(() => expect(hits).toHaveLength(1), soon);
    const [{ headers, body }] = hits as [Hit];
    for (const valid of [secret, testSecret]) new Webhook(valid).verify(body, headers as Record<string, string>);
    await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 0 });
    await ship(organization);
    await vi.waitFor(() => expect(hits).toHaveLength(2), soon);
    const { headers: later, body: text } = hits[1] as Hit;
    for (const gone of [secret, testSecret])
      expect(() => new Webhook(gone).verify(text, later as Record<string, string>)).toThrow();
  });

  it("that fails comes again under the same id, later each time, and ends after ten tries [S88]", async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver((response) =>
      response.writeHead(500).end("key_ACME000abcdefghijklmnop broke"),
    );
    await insertEndpoint(organization, { url, events: ["shipment.created"] });
    await ship(organization);
    await work();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await vi.waitFor(async () => {
        const [found] = await deliveriesOf(organization);
        expect(found).toMatchObject({ attempts: attempt, state: attempt < 10 ? "waiting" : "failed", lastStatus: 500 });
      }, soon);
      const [row] = await guard<{ wait: number }[]>`
        select extract(epoch from due_at - now())::float as wait from public.webhook_deliveries where organization_id = ${organization.id}`;
      if (attempt < 10) waits.push(row?.wait ?? 0);
      await pretendDue(organization);
    }
    const whole = waits.reduce((sum, each) => sum + each, 0) / 86_400;
    expect(whole).toBeGreaterThan(2.5);
    expect(whole).toBeLessThan(3.7);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(hits.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const [{ id = "" } = {}] = await deliveriesOf(organization);
    const { tries, request } = await organization.owner.handle.run(findDelivery, { id });
    expect(tries).toHaveLength(10);
    expect(tries[0]?.answer).toBe("[hidden] broke");
    expect(request.body).toBe(hits[0]?.body);
    expect(JSON.stringify(request)).not.toContain(String(hits[0]?.headers["webhook-signature"]));
  }, 90_000);

  it("waits as long as the receiver asks for; a redirect fails, and 410 disables [S88]", async () => {
    const organization = await createOrganization();
    const busy = await receiver((response) => response.writeHead(429, { "retry-after": "7200" }).end());
    const moved = await receiver((response) => response.writeHead(302, { location: busy.url }).end());
    const gone = await receiver((response) => response.writeHead(410).end());
    const ids: string[] = [];
    for (const { url } of [busy, moved, gone])
      ids.push(await insertEndpoint(organization, { url, events: ["shipment.created"] }));
    await ship(organization);
    await work();
    await vi.waitFor(async () => {
      const tried = (await deliveriesOf(organization)).filter(({ attempts }) => attempts === 1);
      expect(tried).toHaveLength(3);
    }, soon);
    const found = await deliveriesOf(organization);
    const of = (endpoint: string | undefined) =>
      found.find(({ webhook }) => webhook === encodeId("whk", endpoint ?? ""));
    expect((of(ids[0])?.nextTryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_000_000);
    expect(of(ids[1])).toMatchObject({ state: "waiting", lastStatus: 302 });
    expect(busy.hits).toHaveLength(1);
    expect(of(ids[2])).toMatchObject({ state: "failed", lastStatus: 410 });
    await expect(
      organization.owner.handle.run(findWebhook, { id: encodeId("whk", ids[2] ?? "") }),
    ).resolves.toMatchObject({ state: "disabled", disabledAs: "gone" });
    const [notice] = await guard<{ title: string }[]>`
      select title from public.notices where organization_id = ${organization.id} and kind = 'webhook.disabled'`;
    expect(notice?.title).toBe("A webhook was disabled");
    await ship(organization);
    expect(
      (await deliveriesOf(organization)).filter(({ webhook }) => webhook === encodeId("whk", ids[2] ?? "")),
    ).toHaveLength(1);
  });

  it("that goes nowhere well for three days disables its endpoint and tells those who see to it [S88]", async () => {
    const organization = await createOrganization();
    const id = await insertEndpoint(organization, { url: "http://10.0.0.1/", events: ["shipment.created"] });
    await guard`update guard.webhook_endpoints set failing_since = now() - interval '73 hours' where id = ${id}`;
    await ship(organization);
    await ship(organization);
    await work();
    await vi.waitFor(async () => {
      const shown = await organization.owner.handle.run(findWebhook, { id: encodeId("whk", id) });
      expect(shown).toMatchObject({ state: "disabled", disabledAs: "failing", waiting: 0 });
    }, soon);
    expect((await deliveriesOf(organization, "failed")).map(({ lastError }) => lastError)).toContain("disabled");
    const told =
      await guard`select from public.notices where organization_id = ${organization.id} and kind = 'webhook.disabled'`;
    expect(told).toHaveLength(1);
  });
});

describe("sending again", () => {
  it("keeps the ids: one delivery, or all that failed since a moment", async () => {
    const organization = await createOrganization();
    let well = false;
    const { hits, url } = await receiver((response) => response.writeHead(well ? 200 : 500).end());
    const endpoint = await insertEndpoint(organization, { url, events: ["shipment.created"] });
    for (let n = 0; n < 3; n += 1) await ship(organization);
    await guard`update public.webhook_deliveries set attempts = 9 where organization_id = ${organization.id}`;
    await work();
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "failed")).toHaveLength(3), soon);
    well = true;
    const before = await deliveriesOf(organization);
    await organization.owner.handle.run(replayDelivery, { id: before[0]?.id ?? "" });
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "delivered")).toHaveLength(1), soon);
    const since = { id: encodeId("whk", endpoint), since: new Date(Date.now() - 60_000).toISOString() };
    expect(await organization.owner.handle.run(replayDeliveries, since)).toEqual({ deliveries: 2 });
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "delivered")).toHaveLength(3), soon);
    const ids = hits.map(({ headers }) => `${headers["webhook-id"]} ${headers["x-event-id"]}`);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(3);
    expect((await deliveriesOf(organization)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("of a test goes to its endpoint alone, once, whatever becomes of it [S89]", async () => {
    const organization = await createOrganization();
    const [one, other] = [await receiver((response) => response.writeHead(500).end()), await receiver()];
    const id = encodeId("whk", await insertEndpoint(organization, { url: one.url, events: ["role.created"] }));
    await insertEndpoint(organization, { url: other.url });
    await organization.owner.handle.run(testWebhook, { id });
    await work();
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "failed")).toHaveLength(1), soon);
    expect(JSON.parse(one.hits[0]?.body ?? "{}")).toMatchObject({ event: "webhook.test", data: { url: one.url } });
    expect(other.hits).toHaveLength(0);
  });
});

describe("who makes one", () => {
  it("holds what it is sent [S89]", async () => {
    const organization = await createOrganization();
    const { handle } = await addMember(organization, { role: "developer" });
    const to = { url: "https://example.com/hooks" };
    await expect(handle.run(createWebhook, { ...to, events: ["key.created"] })).resolves.toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
    });
    for (const events of [["*"], ["key.created", "shipment.created"], ["shipment_purchased"]])
      await expect(handle.run(createWebhook, { ...to, events })).rejects.toMatchObject({ reason: "above_own_rights" });
  });

  it("is told at the field what is wrong", async () => {
    const { owner } = await createOrganization();
    const asked = (url: string, events = ["*"]) => owner.handle.run(createWebhook, { url, events });
    await expect(asked("https://169.254.169.254/")).rejects.toMatchObject({ fields: { url: [expect.any(String)] } });
    await expect(asked("https://example.com/", ["shipment.exploded"])).rejects.toMatchObject({
      fields: { events: ["There is no event shipment.exploded."] },
    });
  });

  it("leaves no secret that opens elsewhere [S73 S108]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const { hits, url } = await receiver();
    const theirs = await insertEndpoint(b, { url, events: ["shipment.created"] });
    const { id, secret } = await a.owner.handle.run(createWebhook, { url: "https://example.com/", events: ["*"] });
    const kept = await guard<{ whole: string }[]>`select to_jsonb(w)::text as whole from guard.webhook_endpoints w
      union all select coalesce(e.before::text, '') || coalesce(e.after::text, '') from audit.entries e where organization_id = ${a.id}`;
    for (const { whole } of kept) expect(whole).not.toContain(secret.slice(6, 30));
    expect(id).toMatch(/^whk_/);
    await guard`update guard.webhook_endpoints set sealed_secret = (select sealed_secret from guard.webhook_endpoints
      where organization_id = ${a.id}) where id = ${theirs}`;
    await ship(b);
    await work();
    await vi.waitFor(async () => expect((await deliveriesOf(b))[0]).toMatchObject({ lastError: "internal" }), soon);
    expect(hits).toHaveLength(0);
  });
});

describe("fairness [S88]", () => {
  it("a receiver that never answers keeps nobody else waiting", async () => {
    const [hostile, other] = [await createOrganization(), await createOrganization()];
    const never = await receiver(() => undefined);
    const well = await receiver();
    for (let n = 0; n < 3; n += 1) await insertEndpoint(hostile, { url: never.url, events: ["shipment.created"] });
    await insertEndpoint(other, { url: well.url, events: ["shipment.created"] });
    for (let n = 0; n < 20; n += 1) await ship(hostile);
    await work();
    await vi.waitFor(() => expect(never.hits.length).toBeGreaterThan(0), soon);
    for (let n = 0; n < 20; n += 1) await ship(other);
    await vi.waitFor(async () => expect(await deliveriesOf(other, "delivered")).toHaveLength(20), soon);
    // All that while the hostile one got no answer and had no more than its share under way.
    expect(await deliveriesOf(hostile, "delivered")).toHaveLength(0);
    const [busy] = await guard<{ n: number }[]>`select count(*)::int as n from public.webhook_deliveries
      where organization_id = ${hostile.id} and state = 'sending'`;
    expect(busy?.n).toBeLessThanOrEqual(6);
  }, 90_000);
});

describe("a receiver that does not answer in time [S88]", () => {
  it("is sent little at a time from then on, what waited behind it comes untried again, and a late word of it counts for nothing", async () => {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
    const isSlow = async () =>
      (await guard<{ is_slow: boolean }[]>`select is_slow from guard.webhook_endpoints where id = ${endpoint}`)[0]
        ?.is_slow;
    await guard`update guard.webhook_endpoints set is_slow = false where id = ${endpoint}`;
    for (let n = 0; n < 5; n += 1) await ship(organization);
    const before = "00000000-0000-0000-0000-000000000000";
    const claim = async () => {
      const [row] = await guard<{ claimed: { deliveries: { organization: string; id: string; lease: string }[] } }[]>`
        select guard.lease_deliveries(64, 64, 60, array[${organization.id}, ${before}]::uuid[]) as claimed`;
      return row?.claimed.deliveries.filter((each) => each.organization === organization.id) ?? [];
    };
    const [, ...waiting] = await claim();
    expect(waiting).toHaveLength(4);
    const giveBack = async (slow: boolean) => {
      const back = waiting.map(({ organization: of, id, lease }) => ({
        organization: of,
        id,
        lease,
        untried: true,
        slow,
      }));
      await guard`select guard.settle_deliveries(${guard.json(back)})`;
    };
    await giveBack(true);
    expect(await isSlow()).toBe(true);
    expect(await deliveriesOf(organization, "waiting")).toHaveLength(4);
    expect(await claim()).toHaveLength(1); // two at once, and the first is under way
    await guard`update guard.webhook_endpoints set is_slow = false where id = ${endpoint}`;
    await giveBack(true);
    expect(await isSlow()).toBe(false);
  });
});

describe("an organization with a thousand receivers that hang [S88]", () => {
  it("has eight of them under way at once, and another organization is claimed for beside them", async () => {
    const [hostile, other] = [await createOrganization(), await createOrganization()];
    await guard`insert into guard.webhook_endpoints (organization_id, id, url, events, sealed_secret)
      select ${hostile.id}, guard.uuid7(), 'https://example.com/' || n, '{*}', 'none' from generate_series(1, 1000) n`;
    await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, due_at, created_at)
      select w.organization_id, guard.uuid7(), w.id, guard.uuid7(), 'role.created', now(), now()
      from guard.webhook_endpoints w, generate_series(1, 2) where w.organization_id = ${hostile.id}`;
    await insertEndpoint(other, { events: ["shipment.created"] });
    await guard`update guard.webhook_endpoints set is_slow = false where organization_id = ${other.id}`;
    for (let n = 0; n < 20; n += 1) await ship(other);
    const sending = async ({ id }: Organization) =>
      (await guard`select from public.webhook_deliveries where organization_id = ${id} and state = 'sending'`).length;
    // From the hostile organization's first endpoint on, as a claim that ended just before it goes on.
    const before = "00000000-0000-0000-0000-000000000000";
    for (let claim = 0; claim < 2; claim += 1)
      await guard`select guard.lease_deliveries(64, 64, 60, array[${hostile.id}, ${before}]::uuid[])`;
    expect(await sending(hostile)).toBe(8);
    expect(await sending(other)).toBe(20);
    await guard`delete from public.webhook_deliveries where organization_id = ${hostile.id}`;
  });
});

describe("a worker that is killed again and again [S118]", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  it("loses nothing, and what comes twice carries the same id", async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver((response) => setTimeout(() => response.end(), 30));
    await insertEndpoint(organization, { url, events: ["shipment.created"] });
    const made: string[] = [];
    for (let n = 0; n < 30; n += 1) made.push((await ship(organization)).id);
    const { app, auth, worker, owner } = await testDatabase();
    for (let kill = 0; kill < 3; kill += 1) {
      const before = hits.length;
      const child = spawn(process.execPath, ["--import", "tsx", "lib/jobs/main.ts"], {
        stdio: "ignore",
        env: {
          ...process.env,
          ...{ DATABASE_URL: app, DATABASE_AUTH_URL: auth, DATABASE_WORKER_URL: worker, DATABASE_OWNER_URL: owner },
          ...{ EGRESS_ALLOW: "127.0.0.1", LOG_LEVEL: "silent" },
        },
      });
      children.push(child);
      await vi.waitFor(() => expect(hits.length).toBeGreaterThan(before), { timeout: 40_000, interval: 5 });
      child.kill("SIGKILL");
      await once(child, "exit");
      // As if the dead worker's leases had ended.
      await guard`update public.webhook_deliveries set leased_until = now() where state = 'sending'`;
    }
    await work();
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "delivered")).toHaveLength(30), soon);
    const sent = new Map<string, Set<unknown>>();
    for (const { headers, body } of hits) {
      const record = String(JSON.parse(body).data.id);
      sent.set(record, (sent.get(record) ?? new Set()).add(headers["webhook-id"]));
    }
    expect([...sent.keys()].sort()).toEqual([...made].sort());
    expect([...sent.values()].filter((ids) => ids.size !== 1)).toEqual([]);
  }, 150_000);
});
