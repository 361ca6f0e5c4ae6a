import { expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeShipment } from "@/lib/testing/work-records";
import { createOrganization, guard } from "@/lib/testing/world";

serveGraphql();

const address = "shipping_to { person_name company_name address_line1 city postal_code country_code phone_number }";
const create = `mutation ($data: CreateOrderMutationInput!) { create_order(input: $data) { order { id ${address} } errors { field messages } } }`;
const update = `mutation ($data: UpdateOrderMutationInput!) { update_order(input: $data) { order { id ${address} } errors { field messages } } }`;
const line_items = [{ title: "Crate", quantity: 1, weight: 1, weight_unit: "KG" }];
const rita = {
  ...{
    person_name: "Rita Claes",
    company_name: "Claes NV",
    address_line1: "Quay 1",
    city: "Gent",
    postal_code: "9000",
  },
  ...{ country_code: "BE", phone_number: "+32 9 000 00 00" },
};

it("keeps an address of an order, changes the parts that are given and removes it with null", async () => {
  const key = await createKey(await createOrganization());
  const made = await graphql(create, { key, variables: { data: { line_items, shipping_to: rita } } });
  expect(made.data.create_order.errors).toEqual([]);
  expect(made.data.create_order.order.shipping_to).toEqual(rita);
  const { id } = made.data.create_order.order;
  const change = async (shipping_to: object | null) =>
    (await graphql(update, { key, variables: { data: { id, shipping_to } } })).data.update_order;
  expect((await change({ city: "Brugge", phone_number: null })).order.shipping_to).toEqual({
    ...rita,
    ...{ city: "Brugge", phone_number: null },
  });
  expect((await change(null)).order.shipping_to).toBeNull();
  expect(await change({ city: "Brugge" })).toMatchObject({ order: null, errors: expect.any(Array) });
});

it("tells a fault at the part, by the names of this interface", async () => {
  const key = await createKey(await createOrganization());
  const answer = await graphql(create, { key, variables: { data: { line_items, shipping_to: { city: "Gent" } } } });
  const { order, errors } = answer.data.create_order;
  expect(order).toBeNull();
  expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    ...["shipping_to.address_line1", "shipping_to.country_code", "shipping_to.person_name"],
  ]);
  const named = await graphql(create, {
    key,
    variables: { data: { line_items, billing_address: { ...rita, person_name: null } } },
  });
  expect(named.data.create_order.errors).toEqual([]);
});

it("finds orders by whom they go to", async () => {
  const key = await createKey(await createOrganization());
  await graphql(create, { key, variables: { data: { line_items, shipping_to: rita } } });
  const ask = async (words: string[]) => {
    const answer = await graphql(
      "query ($words: [String!]) { orders(filter: { address: $words }) { page_info { count } } }",
      {
        ...{ key, variables: { words } },
      },
    );
    return answer.data?.orders.page_info.count;
  };
  expect([await ask(["claes"]), await ask(["mechelen"])]).toEqual([1, 0]);
});

it("tells a fault in a line at its place, by the names of this interface", async () => {
  const key = await createKey(await createOrganization());
  const [good] = line_items;
  const faultsOf = async (line: object) => {
    const answer = await graphql(create, { key, variables: { data: { line_items: [good, { ...good, ...line }] } } });
    return answer.data.create_order.errors.map(({ field }: { field: string }) => field);
  };
  expect(await faultsOf({ quantity: 0 })).toEqual(["line_items.1.quantity"]);
  expect(await faultsOf({ value_amount: -4 })).toEqual(["line_items.1.value_amount"]);
  expect(await faultsOf({ parent_id: "prd_none" })).toEqual(["line_items.1.parent_id"]);
  expect(await faultsOf({ title: null })).toEqual(["line_items.1.title"]);
});

it("has one currency, and takes no amount in another as so many of the first", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const euro = { ...line_items[0], value_amount: 10, value_currency: "EUR" };
  const mixed = [euro, { ...euro, value_currency: null }, { ...euro, value_currency: "USD" }];
  const refused = await graphql(create, { key, variables: { data: { line_items: mixed } } });
  expect(refused.data.create_order).toEqual({
    order: null,
    errors: [{ field: "line_items.2.value_currency", messages: [expect.any(String)] }],
  });
  expect(await guard`select from public.orders where organization_id = ${organization.id}`).toHaveLength(0);
  const made = await graphql(create, { key, variables: { data: { line_items: mixed.slice(0, 2) } } });
  expect(made.data.create_order.errors).toEqual([]);
});

it("lets go of its customer and its day with null", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const customer_id = await makeRecord(organization, resourceNamed("customers"));
  const data = { line_items, customer_id, order_date: "2026-03-02T08:00:00Z" };
  const made = await graphql(create, { key, variables: { data } });
  const { id } = made.data.create_order.order;
  const held = () => guard`select customer_id is null as free, placed_on::text as day from public.orders
    where organization_id = ${organization.id}`;
  expect(await held()).toEqual([{ free: false, day: "2026-03-02" }]);
  await graphql(update, { key, variables: { data: { id } } });
  expect(await held()).toEqual([{ free: false, day: "2026-03-02" }]);
  const changed = await graphql(update, { key, variables: { data: { id, customer_id: null, order_date: null } } });
  expect(changed.data.update_order.errors).toEqual([]);
  expect(await held()).toEqual([{ free: true, day: null }]);
});

it("changes the house number with its street, never in its place", async () => {
  const key = await createKey(await createOrganization());
  const made = await graphql(create, { key, variables: { data: { line_items, shipping_to: rita } } });
  const { id } = made.data.create_order.order;
  const change = async (shipping_to: object) =>
    (await graphql(update, { key, variables: { data: { id, shipping_to } } })).data.update_order;
  expect((await change({ street_number: "7" })).errors).toMatchObject([{ field: "shipping_to.street_number" }]);
  const moved = await change({ address_line1: "Dok", street_number: "7", person_name: null });
  expect(moved.order.shipping_to).toEqual({ ...rita, address_line1: "Dok 7", person_name: "Claes NV" });
});

it("shows each order all of its shipments, on the page's last as on its first", async () => {
  const organization = await createOrganization();
  const ids: string[] = [];
  for (let made = 0; made < 60; made += 1) ids.push(await makeRecord(organization, resourceNamed("orders")));
  const shipment = decodeId("shp", await makeShipment(organization)) ?? "";
  await guard`insert into public.shipments
    (organization_id, id, reference, status, service, sender, recipient, currency, order_id)
    select s.organization_id, guard.uuid7(), o.reference || '-' || n, s.status, s.service, s.sender, s.recipient,
      s.currency, o.id
    from public.shipments s join public.orders o on o.organization_id = s.organization_id, generate_series(1, 2) n
    where s.organization_id = ${organization.id} and s.id = ${shipment}`;
  const key = await createKey(organization);
  const { data, errors } = await graphql(
    "{ orders(filter: { first: 100 }) { edges { node { shipments { order_id } order_id } } } }",
    { key },
  );
  expect(errors).toEqual([]);
  type Shown = { node: { order_id: string; shipments: { order_id: string }[] } };
  const shown: Shown[] = data.orders.edges;
  expect(shown).toHaveLength(60);
  for (const { node } of shown)
    expect(node.shipments).toEqual([{ order_id: node.order_id }, { order_id: node.order_id }]);
  const named =
    "query ($name: String) { shipments(filter: { order_id: $name }) { page_info { count } edges { node { order_id } } } }";
  const name = shown[59]?.node.order_id;
  const found = (await graphql(named, { key, variables: { name } })).data.shipments;
  expect(found).toEqual({
    page_info: { count: 2 },
    edges: [{ node: { order_id: name } }, { node: { order_id: name } }],
  });
  const none = await graphql(named, { key, variables: { name: "ORD-nobody" } });
  expect(none.data.shipments).toEqual({ page_info: { count: 0 }, edges: [] });
});

it("finds shipments by an order's reference that stands in many others", async () => {
  const organization = await createOrganization();
  const id = decodeId("ord", await makeRecord(organization, resourceNamed("orders"))) ?? "";
  const [order] = await guard<{ reference: string }[]>`
    insert into public.orders (organization_id, id, reference, status, channel, total, currency, created_at, updated_at)
    select organization_id, guard.uuid7(), reference || '-' || n, status, channel, total, currency,
      created_at + n * interval '1 second', updated_at
    from public.orders, generate_series(1, 120) n where organization_id = ${organization.id} and id = ${id}
    returning (select reference from public.orders where organization_id = ${organization.id} and id = ${id})`;
  const shipment = decodeId("shp", await makeShipment(organization)) ?? "";
  await guard`update public.shipments set order_id = ${id} where organization_id = ${organization.id} and id = ${shipment}`;
  const { data } = await graphql(
    "query ($name: String) { shipments(filter: { order_id: $name }) { edges { node { order_id } } } }",
    { key: await createKey(organization), variables: { name: order?.reference } },
  );
  expect(data.shipments.edges).toEqual([{ node: { order_id: order?.reference } }]);
});

it("a second order of the same order_id is told so by its own reason, and not as any name that is taken", async () => {
  const organization = await createOrganization();
  const add = (name: string, row: { reference: string }) => makeRecord(organization, resourceNamed(name), row);
  await add("orders", { reference: "1001" });
  await expect(add("orders", { reference: "1001" })).rejects.toMatchObject({
    code: "conflict",
    reason: "duplicate_order_id",
    fields: { reference: ["Another order has this reference."] },
  });
});
