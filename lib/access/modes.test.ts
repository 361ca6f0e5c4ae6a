import { beforeAll, describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { listEvents } from "@/lib/events/operations";
import { beginExport, readExport } from "@/lib/exports/operations";
import type { Resource } from "@/lib/resource/declaration";
import { resources } from "@/lib/resources";
import { searchRecords } from "@/lib/search/operations";
import {
  countShipments,
  createShipment,
  findShipment,
  listShipments,
  updateShipment,
} from "@/lib/shipments/operations";
import { bothModes, credentialsOf, inModeOf, type Mode, otherMode } from "@/lib/testing/modes";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { someShipment } from "@/lib/testing/work-records";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { viewUsage } from "@/lib/usage/operations";

const ofModes = resources.filter(({ inBothModes }) => !inBothModes);

let organization: Organization;
const made = { live: new Map<string, string[]>(), test: new Map<string, string[]>() };
const handles: Record<Mode, Record<string, Handle>> = { live: {}, test: {} };

const idsOf = (mode: Mode, name: string) => made[mode].get(name) ?? [];
const nameOf = (who: Mode, how: string) => handles[who][how] as Handle;

beforeAll(async () => {
  organization = await createOrganization();
  for (const mode of bothModes) {
    handles[mode] = await credentialsOf(organization, mode);
    const there = inModeOf(organization, mode);
    for (const resource of ofModes)
      for (let index = 0; index < (mode === "test" ? 3 : 4); index++)
        remember(mode, resource.name, await makeRecord(there, resource));
    const shipment = await there.owner.handle.run(createShipment, someShipment);
    remember(mode, "shipments", shipment.id);
  }
});

/** Pieces bring an order of their own. */
function remember(mode: Mode, name: string, id: string): void {
  made[mode].set(name, [...idsOf(mode, name), id]);
}

/** Everything that the pages of a list hold, one by one. */
async function walk(handle: Handle, resource: Resource): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await handle.run(resource.operations.list, { limit: 2, ...(cursor ? { cursor } : {}) } as never);
    ids.push(...page.data.map(({ id }) => String(id)));
    expect(page.data.every(({ testMode }) => testMode === page.data[0]?.testMode)).toBe(true);
    cursor = page.next_cursor;
  } while (cursor);
  return ids;
}

describe.each(bothModes)("in %s mode", (mode) => {
  const others = otherMode(mode);

  it.each(["session", "key", "token"])("a %s finds every record of its mode and none of the other", async (how) => {
    const handle = nameOf(mode, how);
    for (const resource of ofModes) {
      const { operations, name } = resource;
      const found = await walk(handle, resource);
      for (const id of idsOf(mode, name)) expect(found, name).toContain(id);
      for (const id of idsOf(others, name)) expect(found, name).not.toContain(id);
      expect((await handle.run(operations.count, {})).count, name).toBe(found.length);
      for (const id of idsOf(mode, name))
        expect(await handle.run(operations.find, { id }), name).toMatchObject({ id, testMode: mode === "test" });
      for (const id of idsOf(others, name))
        await expect(handle.run(operations.find, { id }), name).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("nothing of the other mode is changed, removed or told of", async () => {
    const { handle } = inModeOf(organization, mode).owner;
    for (const { operations, name, title } of ofModes)
      for (const id of idsOf(others, name)) {
        const refused = { code: "not_found" };
        await expect(handle.run(operations.update, { id, [title]: "OTHER" }), name).rejects.toMatchObject(refused);
        await expect(handle.run(operations.remove, { id }), name).rejects.toMatchObject(refused);
        await expect(handle.run(operations.history, { id }), name).rejects.toMatchObject(refused);
      }
    const [theirs] = idsOf(others, "shipments");
    await expect(handle.run(findShipment, { id: theirs ?? "" })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(updateShipment, { id: theirs ?? "", notes: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("no record refers to one of the other mode", async () => {
    const there = inModeOf(organization, mode);
    const [customer, order] = [idsOf(others, "customers")[0], idsOf(others, "orders")[0]];
    const refused = { code: "invalid" };
    await expect(makeRecord(there, resourceNamed("orders"), { customerId: customer })).rejects.toMatchObject(refused);
    await expect(makeRecord(there, resourceNamed("addresses"), { customerId: customer })).rejects.toMatchObject(
      refused,
    );
    await expect(makeRecord(there, resourceNamed("pieces"), { orderId: order })).rejects.toMatchObject(refused);
    await expect(
      there.owner.handle.run(createShipment, { ...someShipment, orderId: order ?? "" }),
    ).rejects.toMatchObject(refused);
  });

  it("what a shipment is given says the mode, or agrees with it", async () => {
    const { handle } = inModeOf(organization, mode).owner;
    const given = { ...someShipment, testMode: mode === "live" };
    await expect(handle.run(createShipment, given)).rejects.toMatchObject({ code: "invalid" });
  });

  it("lists, counts, searches and files hold the mode's own", async () => {
    const { handle } = inModeOf(organization, mode).owner;
    const { data } = await handle.run(listShipments, {});
    expect(data.map(({ id }) => id)).toEqual(idsOf(mode, "shipments"));
    expect(await handle.run(countShipments, {})).toMatchObject({ draft: 1 });
    const customers = resourceNamed("customers");
    const [theirs] = await guard<{ name: string }[]>`select name from public.customers
      where organization_id = ${organization.id} and test_mode = ${others === "test"} limit 1`;
    const [own] = await guard<{ name: string }[]>`select name from public.customers
      where organization_id = ${organization.id} and test_mode = ${mode === "test"} limit 1`;
    const found = async (q = "") => (await handle.run(customers.operations.list, { q } as never)).data.length;
    expect(await found(own?.name)).toBe(1);
    expect(await found(theirs?.name)).toBe(0);
    expect(JSON.stringify(await handle.run(searchRecords, { q: own?.name ?? "" }))).toContain(own?.name);
    expect(JSON.stringify(await handle.run(searchRecords, { q: theirs?.name ?? "" }))).not.toContain(theirs?.name);
    await handle.run(beginExport, { list: "customers", query: {} });
    const { cells } = await handle.run(readExport, { list: "customers", query: {} });
    expect(cells).toHaveLength(idsOf(mode, "customers").length);
    expect(JSON.stringify(cells)).not.toContain(theirs?.name);
  });

  it("events tell of the mode's own records", async () => {
    const { handle } = inModeOf(organization, mode).owner;
    for (const name of ["orders", "customers", "shipments"])
      for (const id of idsOf(mode, name))
        expect((await handle.run(listEvents, { record: id })).data.length, name).toBeGreaterThan(0);
    for (const name of ["orders", "customers", "shipments"])
      for (const id of idsOf(others, name))
        expect((await handle.run(listEvents, { record: id })).data, name).toEqual([]);
  });

  it("usage counts the mode's own", async () => {
    const { shipments, orders } = await nameOf(mode, "session").run(viewUsage, {});
    const [there] = await guard<{ count: number }[]>`select count(*)::int from public.orders
      where organization_id = ${organization.id} and test_mode = ${mode === "test"}`;
    expect({ shipments, orders }).toEqual({ shipments: 1, orders: there?.count });
  });
});

it("numbers are counted, and names taken, in each mode by itself", async () => {
  const own = await createOrganization();
  const numbers: Record<string, string[]> = { live: [], test: [] };
  for (const mode of [...bothModes, ...bothModes]) {
    const { handle } = inModeOf(own, mode).owner;
    const { reference } = await handle.run(createShipment, someShipment);
    numbers[mode]?.push(reference);
  }
  expect(numbers).toEqual({ live: ["SHP-000001", "SHP-000002"], test: ["SHP-000001", "SHP-000002"] });
  for (const mode of bothModes) {
    const { handle } = inModeOf(own, mode).owner;
    const given = { ...someShipment, reference: "MINE" };
    await handle.run(createShipment, given);
    await expect(handle.run(createShipment, given)).rejects.toMatchObject({ reason: "reference_taken" });
  }
});

it("a key has its own mode, whatever its request asks for", async () => {
  for (const mode of bothModes) {
    const { credential } = nameOf(mode, "key");
    const asking = new Handle(credential, {
      id: "",
      address: "",
      agent: "",
      ...(mode === "live" ? { test: true } : {}),
    });
    const { data } = await asking.run(listShipments, {});
    expect(data.map(({ id }) => id)).toEqual(idsOf(mode, "shipments"));
    expect(asking.testMode).toBe(mode === "test");
  }
});
