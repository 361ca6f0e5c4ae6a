import { expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeShipmentIn } from "@/lib/testing/work-records";
import { addMember, createOrganization, createPerson, guard, unique } from "@/lib/testing/world";

serveGraphql();

/** A change by its name, and what its payload shows of `fields`. */
async function change(key: string, name: string, input: object, answer: string) {
  const type = { create: "Create", update: "Update" }[name.split("_")[0] ?? ""] ?? "";
  const record = name.includes("address") ? "AddressInput" : "ProductInput";
  const document = `mutation ($data: ${type}${record}!) { ${name}(input: $data) { ${answer} errors { field messages } } }`;
  return (await graphql(document, { key, variables: { data: input } })).data[name];
}

it("an address keeps its person where its company changes, and its street where only the number is given", async () => {
  const key = await createKey(await createOrganization());
  const shown = "address { id person_name company_name address_line1 }";
  const street = { address_line1: "Quay", street_number: "12b", city: "Gent", country_code: "BE" };
  const made = await change(key, "create_address", { person_name: "Ann", company_name: "Peel", ...street }, shown);
  expect(made.address).toMatchObject({ person_name: "Ann", company_name: "Peel", address_line1: "Quay 12b" });
  const { id } = made.address;
  const update = (input: object) => change(key, "update_address", { id, ...input }, shown);
  expect((await update({ company_name: "Other" })).address).toMatchObject({
    person_name: "Ann",
    company_name: "Other",
  });
  expect(await update({ street_number: "99" })).toMatchObject({ address: null, errors: [{ field: "street_number" }] });
  expect((await update({ address_line1: "Dok", street_number: "9" })).address.address_line1).toBe("Dok 9");
  expect(await update({ person_name: null })).toMatchObject({ address: null, errors: [{ field: "person_name" }] });
  expect((await update({ person_name: null, company_name: "Peel" })).address.person_name).toBe("Peel");
  const firm = await change(key, "create_address", { company_name: "Peel", ...street }, shown);
  expect(firm.address.person_name).toBe("Peel");
});

it("a product loses its price by null, as everything else that it need not have", async () => {
  const key = await createKey(await createOrganization());
  const shown = "product { id value_amount weight }";
  const given = { title: "Crate", sku: unique("SKU"), value_amount: 12.5, weight: 2 };
  const { product } = await change(key, "create_product", given, shown);
  expect(product).toMatchObject({ value_amount: 12.5, weight: 2 });
  const emptied = await change(key, "update_product", { id: product.id, value_amount: null, weight: null }, shown);
  expect(emptied).toEqual({ product: { id: product.id, value_amount: null, weight: null }, errors: [] });
});

it("a list of the workspace is emptied by null", async () => {
  const key = await createKey(await createOrganization());
  const set = (value: string) =>
    graphql(
      `mutation { update_workspace_config(input: { pref_first_mile: ${value} }) {
        workspace_config { pref_first_mile } errors { field } } }`,
      { key },
    );
  expect((await set("[pickup]")).data.update_workspace_config.workspace_config.pref_first_mile).toEqual(["pickup"]);
  expect((await set("null")).data.update_workspace_config).toEqual({
    workspace_config: { pref_first_mile: [] },
    errors: [],
  });
});

it("a member who was suspended is told so where members are read", async () => {
  const organization = await createOrganization();
  const member = await addMember(organization);
  const token = await accessToken(organization.owner);
  const document = `mutation ($data: UpdateMemberStatusMutationInput!) { update_member_status(input: $data) {
    organization { members { email status } current_user { status } } errors { field } } }`;
  const data = { org_id: organizationId(organization), user_id: await outsideIdOf(member.email), is_active: false };
  const { data: answer } = await graphql(document, {
    ...{ token, headers: { "x-org-id": organizationId(organization) }, variables: { data } },
  });
  const { members, current_user } = answer.update_member_status.organization;
  expect(members).toContainEqual({ email: member.email, status: "suspended" });
  expect(members).toContainEqual({ email: organization.owner.email, status: "active" });
  expect(current_user).toEqual({ status: "active" });
  async function outsideIdOf(email: string): Promise<string> {
    const { data: found } = await graphql("{ organization { members { email user_id } } }", {
      ...{ token, headers: { "x-org-id": organizationId(organization) } },
    });
    return found.organization.members.find((each: { email: string }) => each.email === email).user_id;
  }
});

it("trackers of each organization stand on it, filtered and in its own words", async () => {
  const owner = await createPerson();
  const [one, other] = [await createOrganization({ owner }), await createOrganization({ owner })];
  for (const [organization, status] of [
    [one, "in_transit"],
    [one, "ready"],
    [one, "draft"],
    [other, "delivered"],
  ] as const)
    await makeShipmentIn(organization, status);
  await guard`update public.shipments set tracking_number = 'TRK-' || left(status, 3)
    where organization_id in (${one.id}, ${other.id}) and status <> 'draft'`;
  const document = `query ($filter: TrackerFilter) { organizations { id trackers(filter: $filter) {
    object_type tracking_number status shipment { status } } } }`;
  const asked = { token: await accessToken(owner) };
  const trackersOf = async (filter: object) => {
    const { data, errors } = await graphql(document, { ...asked, variables: { filter } });
    expect(errors).toEqual([]);
    const found: { id: string; trackers: { tracking_number: string }[] }[] = data.organizations;
    return (organization: { id: string }) => found.find(({ id }) => id === organizationId(organization))?.trackers;
  };
  const all = await trackersOf({});
  expect(all(one)?.map(({ tracking_number }) => tracking_number)).toEqual(["TRK-rea", "TRK-in_"]);
  expect(all(other)).toEqual([
    {
      ...{ object_type: "tracker", tracking_number: "TRK-del", status: "delivered" },
      shipment: { status: "delivered" },
    },
  ]);
  const pending = await trackersOf({ status: ["pending"], first: 1 });
  expect([pending(one)?.map(({ tracking_number }) => tracking_number), pending(other)]).toEqual([["TRK-rea"], []]);
});

it("a fault in a filter is told at the name that the filter has", async () => {
  const key = await createKey(await createOrganization());
  const fieldOf = async (list: string, filter: string) => {
    const { errors } = await graphql(`{ ${list}(filter: { ${filter} }) { edges { node { id } } } }`, { key });
    return errors[0]?.extensions.fields.map(({ field }: { field: string }) => field);
  };
  expect(await fieldOf("shipments", 'created_after: "yesterday"')).toEqual(["created_after"]);
  expect(await fieldOf("shipments", 'id: ["shp_none", "x"]')).toEqual(["id.0", "id.1"]);
  expect(await fieldOf("trackers", 'created_before: "yesterday"')).toEqual(["created_before"]);
  expect(await fieldOf("orders", 'source: ["shop"]')).toEqual(["source.0"]);
  expect(await fieldOf("carrier_connections", 'carrier_name: ["none"]')).toEqual(["carrier_name.0"]);
  expect(await fieldOf("document_templates", 'related_object: "none"')).toEqual(["related_object"]);
  expect(await fieldOf("logs", "status_code: [9]")).toEqual(["status_code.0"]);
});

it("several changes of a document are done in turn, each for itself, until one is refused", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const add = (name: string, city: string) =>
    `${name}: create_address(input: { person_name: "${name}", address_line1: "Quay 1", city: "${city}", country_code: BE })
      { address { id } errors { field } }`;
  const names = async () => {
    const rows = await guard<{ name: string }[]>`
      select name from public.addresses where organization_id = ${organization.id} order by created_at`;
    return rows.map(({ name }) => name);
  };
  const faulty = await graphql(`mutation { ${add("one", "Gent")} ${add("two", "")} ${add("three", "Gent")} }`, { key });
  expect(faulty.errors).toEqual([]);
  expect(faulty.data.two).toEqual({ address: null, errors: [{ field: "city" }] });
  expect([faulty.data.one.errors, faulty.data.three.errors]).toEqual([[], []]);
  const none = 'none: delete_address(input: { id: "adr_01h2xcejqtf2nbrexx3vqjhp41" }) { id }';
  const refused = await graphql(`mutation { ${add("four", "Gent")} ${none} ${add("five", "Gent")} }`, { key });
  expect(refused.data).toBeNull();
  expect(refused.errors).toMatchObject([{ path: ["none"], code: "not_found", status_code: 404 }]);
  expect(await names()).toEqual(["one", "three", "four"]);
});

it("what is not kept or is not there is refused, and never passed over", async () => {
  const token = await accessToken(await createPerson());
  const user = await graphql(`mutation { update_user(input: { metadata: { a: 1 } }) { errors { field } } }`, { token });
  expect(user.data.update_user.errors).toEqual([{ field: "metadata" }]);
  const key = await createKey(await createOrganization());
  const ask = async (action: string) => {
    const { errors } = await graphql(`{ auditlogs(filter: { action: ${action} }) { edges { node { id } } } }`, { key });
    return errors[0]?.extensions.fields;
  };
  expect(await ask('["create", "nope"]')).toMatchObject([{ field: "action" }]);
  expect(await ask('["create", "delete"]')).toBeUndefined();
});
