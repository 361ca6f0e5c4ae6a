import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { plan, ship } from "@/lib/testing/receivers";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { findDelivery, listDeliveries, replayDelivery } from "./delivery-operations";
import { updateWebhook } from "./operations";
import { countReplay, replayDeliveries } from "./replay-operations";

/** An endpoint that was sent everything, and then keys' events alone, so that a developer sees to it too. */
async function narrowed(state: "failed" | "waiting" | "sending") {
  const organization = await createOrganization();
  const developer = (await addMember(organization, { role: "developer" })).handle;
  const endpoint = await insertEndpoint(organization);
  await ship(organization);
  await plan(organization);
  await guard`update public.webhook_deliveries set state = ${state}, lease = gen_random_uuid(),
    leased_until = now() + interval '1 minute' where organization_id = ${organization.id}`;
  const id = encodeId("whk", endpoint);
  await organization.owner.handle.run(updateWebhook, { id, events: ["key.created"] });
  return { organization, developer, id };
}

async function ofShipments({ owner }: Organization) {
  const { data } = await owner.handle.run(listDeliveries, { event: ["shipment.created"] });
  expect(data).toHaveLength(1);
  return data;
}

it.each(["waiting", "sending"] as const)(
  "what an endpoint is not sent any more does not go to its next address, were it %s [S89]",
  async (state) => {
    const { organization, developer, id } = await narrowed(state);
    await developer.run(updateWebhook, { id, url: "https://elsewhere.example/hooks" });
    for (const { state: now } of await ofShipments(organization)) expect(now).toBe("failed");
  },
);

it("what an endpoint was sent before goes to nobody who may not see it, sent again [S89]", async () => {
  const { organization, developer, id } = await narrowed("failed");
  await developer.run(updateWebhook, { id, url: "https://elsewhere.example/hooks" });
  const since = new Date(Date.now() - 3_600_000).toISOString();
  expect(await developer.run(replayDeliveries, { id, since, only: "all" })).toEqual({ deliveries: 0 });
  for (const { id: delivery, state } of await ofShipments(organization)) {
    expect(state).toBe("failed");
    await expect(developer.run(replayDelivery, { id: delivery })).rejects.toMatchObject({ reason: "event_not_sent" });
  }
  await organization.owner.handle.run(updateWebhook, { id, events: ["shipment.created"] });
  expect(await organization.owner.handle.run(replayDeliveries, { id, since, only: "all" })).toEqual({ deliveries: 1 });
});

it("a receiver that answers with what it was sent shows it to nobody who may not see it [S89]", async () => {
  const organization = await createOrganization();
  const developer = (await addMember(organization, { role: "developer" })).handle;
  await insertEndpoint(organization, { events: ["shipment.created"] });
  await ship(organization);
  await plan(organization);
  await guard`insert into public.webhook_attempts (organization_id, id, delivery_id, number, at, url, milliseconds, status, answer)
    select organization_id, ${uuidv7()}, id, 1, now(), 'https://example.com/hooks', 9, 200, 'Thanks for Ann at Quay 1'
    from public.webhook_deliveries where organization_id = ${organization.id}`;
  const id = (await ofShipments(organization)).at(0)?.id ?? "";
  expect((await organization.owner.handle.run(findDelivery, { id })).tries[0]?.answer).toMatch("Ann");
  expect(await developer.run(findDelivery, { id })).toMatchObject({
    request: { body: null },
    tries: [{ status: 200, answer: null }],
  });
});

it("keeps the newest tries of a delivery, however often it is sent again [S89]", async () => {
  const organization = await createOrganization();
  await insertEndpoint(organization, { events: ["shipment.created"] });
  await ship(organization);
  await plan(organization);
  const id = (await ofShipments(organization)).at(0)?.id ?? "";
  for (let turn = 1; turn <= 4; turn += 1) {
    for (let number = 1; number <= 10; number += 1) {
      const [row] = await guard<{ id: string; lease: string }[]>`
        update public.webhook_deliveries set state = 'sending', lease = gen_random_uuid()
        where organization_id = ${organization.id} returning id, lease`;
      await wait(2); // ids stand in the order of their milliseconds
      const at = new Date().toISOString();
      const outcome = { organization: organization.id, ...row, at, url: "x", milliseconds: 10 * turn + number };
      await guard`select guard.settle_deliveries(${JSON.stringify([{ ...outcome, status: 500 }])}::text::jsonb)`;
    }
    if (turn < 4) await organization.owner.handle.run(replayDelivery, { id });
  }
  const { tries } = await organization.owner.handle.run(findDelivery, { id });
  expect(tries.map(({ milliseconds }) => milliseconds)).toEqual(Array.from({ length: 30 }, (_, at) => 21 + at));
});

it("who may not send events again is not told how many there are [S89]", async () => {
  const organization = await createOrganization();
  const developer = (await addMember(organization, { role: "developer" })).handle;
  const id = encodeId("whk", await insertEndpoint(organization, { events: ["shipment.created"] }));
  for (const operation of [countReplay, replayDeliveries])
    await expect(developer.run(operation, { id, since: "86400" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
});
