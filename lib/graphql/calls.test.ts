import { expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { callsOf } from "@/lib/testing/logs";
import { createOrganization, createPerson, guard, type Organization } from "@/lib/testing/world";

serveGraphql();

async function allow({ id }: Organization, calls: number): Promise<void> {
  await guard`update public.organizations set api_calls_per_key = ${calls} where id = ${id}`;
}

const ask = "{ organization { id } workspace_config { default_currency } }";
const add = `mutation { create_address(input: { person_name: "Ann", address_line1: "Quay 1", city: "Gent", country_code: BE }) { address { id } } }`;

it("each request is a call of its organization, and one too many changes nothing [S72]", async () => {
  const organization = await createOrganization();
  await allow(organization, 3);
  const key = await createKey(organization);
  const first = await graphql(ask, { key });
  expect(first.errors).toEqual([]);
  expect(first.headers.ratelimit).toMatch(/^"credential";r=2;/);
  await graphql(ask, { key });
  expect((await graphql(add, { key })).errors).toEqual([]);
  const more = await graphql(add, { key });
  expect(more.data).toBeNull();
  expect(more.errors[0]).toMatchObject({ code: "limited", status_code: 429 });
  expect(more.errors[0].extensions.reason).toBe("calls_of_credential");
  expect(more.headers["retry-after"]).toBe(String(more.errors[0].extensions.retry_after));
  const rows = await guard`select from public.addresses where organization_id = ${organization.id}`;
  expect(rows).toHaveLength(1);
});

it("a request that asks of several organizations is a call of each [S72]", async () => {
  const person = await createPerson();
  const [one, other] = [await createOrganization({ owner: person }), await createOrganization({ owner: person })];
  await allow(other, 2);
  const token = await accessToken(person);
  const asked = { token, headers: { "x-org-id": organizationId(one) }, variables: { id: organizationId(other) } };
  const statuses: unknown[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { errors } = await graphql("query($id: String) { organization(id: $id) { id } }", asked);
    statuses.push(errors[0]?.status_code);
  }
  expect(statuses).toEqual([undefined, undefined, 429]);
});

it("a token that names none is one call of its person's default organization, also where a document names that", async () => {
  const owner = await createPerson();
  const organization = await createOrganization({ owner });
  const token = await accessToken(owner);
  await graphql("{ organizations { id members { email } } }", { token });
  await graphql("query($id: String) { organization(id: $id) { id } }", {
    token,
    variables: { id: organizationId(organization) },
  });
  expect(await callsOf(organization)).toHaveLength(2);
  const [counted] = await guard`select day_calls from guard.call_counts
    where organization_id = ${organization.id} and day is not null`;
  expect(counted?.day_calls).toBe(2);
});

it("an organization that wants callers to name no other, and versions, is heard here too", async () => {
  const [organization, other] = [await createOrganization(), await createOrganization()];
  await guard`update public.organizations set api_refuses_other_organization = true, api_requires_versions = true
    where id = ${organization.id}`;
  const key = await createKey(organization);
  const named = await graphql(add, { key, headers: { "x-org-id": organizationId(other) } });
  expect(named.data).toBeNull();
  expect(named.errors[0]).toMatchObject({ code: "conflict", status_code: 409 });
  const made = await graphql(add, { key, headers: { "x-org-id": organizationId(organization) } });
  const change = `mutation { update_address(input: { id: "${made.data.create_address.address.id}", city: "Brugge" }) { address { city } } }`;
  const blind = await graphql(change, { key });
  expect(blind.errors[0]).toMatchObject({ code: "precondition_required", status_code: 428 });
  const old = await graphql(change, { key, headers: { "if-match": '"another"' } });
  expect(old.errors[0]).toMatchObject({ code: "precondition_failed", status_code: 412 });
  const rows = await guard`select from public.addresses where organization_id = ${organization.id} and city = 'Gent'`;
  expect(rows).toHaveLength(1);
});

it("lists count by what a variable is, though nothing is given for it [S78]", async () => {
  const key = await createKey(await createOrganization());
  const lists = Array.from(
    { length: 20 },
    (_, at) => `a${at}: shipments(filter: FILTER) { edges { node { ${"status created ".repeat(7)} } } }`,
  );
  const reason = async (head: string, filter: string) => {
    const { errors } = await graphql(`${head} { ${lists.join(" ").replaceAll("FILTER", filter)} }`, { key });
    return errors[0]?.extensions?.reason;
  };
  expect(await reason("query", "{ first: 100 }")).toBe("document_too_large");
  expect(await reason("query($n: Int = 100)", "{ first: $n }")).toBe("document_too_large");
  expect(await reason("query($f: ShipmentFilter = { first: 100 })", "$f")).toBe("document_too_large");
});

it("strangers read no part of the schema", async () => {
  const { errors, data } = await graphql(`{ __type(name: "OrganizationType") { fields { name } } }`);
  expect(data).toBeNull();
  expect(errors[0]).toMatchObject({ code: "authentication_required", status_code: 401 });
  expect((await graphql("{ __typename }")).data).toEqual({ __typename: "Query" });
});
