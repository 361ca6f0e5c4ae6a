import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/operations";
import { encodeId } from "@/lib/ids";
import { bothModes, createKeyOf, inModeOf, type Mode, otherMode } from "@/lib/testing/modes";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, keyHandle, type Organization } from "@/lib/testing/world";
import { createWebhook, deleteWebhook, disableWebhook, findWebhook, replayDeliveries, testWebhook } from "./operations";

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
  it("changes no webhook of the other mode", async () => {
    const key = await keyOf(mode);
    const id = endpoints[otherMode(mode)];
    const acts = [
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

it("a test key does not read the trail, which tells of live records [S31]", async () => {
  await (await keyOf("live")).run(listAudit, {});
  await expect((await keyOf("test")).run(listAudit, {})).rejects.toMatchObject({ code: "forbidden" });
  const [made] = await guard`select guard.insert_key(${organization.id}, ${organization.owner.membershipId}, 'Scoped',
    ${await createKeyOf(organization, "test")} || 'x', repeat('1', 256)::bit(256), null, '{"audit": "read", "orders": "read"}') as id`;
  const [key] = await guard`select scopes from guard.api_keys where id = ${made?.id ?? ""}`;
  expect(key?.scopes).toEqual({ orders: "read" });
});
