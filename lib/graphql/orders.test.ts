import { expect, it } from "vitest";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { createOrganization } from "@/lib/testing/world";

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
