import { describe, expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { createOrganization, guard, type Organization, testPassword } from "@/lib/testing/world";

serveGraphql();

const address = (city: string) =>
  `create_address(input: { person_name: "Ann", address_line1: "Quay 1", city: "${city}", country_code: BE }) { address { id city created_at } }`;
const one = `mutation { ${address("Gent")} }`;
const two = `mutation { a: ${address("Gent")} b: ${address("Brugge")} }`;

async function world() {
  const organization = await createOrganization();
  return { organization, key: await createKey(organization) };
}

const under = (key: string, once: string) => ({ key, headers: { "idempotency-key": once } });

async function addressesOf({ id }: Organization): Promise<number> {
  const [row] = await guard<
    { n: number }[]
  >`select count(*)::int as n from public.addresses where organization_id = ${id}`;
  return row?.n ?? -1;
}

describe("a document with an Idempotency-Key [S77]", () => {
  it("changes once what it changes, however often and how many at once it comes", async () => {
    const { organization, key } = await world();
    const answers = await Promise.all(Array.from({ length: 8 }, () => graphql(two, under(key, "twice"))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.data.a.address.id).not.toBe(answers[0]?.data.b.address.id);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === "true")).toHaveLength(7);
    expect(await addressesOf(organization)).toBe(2);
  });

  it("is refused under the same key with other variables, another document or another If-Match", async () => {
    const { organization, key } = await world();
    await graphql(one, under(key, "one"));
    const others = [
      await graphql(two, under(key, "one")),
      await graphql(one, { ...under(key, "one"), variables: { more: 1 } }),
      await graphql(one, { key, headers: { "idempotency-key": "one", "if-match": '"other"' } }),
    ];
    for (const { errors } of others)
      expect(errors[0]).toMatchObject({ extensions: { reason: "idempotency_key_reused" } });
    expect(await addressesOf(organization)).toBe(1);
  });

  it("goes on where it was interrupted: what was done stays, what was not is done", async () => {
    const { organization, key } = await world();
    const bad = `mutation { a: ${address("Gent")} b: create_address(input: { city: "Brugge" }) { address { id } errors { field } } }`;
    const first = await graphql(bad, under(key, "half"));
    const again = await graphql(bad, under(key, "half"));
    expect(again.data.a).toEqual(first.data.a);
    expect([first.data.b.errors.length > 0, again.data.b.errors.length > 0]).toEqual([true, true]);
    expect(await addressesOf(organization)).toBe(1);
  });

  it("keeps no secret, and asks who acts again each time [S73]", async () => {
    const { owner, ...organization } = await createOrganization();
    const document = `mutation($password: String) { create_api_key(input: { label: "Dock", password: $password }) { api_key { key } errors { field } } }`;
    const asked = {
      token: await accessToken(owner),
      headers: { "x-org-id": organizationId(organization), "idempotency-key": "dock" },
    };
    const made = await graphql(document, { ...asked, variables: { password: testPassword } });
    expect(made.data.create_api_key.api_key.key).toMatch(/^key_/);
    const wrong = await graphql(document, { ...asked, variables: { password: "not this one" } });
    expect(wrong.data.create_api_key.errors).toEqual([{ field: "password" }]);
    const again = await graphql(document, { ...asked, variables: { password: testPassword } });
    expect(again.text).not.toContain(made.data.create_api_key.api_key.key);
    const unasked = await graphql(document, { ...asked, variables: {} }); // proved a moment ago
    expect([unasked.text, unasked.headers["idempotency-replayed"]]).toEqual([again.text, "true"]);
    const [kept] = await guard<{ n: number }[]>`
      select count(*)::int as n from guard.api_keys where organization_id = ${organization.id} and label = 'Dock'`;
    expect(kept?.n).toBe(1);
  });
});
