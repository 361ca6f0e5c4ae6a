import { sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { decodeId } from "@/lib/ids";
import { testDatabase } from "@/lib/testing/database";
import { waitLongForConnections } from "@/lib/testing/waiting";
import { makeBranch, makeShipment, makeShipmentIn, someAddress, someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { assignShipments, cancelShipments, setShipmentStatuses } from "./many-operations";
import {
  cancelShipment,
  createShipment,
  findShipment,
  listShipments,
  setShipmentStatus,
  updateShipment,
} from "./operations";
import { course, preferredService, type ShipmentStatus } from "./rules";

it("begins with the service that the organization prefers, where it is one", () => {
  expect(["Same day", " express ", "next day", null].map(preferredService)).toEqual([
    "same_day",
    "express",
    "standard",
    "standard",
  ]);
});

const statuses = Object.keys(course) as ShipmentStatus[]; // the keys of a constant

/** The operation as it would be without any check of the application's. */
const careless = defineOperation({
  name: "shipments.update",
  scope: "organization",
  permission: "shipments.update",
  access: "write",
  summary: "Writes what it is told",
  input: z.strictObject({ id: z.string(), set: z.enum(["status", "service", "parcels"]), to: z.string() }),
  output: z.object({}),
  run: async ({ db, input: { id, set, to } }) => {
    const uuid = decodeId("shp", id);
    if (set === "parcels") await db.query.execute(sql`delete from shipment_parcels where shipment_id = ${uuid}`);
    else await db.query.execute(sql`update shipments set ${sql.identifier(set)} = ${to} where id = ${uuid}`);
    return {};
  },
});

describe("references", () => {
  it("are numbered in turn, without gaps or repeats, when many are made at once", async () => {
    const { owner } = await createOrganization();
    waitLongForConnections();
    const made = await Promise.all(Array.from({ length: 100 }, () => owner.handle.run(createShipment, someShipment)));
    const references = made.map(({ reference }) => reference).sort();
    const expected = Array.from({ length: 100 }, (_, index) => `SHP-${String(index + 1).padStart(6, "0")}`);
    expect(references).toEqual(expected);
  });

  it("skip a number that somebody took by hand, and one of two equal ones wins", async () => {
    const { owner } = await createOrganization();
    await owner.handle.run(createShipment, { ...someShipment, reference: "SHP-000001" });
    expect((await owner.handle.run(createShipment, someShipment)).reference).toBe("SHP-000002");
    for (let round = 0; round < 20; round += 1) {
      const twins = await Promise.allSettled(
        [1, 2].map(() => owner.handle.run(createShipment, { ...someShipment, reference: `PO-${round}` })),
      );
      const refused = twins.filter((each) => each.status === "rejected");
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason).toMatchObject({ code: "conflict", reason: "reference_taken" });
    }
  });

  it("are free to be the same in another organization", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (const { owner } of [a, b])
      expect((await owner.handle.run(createShipment, { ...someShipment, reference: "SAME" })).reference).toBe("SAME");
  });
});

describe("the course of a shipment", () => {
  it("is held by the database, whatever the application asks", async () => {
    const organization = await createOrganization();
    for (const from of statuses)
      for (const to of statuses.filter((status) => status !== from)) {
        const id = await makeShipmentIn(organization, from);
        const done = await organization.owner.handle.run(careless, { id, set: "status", to }).then(
          () => true,
          (error: { reason?: string }) => {
            expect(error.reason).toBe("status_not_next");
            return false;
          },
        );
        expect(done, `${from} to ${to}`).toBe(course[from].includes(to));
      }
  });

  it("settles addresses, service and parcels once it is picked up", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const id = await makeShipmentIn(organization, "picked_up");
    for (const set of ["service", "parcels"] as const)
      await expect(handle.run(careless, { id, set, to: "express" })).rejects.toMatchObject({ reason: "under_way" });
    await expect(
      handle.run(updateShipment, { id, recipient: { ...someAddress, city: "Delft" } }),
    ).rejects.toMatchObject({ reason: "under_way" });
    expect(await handle.run(updateShipment, { id, notes: "Ring twice." })).toMatchObject({ notes: "Ring twice." });
  });

  it("is written down by the database, with who and what", async () => {
    const organization = await createOrganization();
    const { handle, name } = organization.owner;
    const { id } = await handle.run(createShipment, { ...someShipment, ready: true });
    await handle.run(setShipmentStatus, { id, status: "picked_up" });
    await handle.run(setShipmentStatus, { id, status: "exception", note: "Nobody was there." });
    const { history, deliveredAt } = await handle.run(findShipment, { id });
    expect(history.map(({ from, status, note, actor }) => [from, status, note, actor])).toEqual([
      [null, "ready", null, name],
      ["ready", "picked_up", null, name],
      ["picked_up", "exception", "Nobody was there.", name],
    ]);
    expect(deliveredAt).toBeNull();
    await expect(
      handle.run(
        defineOperation({
          ...careless,
          run: async ({ db }) => db.rows(sql`update shipment_events set note = 'x'`, z.object({})).then(() => ({})),
        }),
        { id, set: "status", to: "x" },
      ),
    ).rejects.toThrow();
  });

  it("lets one of two parallel moves win", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    for (let round = 0; round < 25; round += 1) {
      const id = await makeShipmentIn(organization, "ready");
      const ended = await Promise.allSettled([
        handle.run(cancelShipment, { id }),
        handle.run(setShipmentStatus, { id, status: "picked_up" }),
      ]);
      expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  it("answers for each of many, and takes nobody else's along", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const ids = [
      await makeShipmentIn(a, "ready"),
      await makeShipmentIn(a, "delivered"),
      await makeShipmentIn(b, "ready"),
    ];
    const results = await a.owner.handle.run(setShipmentStatuses, { ids, status: "picked_up" });
    expect(results.map(({ done }) => done)).toEqual([true, false, false]);
    expect(results[1]?.message).toContain("delivered");
    const other = await b.owner.handle.run(findShipment, { id: ids[2] ?? "" });
    expect(other.status).toBe("ready");
  });

  it("is cancelled or given to a branch with many others, each with its own answer", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const branchId = await makeBranch(a);
    const ids = [
      await makeShipmentIn(a, "ready"),
      await makeShipmentIn(a, "delivered"),
      await makeShipmentIn(b, "ready"),
    ];
    const { handle } = a.owner;
    const given = await handle.run(assignShipments, { ids, branchId });
    expect(given.map(({ done }) => done)).toEqual([true, true, false]);
    expect((await handle.run(findShipment, { id: ids[0] ?? "" })).branch?.id).toBe(branchId);
    const foreign = handle.run(assignShipments, { ids, branchId: await makeBranch(b) });
    await expect(foreign).rejects.toMatchObject({
      code: "invalid",
      fields: { branchId: [expect.stringMatching(/no such branch/)] },
    });
    const gone = await handle.run(cancelShipments, { ids, note: "Storm" });
    expect(gone.map(({ done }) => done)).toEqual([true, false, false]);
    expect(await handle.run(findShipment, { id: ids[0] ?? "" })).toMatchObject({
      status: "cancelled",
      statusNote: "Storm",
    });
    expect((await handle.run(assignShipments, { ids: [ids[0] ?? ""], branchId: null }))[0]).toMatchObject({
      done: false,
      message: expect.stringMatching(/cancelled/),
    });
    expect((await b.owner.handle.run(findShipment, { id: ids[2] ?? "" })).status).toBe("ready");
    const listed = await handle.run(listShipments, { ids: ids.join(",") } as never);
    expect(listed.data.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
  });
});

describe("what stands in a shipment", () => {
  it("comes back as it was given, in the organization's units and currency", async () => {
    const { owner } = await createOrganization({
      profile: { weight_unit: "lb", dimension_unit: "in", currency: "USD" },
    });
    const made = await owner.handle.run(createShipment, {
      ...someShipment,
      parcels: [{ weight: 12.25, length: 12, width: 8.5, height: 4 }],
      price: "19.90",
    });
    expect(made).toMatchObject({ weight: 12.25, weightUnit: "lb", price: 1990, currency: "USD" });
    expect(made.parcels).toEqual([{ description: null, weight: 12.25, length: 12, width: 8.5, height: 4 }]);
    const [kept] =
      await guard`select weight_g, length_mm from public.shipment_parcels where shipment_id = ${decodeId("shp", made.id) ?? ""}`;
    expect(kept).toEqual({ weight_g: 5557, length_mm: 305 });
    const metric = await owner.handle.run(createShipment, { ...someShipment, weightUnit: "kg", dimensionUnit: "cm" });
    expect(metric.weight).toBe(5.51);
  });

  it("keeps what a change leaves out", async () => {
    const { owner } = await createOrganization();
    const { id } = await owner.handle.run(createShipment, { ...someShipment, notes: "Fragile", price: 500 });
    const changed = await owner.handle.run(updateShipment, { id, service: "express" });
    expect(changed).toMatchObject({ notes: "Fragile", price: 500, service: "express", parcelCount: 1 });
    expect(await owner.handle.run(updateShipment, { id, notes: "" })).toMatchObject({ notes: null });
  });

  it.each([
    [{ price: "12.345" }, "price"],
    [{ currency: "XXL" }, "currency"],
    [{ parcels: [] }, "parcels"],
    [{ parcels: [{ weight: 0 }] }, "parcels.0.weight"],
    [{ recipient: { ...someAddress, country: "XQ" } }, "recipient.country"],
    [{ recipient: { ...someAddress, street: "" } }, "recipient.street"],
  ])("refuses %j at its field", async (given, field) => {
    const { owner } = await createOrganization();
    const refused = await owner.handle.run(createShipment, { ...someShipment, ...given }).catch((error) => error);
    expect(refused).toMatchObject({ code: "invalid" });
    expect(Object.keys(refused.fields)).toContain(field);
  });
});

describe("the list", () => {
  it("finds by parts of words, and nothing of another organization", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (const { owner } of [a, b])
      await owner.handle.run(createShipment, {
        ...someShipment,
        recipient: { ...someAddress, name: "Zygmunt Wysocki 100%_\\" },
      });
    await makeShipment(a);
    const search = async (q: string) => (await a.owner.handle.run(listShipments, { q })).data.length;
    expect(await search("ygmunt wys")).toBe(1);
    expect(await search("100%_\\")).toBe(1);
    expect(await search("%%%")).toBe(0);
    expect(await search("' or true --")).toBe(0);
    const [mine] = (await a.owner.handle.run(listShipments, { q: "zygmunt" })).data;
    const [theirs] = (await b.owner.handle.run(listShipments, { q: "zygmunt" })).data;
    expect(mine?.id).not.toBe(theirs?.id);
  });

  it("searches with the index, in an organization of many", async () => {
    const { id, owner } = await createOrganization();
    await guard`insert into public.shipments (organization_id, id, reference, status, service, sender, recipient, currency)
      select ${id}, guard.uuid7(), 'BULK-' || n, 'draft', 'standard', ${guard.json(someShipment.sender)},
        jsonb_set(${guard.json(someAddress)}, '{name}', to_jsonb(md5(n::text))), 'EUR' from generate_series(1, 3000) n`;
    const superuser = postgres((await testDatabase()).superuser, { max: 1 });
    await superuser`vacuum analyze public.shipments`;
    await superuser.end();
    const plan = await guard.begin(async (transaction) => {
      await transaction`set local enable_seqscan = off`; // the table is small enough to read whole
      return transaction`explain select id from public.shipments
        where organization_id = ${id} and search_text like '%bulk-2999%'`;
    });
    expect(JSON.stringify(plan)).toContain("shipments_search");
    expect((await owner.handle.run(listShipments, { q: "BULK-2999" })).data).toHaveLength(1);
  });

  it("pages through every row once, in every order, under filters", async () => {
    const organization = await createOrganization();
    const ids = [];
    for (const status of ["draft", "ready", "draft", "delivered", "draft"])
      ids.push(await makeShipmentIn(organization, status));
    for (const sort of ["created", "-created", "reference", "-price", "updated"] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await organization.owner.handle.run(listShipments, {
          limit: 2,
          sort,
          status: "draft,delivered",
          cursor,
        });
        seen.push(...page.data.map(({ id }) => id));
        if (page.next_cursor === null) break;
        cursor = page.next_cursor;
      }
      expect(seen.sort()).toEqual(ids.filter((_, index) => index !== 1).sort());
    }
  });

  it("offers each role what it may do next", async () => {
    const organization = await createOrganization();
    await makeShipmentIn(organization, "ready");
    const first = async (role: string) => {
      const { handle } = await addMember(organization, { role });
      return (await handle.run(listShipments, {})).data[0];
    };
    expect(await first("user")).toMatchObject({ next: [], abilities: { cancel: { reason: "permission_missing" } } });
    expect(await first("member")).toMatchObject({
      next: ["draft", "picked_up", "exception"],
      abilities: { cancel: { allowed: true } },
    });
  });
});
