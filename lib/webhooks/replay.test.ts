import { beforeEach, describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { replayDelivery } from "./delivery-operations";
import { countReplay, replayDeliveries } from "./replay-operations";

let organization: Organization;
let endpoint: string;
const id = () => encodeId("whk", endpoint);
type Range = { since: () => string; until?: () => string; only?: "all" };
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** A delivery that ended so many hours ago. */
async function ended(state: "failed" | "delivered", hours: number): Promise<void> {
  await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, state, due_at, created_at, finished_at)
    select ${organization.id}, 
      overlay(guard.uuid7_at(${ago(hours)}::timestamptz + random() * interval '1 minute')::text placing '7000-8000' from 15 for 9)::uuid,
      ${endpoint}, e.id, e.type,
      ${state}, ${ago(hours)}, ${ago(hours)}, ${ago(hours)}
    from public.events e where e.organization_id = ${organization.id} order by e.seq limit 1`;
}

beforeEach(async () => {
  organization = await createOrganization();
  endpoint = await insertEndpoint(organization);
  for (const hours of [1, 5, 9]) {
    await ended("failed", hours);
    await ended("delivered", hours);
  }
});

describe("sending a range again", () => {
  it.each<[string, Range, number]>([
    ["all that failed since", { since: () => ago(6) }, 2],
    ["what failed between two times", { since: () => ago(6), until: () => ago(4) }, 1],
    ["everything between two times", { since: () => ago(10), until: () => ago(4), only: "all" }, 4],
    ["nothing where nothing was", { since: () => ago(4), until: () => ago(2) }, 0],
  ])("counts %s before it is sent, and sends just that", async (_, { since, until, only }, amount) => {
    const asked = { id: id(), since: since(), ...(until && { until: until() }), ...(only && { only }) };
    const { handle } = organization.owner;
    expect(await handle.run(countReplay, asked)).toEqual({ deliveries: amount });
    expect(await handle.run(replayDeliveries, asked)).toEqual({ deliveries: amount });
    const [waiting] = await guard`select count(*)::int as amount from public.webhook_deliveries
      where organization_id = ${organization.id} and state = 'waiting' and attempts = 0`;
    expect(waiting?.amount).toBe(amount);
    expect(await handle.run(countReplay, asked)).toEqual({ deliveries: 0 });
  });

  it("takes along what failed so far and waits for its next try, and tries that one by itself when asked", async () => {
    const { handle } = organization.owner;
    await guard`update public.webhook_deliveries set state = 'waiting', attempts = 3, finished_at = null,
      due_at = now() + interval '5 hours' where organization_id = ${organization.id} and state = 'failed'`;
    const asked = { id: id(), since: ago(6) };
    expect(await handle.run(countReplay, asked)).toEqual({ deliveries: 2 });
    expect(await handle.run(replayDeliveries, asked)).toEqual({ deliveries: 2 });
    const due = () => guard<{ id: string }[]>`select id from public.webhook_deliveries
      where organization_id = ${organization.id} and state = 'waiting' and due_at <= now()`;
    expect(await due()).toHaveLength(2);
    const [late] = await guard<{ id: string }[]>`select id from public.webhook_deliveries
      where organization_id = ${organization.id} and state = 'waiting' and due_at > now()`;
    const delivery = { id: encodeId("whd", late?.id ?? "") };
    await handle.run(replayDelivery, delivery);
    expect(await due()).toHaveLength(3);
    await expect(handle.run(replayDelivery, delivery)).rejects.toMatchObject({ reason: "under_way" });
  });

  it("reads a time without an offset on the organization's clock", async () => {
    const { handle } = organization.owner;
    const local = (hours: number, zone: string) =>
      new Date(Date.now() - hours * 3_600_000).toLocaleString("sv", { timeZone: zone }).replace(" ", "T").slice(0, 16);
    for (const zone of ["Asia/Tokyo", "America/New_York"]) {
      await guard`update public.organizations set time_zone = ${zone} where id = ${organization.id}`;
      const asked = { id: id(), since: local(6, zone), until: local(4, zone) };
      expect(await handle.run(countReplay, asked), zone).toEqual({ deliveries: 1 });
    }
  });

  it("takes any moment that can be written", async () => {
    for (const since of ["0001-01-01T00:00:00Z", "0000-01-01T00:00", "1969-12-31T23:59:59+14:00"])
      for (const until of ["9999-12-31T23:59:59-12:00", "9999-12-31T23:59"])
        expect(await organization.owner.handle.run(countReplay, { id: id(), since, until, only: "all" })).toEqual({
          deliveries: 6,
        });
  });

  it("refuses an end before the beginning", async () => {
    const asked = { id: id(), since: ago(1), until: ago(2) };
    for (const operation of [countReplay, replayDeliveries])
      await expect(organization.owner.handle.run(operation, asked)).rejects.toMatchObject({
        fields: { until: ["This is before the beginning."] },
      });
  });
});
