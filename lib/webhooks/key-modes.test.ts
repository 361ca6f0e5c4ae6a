import { beforeAll, describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { bothModes, createKeyOf, inModeOf, type Mode, otherMode } from "@/lib/testing/modes";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, keyHandle, type Organization } from "@/lib/testing/world";
import {
  createWebhook,
  deleteWebhook,
  disableWebhook,
  findWebhook,
  replayDeliveries,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from "./operations";

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

  it("changes no webhook of the other mode", async () => {
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
    for (const act of acts) await expect(act()).rejects.toMatchObject({ reason: "other_mode" });
    await key.run(testWebhook, { id: endpoints[mode] });
  });
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
