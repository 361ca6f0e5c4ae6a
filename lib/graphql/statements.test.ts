import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { Batch } from "@/db/batch";
import { setShipmentStatus } from "@/lib/shipments/operations";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeWebhook } from "@/lib/testing/webhooks";
import { makeShipment } from "@/lib/testing/work-records";
import { createOrganization, guard } from "@/lib/testing/world";

serveGraphql();

describe("statements", () => {
  it("are as many for twenty records as for two: parcels, lines and shipments of orders are asked at once", async () => {
    const few = await statementsFor(2);
    const many = await statementsFor(20);
    expect(many).toBe(few);
    expect(few).toBeLessThan(60);
  });
});

async function statementsFor(records: number): Promise<number> {
  const own = await createOrganization();
  for (let made = 0; made < records; made += 1) {
    await own.owner.handle.run(setShipmentStatus, { id: await makeShipment(own), status: "ready" });
    const product = await makeRecord(own, resourceNamed("products"), { price: null });
    const lines = [{ productId: product, description: "Crate", quantity: 1, price: "1" }];
    await makeRecord(own, resourceNamed("orders"), { lines });
  }
  const key = await createKey(own);
  await guard`update public.shipments set tracking_number = 'TRK-' || id where organization_id = ${own.id}`;
  for (let made = 0; made < records; made += 1) await makeWebhook(own);
  const document = `{ shipments { edges { node { id parcels { weight } tracker { events { code } } } } }
    trackers { edges { node { id events { code } shipment { parcels { weight } } } } }
    webhooks { edges { node { id enabled_events created_by { full_name } } } }
    orders { edges { node { id line_items { title sku weight parent { id } } shipping_to { city } shipments { id parcels { weight } } } } } }`;
  await graphql(document, { key });
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const { data, errors: faults } = await graphql(document, { key });
  // Of the document's own transactions: what is counted and logged beside it goes by another way, and by the clock.
  const batches = spy.mock.calls.map((call: unknown[]) => call[0]).filter((query) => query instanceof Batch);
  spy.mockRestore();
  expect(faults).toEqual([]);
  expect(data.shipments.edges).toHaveLength(records);
  expect([data.trackers.edges.length, data.webhooks.edges.length]).toEqual([records, records]);
  expect(data.trackers.edges[0].node.events).toHaveLength(1);
  const { line_items, shipping_to } = data.orders.edges[0].node;
  expect(line_items).toMatchObject([
    { sku: expect.any(String), weight: 12, parent: { id: expect.stringMatching(/^prd_/) } },
  ]);
  expect(shipping_to).toEqual({ city: "Gent" });
  return batches.reduce((sum, { statements }) => sum + statements.length, 0);
}
