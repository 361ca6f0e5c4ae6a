import { beforeAll, describe, expect, it } from "vitest";
import { customers } from "@/lib/customers/resource";
import { decodeId, encodeId } from "@/lib/ids";
import { bothModes, createKeyOf, credentialsOf, inModeOf, type Mode, otherMode } from "@/lib/testing/modes";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, keyHandle, type Organization } from "@/lib/testing/world";
import { findDelivery, listDeliveries, replayDelivery } from "./delivery-operations";
import {
  createWebhook,
  deleteWebhook,
  disableWebhook,
  findWebhook,
  listWebhooks,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from "./operations";
import { countReplay, replayDeliveries } from "./replay-operations";

let organization: Organization;
const endpoints: Record<Mode, string> = { live: "", test: "" };
const url = "https://elsewhere.example/hooks";

beforeAll(async () => {
  organization = await createOrganization();
  for (const mode of bothModes)
    endpoints[mode] = encodeId("whk", await insertEndpoint(organization, { test: mode === "test" }));
});

const keyOf = async (mode: Mode) => keyHandle(await createKeyOf(organization, mode));

describe.each(bothModes)("a %s key [S31]", (mode) => {
  it("makes no webhook that tells of records of the other mode", async () => {
    const key = await keyOf(mode);
    const asked = { url, events: ["shipment.created"], description: "" };
    await expect(key.run(createWebhook, { ...asked, mode: otherMode(mode) })).rejects.toMatchObject({
      reason: "other_mode",
    });
    const { id } = await key.run(createWebhook, asked);
    expect((await key.run(findWebhook, { id })).mode).toBe(mode);
  });

  it("sees and changes no webhook of the other mode", async () => {
    const key = await keyOf(mode);
    const id = endpoints[otherMode(mode)];
    const acts = [
      () => key.run(updateWebhook, { id, url }),
      () => key.run(rotateWebhookSecret, { id }),
      () => key.run(testWebhook, { id }),
      () => key.run(replayDeliveries, { id, since: "86400", only: "all" }),
      () => key.run(disableWebhook, { id }),
      () => key.run(deleteWebhook, { id }),
    ];
    for (const act of [() => key.run(findWebhook, { id }), ...acts])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    const { data } = await key.run(listWebhooks, {});
    expect(new Set(data.map((each) => each.mode))).toEqual(new Set([mode]));
    await key.run(testWebhook, { id: endpoints[mode] });
  });
});

describe.each(bothModes)("whoever works in %s mode", (mode) => {
  it("makes webhooks of that mode alone", async () => {
    const asked = { url, events: ["shipment.created"], description: "" };
    for (const handle of Object.values(await credentialsOf(organization, mode))) {
      await expect(handle.run(createWebhook, { ...asked, mode: otherMode(mode) })).rejects.toMatchObject({
        reason: "other_mode",
      });
      const { id } = await handle.run(createWebhook, asked);
      expect((await handle.run(findWebhook, { id })).mode).toBe(mode);
      await handle.run(deleteWebhook, { id });
    }
  });

  it("sees what was sent of that mode's records, and sends that alone again", async () => {
    const [own, other] = [
      inModeOf(organization, mode).owner.handle,
      inModeOf(organization, otherMode(mode)).owner.handle,
    ];
    const { delivery } = await own.run(testWebhook, { id: endpoints[mode] });
    const [kept] = await guard`select test_mode from public.webhook_deliveries
      where organization_id = ${organization.id} and id = ${decodeId("whd", delivery) ?? ""}`;
    expect(kept?.test_mode).toBe(mode === "test");
    expect((await own.run(listDeliveries, {})).data.map(({ id }) => id)).toContain(delivery);
    expect((await other.run(listDeliveries, {})).data.map(({ id }) => id)).not.toContain(delivery);
    await expect(other.run(findDelivery, { id: delivery })).rejects.toMatchObject({ code: "not_found" });
    await expect(other.run(replayDelivery, { id: delivery })).rejects.toMatchObject({ code: "not_found" });
    await expect(other.run(countReplay, { id: endpoints[mode], since: "86400" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("what happens in one mode is sent to webhooks of that mode alone, also where both want it", async () => {
  const both = await createOrganization();
  const made: Record<Mode, string> = { live: "", test: "" };
  for (const mode of bothModes) made[mode] = await insertEndpoint(both, { test: mode === "test" });
  for (const mode of bothModes) {
    await inModeOf(both, mode).owner.handle.run(customers.operations.create, {
      name: `A ${mode} one`,
      kind: "company",
    });
    await guard`select guard.plan_deliveries(${both.id}, null)`;
    const sent = await guard<{ endpoint_id: string }[]>`
      select endpoint_id from public.webhook_deliveries where organization_id = ${both.id} and event = 'customer.created'
      order by id desc`;
    expect(sent.map(({ endpoint_id }) => endpoint_id)[0], mode).toBe(made[mode]);
    expect(sent).toHaveLength(mode === "live" ? 1 : 2);
  }
});

it("without a mode a webhook is of the request's", async () => {
  for (const mode of bothModes) {
    const { handle } = inModeOf(organization, mode).owner;
    const { id } = await handle.run(createWebhook, { url, events: ["shipment.created"], description: "" });
    expect((await handle.run(findWebhook, { id })).mode).toBe(mode);
  }
});

it("a webhook that a key makes is its maker's, whose rights it follows", async () => {
  const key = await keyOf("live");
  const { id } = await key.run(createWebhook, { url, events: ["shipment.created"], description: "" });
  const [row] = await guard`select created_by from guard.webhook_endpoints
    where organization_id = ${organization.id} and id = ${decodeId("whk", id) ?? ""}`;
  expect(row?.created_by).toBe(organization.owner.membershipId);
});
