import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { baseEnv } from "@/lib/env";
import { decodeId } from "@/lib/ids";
import { course, type OrderStatus } from "@/lib/orders/rules";
import { resources } from "@/lib/resources";
import { SealError, unseal } from "@/lib/seal";
import { createShipment, findShipment, listShipments } from "@/lib/shipments/operations";
import { makeMember } from "@/lib/testing/records";
import { makeRecord, resourceNamed, sampleOf } from "@/lib/testing/resource-cases";
import { createRole } from "@/lib/testing/roles";
import { makeShipment, someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { columnName } from "./columns";
import { inputName } from "./field-schema";
import { sortNames } from "./repository";

describe("every declaration", () => {
  it.each(resources.map((each) => [each.name, each] as const))(
    "%s can be ordered, titled and told apart",
    (_, each) => {
      expect(sortNames(each)).toContain(each.sort.replace("-", ""));
      expect(each.fields[each.title]?.kind).toBe("text");
      expect(resources.filter(({ prefix }) => prefix === each.prefix)).toHaveLength(1);
    },
  );
});

const referring = resources.flatMap((resource) =>
  Object.entries(resource.fields).flatMap(([name, field]) =>
    field.kind === "reference" && !field.once && !field.fixed
      ? [[`${resource.name}.${name}`, resource, name, field] as const]
      : [],
  ),
);

describe("references", () => {
  it.each(referring)(
    "%s leads to nothing of another organization, not even in SQL",
    async (_, resource, name, field) => {
      const [a, b] = [await createOrganization(), await createOrganization()];
      const special: Record<string, typeof makeShipment> = { shipments: makeShipment, members: makeMember };
      const make = (organization: typeof a) =>
        special[field.to.name]?.(organization) ?? makeRecord(organization, resourceNamed(field.to.name));
      const [mine, theirs, own] = [await makeRecord(a, resource), await make(b), await make(a)];
      const { handle } = a.owner;
      const key = inputName(name, field);
      const expected = { code: "invalid", fields: { [key]: [expect.stringMatching(/no such/)] } };
      const { create, update } = resource.operations;
      await expect(handle.run(create, { ...sampleOf(resource), [key]: theirs })).rejects.toMatchObject(expected);
      await expect(handle.run(update, { id: mine, [key]: theirs })).rejects.toMatchObject(expected);
      const column = sql.identifier(columnName(name, "reference"));
      const careless = defineOperation({
        ...resource.operations.update,
        input: z.strictObject({}),
        output: z.object({}),
        run: async ({ db }) => {
          await db.query.execute(sql`update ${resource.table} set ${column} = ${decodeId(field.to.prefix, theirs)}
          where id = ${decodeId(resource.prefix, mine)}`);
          return {};
        },
      });
      await expect(handle.run(careless, {})).rejects.toMatchObject({ code: "invalid" });
      const kept = await handle.run(resource.operations.update, { id: mine, [key]: own });
      expect(kept[name]).toMatchObject({ id: own });
    },
  );
});

describe("names of what is referred to", () => {
  it("are told to people who may see it, to others only that it is there", async () => {
    const organization = await createOrganization();
    const customerId = await makeRecord(organization, resourceNamed("customers"), { name: "Confidential Ltd" });
    const order = await makeRecord(organization, resourceNamed("orders"), { customerId });
    const { operations } = resourceNamed("orders");
    const seeing = await createRole(organization, ["organization.view", "orders.view", "customers.view"]);
    const blind = await createRole(organization, ["organization.view", "orders.view", "shipments.view"]);
    const shipment = await organization.owner.handle.run(createShipment, { ...someShipment, orderId: order } as never);
    for (const [role, name] of [
      [seeing, "Confidential Ltd"],
      [blind, null],
    ] as const) {
      const { handle } = await addMember(organization, { role });
      expect((await handle.run(operations.find, { id: order })).customer).toEqual({ id: customerId, name });
      expect((await handle.run(operations.list, {})).data[0]?.customer).toEqual({ id: customerId, name });
    }
    const carrier = await createRole(organization, ["organization.view", "shipments.view"]);
    const { handle } = await addMember(organization, { role: carrier });
    expect((await handle.run(findShipment, { id: shipment.id })).order).toEqual({ id: order, name: null });
    expect((await handle.run(listShipments, { order })).data.map(({ id }) => id)).toEqual([shipment.id]);
  });
});

describe("records", () => {
  it("search, filter, page and order as they are asked", async () => {
    const organization = await createOrganization();
    const customers = resourceNamed("customers");
    const { handle } = organization.owner;
    for (const [index, name] of ["Ämter & Söhne", "beta", "Alpha 100%", "Gamma"].entries())
      await makeRecord(organization, customers, { name, kind: index % 2 ? "person" : "company", email: "", taxId: "" });
    const names = async (input: Record<string, unknown>) =>
      (await handle.run(customers.operations.list, input)).data.map(({ name }) => name);
    expect(await names({ q: "100%" })).toEqual(["Alpha 100%"]);
    expect(await names({ kind: "person" })).toEqual(["beta", "Gamma"]);
    expect(await names({ sort: "-created" })).toEqual(["Gamma", "Alpha 100%", "beta", "Ämter & Söhne"]);
    const first = await handle.run(customers.operations.list, { limit: 3 });
    const rest = await handle.run(customers.operations.list, { limit: 3, cursor: first.next_cursor });
    expect(new Set([...first.data, ...rest.data].map(({ id }) => id)).size).toBe(4);
    await expect(handle.run(customers.operations.list, { sort: "notes" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("keep what a change leaves out, and say who changed what", async () => {
    const organization = await createOrganization();
    const products = resourceNamed("products");
    const { handle, name } = organization.owner;
    const id = await makeRecord(organization, products, { name: "Lamp", price: "12.50", weight: 2, weightUnit: "lb" });
    const changed = await handle.run(products.operations.update, { id, name: "Lantern" });
    expect(changed).toMatchObject({ name: "Lantern", price: 1250, active: true, weight: 0.907 });
    const { data } = await handle.run(products.operations.history, { id });
    const [entry] = data;
    expect(entry).toMatchObject({ actor: name, changes: [{ field: "Name", before: "Lamp", after: "Lantern" }] });
  });

  it("keep a weight to the gram where it comes back as a form showed it, and switches on of which nothing is said", async () => {
    const organization = await createOrganization({ profile: { weight_unit: "lb" } });
    const products = resourceNamed("products");
    const { handle } = organization.owner;
    const id = await makeRecord(organization, products, { weight: 620, weightUnit: "g", active: undefined });
    expect(await handle.run(products.operations.find, { id })).toMatchObject({ weight: 1.37, active: true });
    const grams = async () => {
      const [row] = await guard`select weight_g from public.products where id = ${decodeId("prd", id) ?? ""}`;
      return row?.weight_g;
    };
    await handle.run(products.operations.update, { id, name: "Round bowl", weight: 1.37 });
    expect(await grams()).toBe(620);
    const off = await handle.run(products.operations.update, { id, weight: 1.38, active: false });
    expect([off.active, await grams()]).toEqual([false, 626]);
  });

  it("keep no amount in another currency", async () => {
    const organization = await createOrganization({ profile: { currency: "EUR" } });
    const { handle } = organization.owner;
    const expected = { code: "invalid", fields: { currency: [expect.stringMatching(/amounts again/)] } };
    const products = resourceNamed("products");
    const product = await makeRecord(organization, products, { price: "12.34" });
    await expect(handle.run(products.operations.update, { id: product, currency: "JPY" })).rejects.toMatchObject(
      expected,
    );
    const repriced = await handle.run(products.operations.update, { id: product, currency: "JPY", price: "1500" });
    expect(repriced).toMatchObject({ price: 1500, currency: "JPY" });
    const orders = resourceNamed("orders");
    const order = await makeRecord(organization, orders);
    await expect(handle.run(orders.operations.update, { id: order, currency: "JPY" })).rejects.toMatchObject(expected);
  });

  it("name the field whose value another record has, and stay while they are needed", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const products = resourceNamed("products");
    await makeRecord(organization, products, { sku: "A-1" });
    await expect(makeRecord(organization, products, { sku: "A-1" })).rejects.toMatchObject({
      code: "conflict",
      fields: { sku: ["Another product has this article number."] },
    });
    const customers = resourceNamed("customers");
    const customerId = await makeRecord(organization, customers);
    await makeRecord(organization, resourceNamed("orders"), { customerId });
    await expect(handle.run(customers.operations.remove, { id: customerId })).rejects.toMatchObject({
      code: "conflict",
      reason: "in_use",
    });
  });

  it("offer each role only what it may do", async () => {
    const organization = await createOrganization();
    await makeRecord(organization, resourceNamed("orders"));
    const { handle } = await addMember(organization, { role: "buyer" });
    const [order] = (await handle.run(resourceNamed("orders").operations.list, {})).data;
    expect(order?.abilities).toMatchObject({ update: { allowed: false, reason: "permission_missing" } });
  });
});

describe("carrier credentials", () => {
  it("are sealed for their place, and nowhere to be seen", async () => {
    const organization = await createOrganization();
    const carriers = resourceNamed("carrier_connections");
    const { handle } = organization.owner;
    const secret = "tok_9f8e7d-only-the-carrier-knows";
    const id = await makeRecord(organization, carriers, { credentials: secret });
    const uuid = decodeId("car", id) ?? "";
    const [row] = await guard<
      { credentials: string }[]
    >`select credentials from public.carrier_connections where id = ${uuid}`;
    const place = `${organization.id}|carrier_connections|credentials|${uuid}`;
    expect(unseal(baseEnv().secret, place, row?.credentials ?? "")).toBe(secret);
    expect(() => unseal(baseEnv().secret, place.replace(uuid, organization.id), row?.credentials ?? "")).toThrow(
      SealError,
    );
    const shown = [
      await handle.run(carriers.operations.find, { id }),
      await handle.run(carriers.operations.list, {}),
      await handle.run(carriers.operations.update, { id, credentials: "", name: "Renamed" }),
      await handle.run(carriers.operations.history, { id }),
      await guard`select before, after from audit.entries where organization_id = ${organization.id}`,
    ];
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(JSON.stringify(shown)).not.toContain("v1.");
    expect(shown[2]).toMatchObject({ credentialsSet: true });
  });

  it("leave an entry when they are replaced, without either", async () => {
    const organization = await createOrganization();
    const carriers = resourceNamed("carrier_connections");
    const { handle } = organization.owner;
    const id = await makeRecord(organization, carriers, { credentials: "first-secret" });
    await handle.run(carriers.operations.update, { id, credentials: "second-secret" });
    const [entry] = await guard`select before, after from audit.entries where organization_id = ${organization.id}
      and record_type = 'carrier_connections' and action = 'update'`;
    expect(entry).toEqual({ before: { credentials: "hidden" }, after: { credentials: "changed" } });
  });
});

describe("orders", () => {
  const orders = resourceNamed("orders");

  it("add their lines up, in the currency's minor unit", async () => {
    const organization = await createOrganization({ profile: { currency: "EUR" } });
    const lines = [
      { description: "Lamp", quantity: 3, price: "12.50" },
      { description: "Cable", quantity: 10, price: "0.99" },
    ];
    const id = await makeRecord(organization, orders, { reference: "", lines });
    const order = await organization.owner.handle.run(orders.operations.find, { id });
    expect(order).toMatchObject({ reference: "ORD-000001", total: 4740, currency: "EUR", status: "open" });
    const changed = await organization.owner.handle.run(orders.operations.update, { id, lines: lines.slice(0, 1) });
    expect(changed).toMatchObject({ total: 3750, lines: [{ description: "Lamp", quantity: 3, price: 1250 }] });
  });

  it("follow their course in the database too", async () => {
    const organization = await createOrganization();
    const statuses = Object.keys(course) as OrderStatus[]; // the keys of a constant
    for (const from of statuses)
      for (const to of statuses.filter((each) => each !== from)) {
        const id = decodeId("ord", await makeRecord(organization, orders)) ?? "";
        await guard`update public.orders set status = ${from} where organization_id = ${organization.id} and id = ${id}`;
        const careless = defineOperation({
          ...orders.operations.update,
          input: z.strictObject({}),
          output: z.object({}),
          run: async ({ db }) => {
            await db.query.execute(sql`update orders set status = ${to} where id = ${id}`);
            return {};
          },
        });
        const done = await organization.owner.handle.run(careless, {}).then(
          () => true,
          () => false,
        );
        expect(done, `${from} to ${to}`).toBe(course[from].includes(to));
      }
  });

  it("stay as they are once fulfilled", async () => {
    const organization = await createOrganization();
    const id = await makeRecord(organization, orders);
    await guard`update public.orders set status = 'fulfilled' where organization_id = ${organization.id}`;
    const { handle } = organization.owner;
    const { update, remove } = orders.operations;
    await expect(handle.run(update, { id, notes: "Late" })).rejects.toMatchObject({ reason: "order_settled" });
    await expect(handle.run(remove, { id })).rejects.toMatchObject({ reason: "order_settled" });
  });
});

describe("templates", () => {
  it("take only names that something stands for", async () => {
    const organization = await createOrganization();
    const templates = resourceNamed("templates");
    await makeRecord(organization, templates, { body: "To {{ recipient.name }}, {{today}}" });
    await expect(makeRecord(organization, templates, { body: "{{constructor}} {{secret.key}}" })).rejects.toMatchObject(
      {
        fields: { body: [expect.stringContaining("{{constructor}}, {{secret.key}}")] },
      },
    );
  });
});

describe("an optional field", () => {
  it("says of a wrong value what a required one would say", async () => {
    const { owner } = await createOrganization();
    const { create } = resourceNamed("customers").operations;
    await expect(owner.handle.run(create, { name: "A", kind: "person", email: "nobody" })).rejects.toMatchObject({
      fields: { email: ["Enter one e-mail address, such as maria@example.com."] },
    });
    expect(await owner.handle.run(create, { name: "A", kind: "person", email: "" })).toMatchObject({ email: null });
  });
});
