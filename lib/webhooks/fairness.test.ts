import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { deliveriesOf, receiver, ship, soon, work } from "@/lib/testing/receivers";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { untilWorkersGone } from "@/lib/testing/workers";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";

type Claimed = { organization: string; deliveries: { id: string; lease: string }[] };

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
  });
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
      const [row] = await guard<{ claimed: { endpoints: Claimed[] } }[]>`
        select guard.lease_deliveries(64, 64, 60, array[${organization.id}, ${before}]::uuid[]) as claimed`;
      const own = row?.claimed.endpoints.filter((each) => each.organization === organization.id) ?? [];
      return own.flatMap(({ deliveries }) => deliveries);
    };
    const [, ...waiting] = await claim();
    expect(waiting).toHaveLength(4);
    const giveBack = async (slow: boolean) => {
      const back = waiting.map(({ id, lease }) => ({
        organization: organization.id,
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

it("an organization has so much under way at once and no more, however well its receivers answer [S88]", async () => {
  const organization = await createOrganization();
  await guard`insert into guard.webhook_endpoints (organization_id, id, url, events, sealed_secret, is_slow)
    select ${organization.id}, guard.uuid7(), 'https://example.com/' || n, '{*}', 'none', false from generate_series(1, 3) n`;
  await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, due_at, created_at)
    select w.organization_id, guard.uuid7(), w.id, guard.uuid7(), 'role.created', now(), now()
    from guard.webhook_endpoints w, generate_series(1, 200) where w.organization_id = ${organization.id}`;
  const before = "00000000-0000-0000-0000-000000000000";
  for (const most of [200, 1000, 1000])
    await guard`select guard.lease_deliveries(${most}, 64, 60, array[${organization.id}, ${before}]::uuid[])`;
  const sending = await guard<{ n: number }[]>`select count(*)::int as n from public.webhook_deliveries
    where organization_id = ${organization.id} and state = 'sending' group by endpoint_id order by 1 desc`;
  expect(sending.map(({ n }) => n)).toEqual([192, 64]);
  await guard`delete from public.webhook_deliveries where organization_id = ${organization.id}`;
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
      await vi.waitFor(() => expect(hits.length).toBeGreaterThan(before), { timeout: 120_000, interval: 5 });
      child.kill("SIGKILL");
      await once(child, "exit");
      await untilWorkersGone();
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
  });
});
