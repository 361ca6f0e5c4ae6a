import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { answerExport } from "@/lib/api/export";
import { differences } from "@/lib/audit/changes";
import { confirmImport, findImport } from "@/lib/imports/operations";
import { prepareShipment } from "@/lib/shipments/operations";
import { ownerOf, requestTo, upload, work } from "@/lib/testing/import-work";
import { makeRecord } from "@/lib/testing/resource-cases";
import { createOrganization, guard } from "@/lib/testing/world";
import { orders } from "./resource";

const { create, find, list, update, history } = orders.operations;
const lines = [{ description: "Crate", quantity: 2, price: "12.50" }];
const gent = {
  name: "Rita Claes",
  company: "Claes NV",
  street: "Quay 1",
  city: "Gent",
  postcode: "9000",
  country: "BE",
};
const empty = {
  name: "",
  company: "",
  street: "",
  extra: "",
  city: "",
  region: "",
  postcode: "",
  country: "",
  phone: "",
  email: "",
};
const given = { channel: "web", lines };

it("are kept with an order, stay where they are left out, and go with null or an empty form", async () => {
  const { owner } = await createOrganization();
  const made = await owner.handle.run(create, { ...given, shippingTo: gent, billingAddress: empty });
  expect(made).toMatchObject({ shippingTo: { ...gent, phone: "" }, shippingFrom: null, billingAddress: null });
  const id = String(made.id);
  const kept = await owner.handle.run(update, {
    id,
    notes: "Ring twice.",
    billingAddress: { ...gent, city: "Brugge" },
  });
  expect(kept).toMatchObject({ shippingTo: gent, billingAddress: { city: "Brugge" } });
  expect(await owner.handle.run(update, { id, shippingTo: null })).toMatchObject({ shippingTo: null });
  expect(await owner.handle.run(find, { id })).toMatchObject({ shippingTo: null, billingAddress: { city: "Brugge" } });
});

it("are told at the part that is wrong", async () => {
  const { owner } = await createOrganization();
  const faults = async (shippingTo: object) =>
    owner.handle.run(create, { ...given, shippingTo } as never).then(
      () => ({}),
      (error: { fields?: object }) => error.fields,
    );
  expect(Object.keys((await faults({ name: "Rita" })) ?? {}).sort()).toEqual([
    ...["shippingTo.city", "shippingTo.country", "shippingTo.street"],
  ]);
  expect(await faults({ ...gent, country: "ZZ" })).toEqual({ "shippingTo.country": ["There is no such country."] });
  expect(await faults({ ...gent, planet: "Mars" })).not.toEqual({});
  expect(await faults({})).toHaveProperty(["shippingTo.city"]); // not taken for none: nothing is lost by it
  expect(await faults([])).toEqual({ shippingTo: ["This must be an object."] });
});

it("are refused by the database where they are no address", async () => {
  const organization = await createOrganization();
  const id = await makeRecord(organization, orders);
  for (const wrong of [{ name: "Rita" }, { ...gent, planet: "Mars" }, { ...gent, country: "Belgium" }])
    await expect(
      guard`update public.orders set shipping_to = ${guard.json(wrong)} where organization_id = ${organization.id}`,
      id,
    ).rejects.toMatchObject({ code: "23514" });
});

it("find an order by whom it goes to, and by no other organization's", async () => {
  const [a, b] = [await createOrganization(), await createOrganization()];
  for (const { owner } of [a, b]) await owner.handle.run(create, { ...given, shippingTo: gent });
  const found = await a.owner.handle.run(list, { q: "claes" });
  expect(found.data.map(({ shippingTo }) => shippingTo)).toMatchObject([gent]);
  expect((await a.owner.handle.run(list, { q: "mechelen" })).data).toEqual([]);
});

it("stand in the history by their own names, part by part", async () => {
  const { owner } = await createOrganization();
  const { id } = await owner.handle.run(create, { ...given, shippingTo: gent });
  await owner.handle.run(update, { id: String(id), shippingTo: { ...gent, city: "Brugge" } });
  const { data } = await owner.handle.run(history, { id: String(id) });
  const [changed] = data;
  expect(changed?.changes).toContainEqual({ field: "Shipping to: city", before: "Gent", after: "Brugge" });
  expect(changed?.changes.filter(({ field }) => field.startsWith("Shipping to"))).toHaveLength(1);
  const words = differences({
    before: { workspace: { label_type: "PDF" } },
    after: { workspace: { label_type: "ZPL" } },
  });
  expect(words.map(({ field }) => field)).toEqual(["Label type"]);
});

it("are where its shipment begins: before the customer's first address", async () => {
  const { owner } = await createOrganization();
  const { id } = await owner.handle.run(create, {
    ...given,
    shippingTo: gent,
    shippingFrom: { ...gent, city: "Oostende" },
  });
  const { order } = await owner.handle.run(prepareShipment, { order: String(id) });
  expect(order).toMatchObject({ recipient: { city: "Gent" }, sender: { city: "Oostende" } });
});

it("leave and enter as CSV, a column for each part", async () => {
  const organization = await createOrganization();
  await organization.owner.handle.run(create, { ...given, shippingTo: gent });
  const response = await answerExport(requestTo(ownerOf(organization), "/"), "orders");
  const [row]: Record<string, string>[] = parse(await response.text(), { columns: true, bom: true });
  expect(row).toMatchObject({ "Ship to name": "Rita Claes", "Ship to city": "Gent", "Ship from city": "" });
  const csv = [
    "Reference,Channel,Ship to name,Ship to street,Ship to city,Ship to country,Line: Description,Line: Quantity,Line: Price each",
    "A-1,Web shop,Jan Maes,Kade 2,Gent,be,Crate,1,5.00",
    "A-2,Web shop,,,,,Crate,1,5.00",
    "A-3,Web shop,Jan Maes,,Gent,BE,Crate,1,5.00",
  ].join("\n");
  const { id } = await upload(ownerOf(organization), "orders", csv);
  await work(organization);
  const checked = await organization.owner.handle.run(findImport, { id });
  expect(checked.faults.map(({ line, faults }) => [line, faults.map(({ column }) => column)])).toEqual([
    [4, ["Ship to street"]],
  ]);
  await organization.owner.handle.run(confirmImport, { id });
  await work(organization);
  const found = (await organization.owner.handle.run(list, { sort: "reference" })).data;
  const places = found.map(({ reference, shippingTo }) => [
    reference,
    (shippingTo as { country: string } | null)?.country,
  ]);
  expect(places).toEqual(
    expect.arrayContaining([
      ["A-1", "BE"],
      ["A-2", undefined],
    ]),
  );
});
