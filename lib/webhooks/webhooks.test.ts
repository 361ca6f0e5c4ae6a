import { setTimeout } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { describe, expect, it, vi } from "vitest";
import { encodeId } from "@/lib/ids";
import { sentMails } from "@/lib/testing/mails";
import { deliveriesOf, type Hit, plan, receiver, ship, soon, work } from "@/lib/testing/receivers";
import { insertEndpoint, testSecret } from "@/lib/testing/webhooks";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { findDelivery, replayDelivery } from "./delivery-operations";
import { createWebhook, findWebhook, rotateWebhookSecret, testWebhook } from "./operations";
import { replayDeliveries } from "./replay-operations";

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
    const again = organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 1 });
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "already_rotated" });
    await ship(organization);
    await vi.waitFor(() => expect(hits).toHaveLength(2), soon);
    const { headers: kept, body: same } = hits[1] as Hit;
    for (const valid of [secret, testSecret]) new Webhook(valid).verify(same, kept as Record<string, string>);
    await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 0 });
    await ship(organization);
    await vi.waitFor(() => expect(hits).toHaveLength(3), soon);
    const { headers: later, body: text } = hits[2] as Hit;
    for (const gone of [secret, testSecret])
      expect(() => new Webhook(gone).verify(text, later as Record<string, string>)).toThrow();
    await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 1 });
    await guard`update guard.webhook_endpoints set previous_until = now() where organization_id = ${organization.id}`;
    await organization.owner.handle.run(rotateWebhookSecret, { id, overlapHours: 1 });
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
  });

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
      const tried = (await deliveriesOf(organization)).filter(({ attempts }) => attempts > 0);
      expect(tried).toHaveLength(3);
    }, soon);
    const found = await deliveriesOf(organization);
    const of = (endpoint: string | undefined) =>
      found.find(({ webhook }) => webhook === encodeId("whk", endpoint ?? ""));
    expect((of(ids[0])?.nextTryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_000_000);
    expect(of(ids[1])).toMatchObject({ state: expect.stringMatching(/waiting|sending/), lastStatus: 302 });
    expect(busy.hits).toHaveLength(1);
    expect(of(ids[2])).toMatchObject({ state: "failed", lastStatus: 410 });
    await expect(
      organization.owner.handle.run(findWebhook, { id: encodeId("whk", ids[2] ?? "") }),
    ).resolves.toMatchObject({ state: "disabled", disabledAs: "gone" });
    const [notice] = await guard<{ title: string; path: string }[]>`
      select title, path from public.notices where organization_id = ${organization.id} and kind = 'webhook.disabled'`;
    expect({ ...notice }).toEqual({
      title: "A webhook was disabled",
      path: `/webhooks/${encodeId("whk", ids[2] ?? "")}`,
    });
    await ship(organization);
    expect(
      (await deliveriesOf(organization)).filter(({ webhook }) => webhook === encodeId("whk", ids[2] ?? "")),
    ).toHaveLength(1);
  });

  it("that goes nowhere well for three days disables its endpoint and tells those who see to it [S88]", async () => {
    const organization = await createOrganization();
    const id = await insertEndpoint(organization, { url: "http://10.0.0.1/", events: ["shipment.created"] });
    const driver = await addMember(organization, { role: "driver" });
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
    expect(await sentMails(organization.owner.email)).toMatchObject([
      {
        template: "notice",
        props: {
          title: "A webhook was disabled",
          body: expect.stringContaining("http://10.0.0.1/ has not answered well for three days."),
          path: `/webhooks/${encodeId("whk", id)}`,
        },
      },
    ]);
    expect(await sentMails(driver.email)).toEqual([]);
  });
});

describe("sending again", () => {
  it("keeps the ids: one delivery, or all that failed since a moment", async () => {
    const organization = await createOrganization();
    let well = false;
    const { hits, url } = await receiver((response) => response.writeHead(well ? 200 : 500).end());
    const endpoint = await insertEndpoint(organization, { url, events: ["shipment.created"] });
    for (let n = 0; n < 3; n += 1) await ship(organization);
    await plan(organization);
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

  it("of a test that a receiver answers with 410 disables its endpoint, and one that fails does not [S88]", async () => {
    const organization = await createOrganization();
    const [gone, failing] = [
      await receiver((response) => response.writeHead(410).end()),
      await receiver((response) => response.writeHead(500).end()),
    ];
    const { handle } = organization.owner;
    const ids: string[] = [];
    for (const { url } of [gone, failing]) ids.push(encodeId("whk", await insertEndpoint(organization, { url })));
    for (const id of ids) await handle.run(testWebhook, { id });
    await work();
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "failed")).toHaveLength(2), soon);
    const found = await Promise.all(ids.map((id) => handle.run(findWebhook, { id })));
    expect(found.map(({ state, disabledAs }) => [state, disabledAs])).toEqual([
      ["disabled", "gone"],
      ["active", null],
    ]);
  });
});

describe("a receiver that says it is gone while its endpoint is planned for or changed", () => {
  const said410 = async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver((response) => response.writeHead(410).end());
    const endpoint = await insertEndpoint(organization, { url });
    const id = encodeId("whk", endpoint);
    await organization.owner.handle.run(testWebhook, { id });
    return { organization, endpoint, hits, stateOf: () => organization.owner.handle.run(findWebhook, { id }) };
  };

  it("is disabled as soon as that is over [S88]", async () => {
    const { organization, hits, stateOf } = await said410();
    await guard.begin(async (planning) => {
      await planning`select guard.take_turns(${`webhooks.plan ${organization.id}`})`;
      await work();
      await vi.waitFor(() => expect(hits).toHaveLength(1), soon);
      await setTimeout(300);
      expect(
        await guard`select state, attempts from public.webhook_deliveries where organization_id = ${organization.id}`,
      ).toEqual([{ state: "sending", attempts: 0 }]);
      expect(await stateOf()).toMatchObject({ state: "active" });
    });
    await vi.waitFor(async () => expect(await stateOf()).toMatchObject({ disabledAs: "gone" }), soon);
    expect(await deliveriesOf(organization)).toMatchObject([{ state: "failed", attempts: 1, lastStatus: 410 }]);
    expect(hits).toHaveLength(1);
  });

  it("is not, where it sends elsewhere from then on [S88]", async () => {
    const { organization, endpoint, hits, stateOf } = await said410();
    await guard.begin(async (changing) => {
      await changing`select from guard.webhook_endpoints where id = ${endpoint} for update`;
      await work();
      await vi.waitFor(() => expect(hits).toHaveLength(1), soon);
      await changing`update guard.webhook_endpoints set url = 'https://example.com/hooks' where id = ${endpoint}`;
    });
    await vi.waitFor(async () => expect(await deliveriesOf(organization, "failed")).toHaveLength(1), soon);
    expect(await stateOf()).toMatchObject({ state: "active", disabledAs: null });
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
