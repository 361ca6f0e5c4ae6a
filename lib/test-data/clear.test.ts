import { expect, it, vi } from "vitest";
import { createShipment } from "@/lib/shipments/operations";
import { bothModes, inModeOf } from "@/lib/testing/modes";
import { deliveriesOf, receiver, soon, work } from "@/lib/testing/receivers";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { someShipment } from "@/lib/testing/work-records";
import { createOrganization, guard } from "@/lib/testing/world";
import { workOnTestData } from "./clear";
import { deleteTestData } from "./operations";

it("deletes what was told of test records with them, and tells of the act alone; live ones stay", async () => {
  const organization = await createOrganization();
  const { hits, url } = await receiver();
  for (const mode of bothModes) {
    await insertEndpoint(organization, { url, test: mode === "test" });
    for (let n = 0; n < 3; n += 1) await inModeOf(organization, mode).owner.handle.run(createShipment, someShipment);
  }
  const told = (test: boolean) => guard<{ amount: number }[]>`
    select (select count(*) from public.events where organization_id = ${organization.id} and test_mode = ${test})
      + (select count(*) from public.webhook_deliveries where organization_id = ${organization.id} and test_mode = ${test})
      + (select count(*) from public.webhook_attempts where organization_id = ${organization.id} and test_mode = ${test}) as amount`;
  await work({ "test_data.clear": workOnTestData });
  for (const mode of bothModes)
    await vi.waitFor(async () => {
      const states = (await deliveriesOf(inModeOf(organization, mode))).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(["delivered"]));
    }, soon);
  const [sent, [live]] = [hits.length, await told(false)];
  await organization.owner.handle.run(deleteTestData, {});
  await vi.waitFor(async () => expect(Number((await told(true))[0]?.amount)).toBe(0), soon);
  expect(await deliveriesOf(inModeOf(organization, "test"))).toEqual([]);
  // The act itself is on the record: its event, its delivery and the try.
  await vi.waitFor(async () => expect(Number((await told(false))[0]?.amount)).toBe(Number(live?.amount) + 3), soon);
  const more = hits.slice(sent).map(({ body }) => JSON.parse(body));
  expect(more).toMatchObject([{ event: "audit.recorded", data: { action: "test_data_deleted" } }]);
  const [kept] = await guard`select count(*)::int as amount from audit.entries
    where organization_id = ${organization.id} and action = 'test_data_deleted'`;
  expect(kept?.amount).toBe(1);
});
