import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey, testKey } from "@/lib/testing/keys";
import { addMember, createOrganization, createPerson, testPassword } from "@/lib/testing/world";

serveGraphql();

const reason = (answer: { errors: { extensions?: { reason?: string } }[] }) => answer.errors[0]?.extensions?.reason;

describe("a document that asks for too much", () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join(" ");

  it("is refused before anything runs: aliases, levels, roots, lists, tokens [S78]", async () => {
    const key = await createKey(await createOrganization());
    const bombs: [string, string][] = [
      ["aliases", `{ organization { ${many(61, (index) => `a${index}: id`)} } }`],
      ["questions", `{ ${many(21, (index) => `a${index}: workspace_config { default_currency }`)} }`],
      ["levels", `{ user { ${"organizations { ".repeat(14)}id${" }".repeat(14)} } }`],
      [
        "fields",
        "{ user { organizations { shipments { parcels { id } } orders { shipments { parcels { id weight } } line_items { title } } orders2: orders(filter: { first: 100 }) { shipments { parcels { id weight width } line: parcels { id } } } } } }",
      ],
      ["very many levels", `${"{ organization ".repeat(2400)}{ id }${" }".repeat(2400)}`],
      [
        "very many lists",
        `mutation { update_organization(input: { id: ${"[".repeat(2400)}${"]".repeat(2400)} }) { errors { field } } }`,
      ],
      ["fragments", `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`],
      [
        "doubling",
        `{ user { ...F0 } } ${many(25, (index) => `fragment F${index} on UserType { organizations { id } ...F${index + 1} x${index}: organizations { current_user { email } } ...F${index + 1} }`)} fragment F25 on UserType { id }`,
      ],
    ];
    for (const [what, document] of bombs) {
      const answer = await graphql(document, { key });
      expect(answer.status, what).toBe(200);
      expect(answer.data, what).toBeNull();
      expect(["document_too_large", "fragment_circle"], what).toContain(reason(answer));
    }
    const long = await graphql(`{ organization { ${"id ".repeat(6000)} } }`, { key });
    expect(long.data).toBeNull();
    expect(long.errors[0].code).toBe("invalid_document");
  });

  it("is refused where it changes a lot at once, so guesses count one each [S81]", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const token = await accessToken(person);
    const guess = (index: number) =>
      `a${index}: delete_organization(input: { id: "${organizationId(own)}", password: "guess ${index}" }) { errors { messages } }`;
    const batch = await graphql(`mutation { ${many(11, guess)} }`, { token });
    expect(reason(batch)).toBe("document_too_large");
    const ten = await graphql(`mutation { ${many(10, guess)} }`, { token });
    expect(ten.text.match(/This is not your password/g)).toHaveLength(10);
    const right = await graphql(
      `mutation { delete_organization(input: { id: "${organizationId(own)}", password: "${testPassword}" }) { errors { messages } } }`,
      { token },
    );
    expect(right.errors[0]).toMatchObject({ code: "limited", status_code: 429 });
  });

  it("is no list of documents, no form, no address and no subscription", async () => {
    const key = await createKey(await createOrganization());
    expect((await graphql("", { key, body: '[{"query":"{ __typename }"}]' })).status).toBe(400);
    expect((await graphql("", { key, body: '{"query":"{ __typename }","query":"{ user { id } }"}' })).status).toBe(400);
    expect((await graphql("", { key, body: '{"query":' })).status).toBe(400);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await graphql("", { key, body: "query={__typename}", headers: form })).status).toBe(415);
    expect((await graphql("", { key, method: "GET", path: "/graphql?query={__typename}" })).status).toBe(405);
    expect((await graphql("", { key, body: JSON.stringify({ query: "x".repeat(1_100_000) }) })).status).toBe(413);
    const unread: [Parameters<typeof graphql>[1], number, string][] = [
      [{ key, body: "[]" }, 400, "invalid_json"],
      [{ key, body: "query", headers: form }, 415, "unsupported_media_type"],
    ];
    for (const [asked, status, code] of unread) {
      const answer = await graphql("", asked);
      expect(answer).toMatchObject({ status, data: null, errors: [{ code, status_code: status }] });
    }
    expect((await graphql("subscription { x }", { key })).errors[0].code).toBe("invalid_document");
  });

  it("pages within bounds, whatever is asked for [S78]", async () => {
    const key = await createKey(await createOrganization());
    for (const filter of ["first: 1000000000", "first: -1", "offset: -5", "offset: 5000"]) {
      const { data, errors } = await graphql(`{ shipments(filter: { ${filter} }) { edges { cursor } } }`, { key });
      expect(data, filter).toBeNull();
      expect(errors[0], filter).toMatchObject({ code: "invalid", status_code: 422 });
    }
  });
});

describe("a call", () => {
  it("counts on its organization and key, whatever it asks, and says what is left", async () => {
    const key = await createKey(await createOrganization());
    const first = await graphql("{ organization { id } user { id } }", { key });
    const second = await graphql("{ nothing }", { key });
    const left = ({ headers }: { headers: Record<string, unknown> }) =>
      Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);
    expect(first.headers["ratelimit-policy"]).toContain("w=60");
    expect(left(second)).toBe(left(first) - 1);
  });
});

describe("a stranger", () => {
  it("reads no schema and no organization, and is told what to send", async () => {
    const schema = await graphql(getIntrospectionQuery());
    expect(schema.errors[0]).toMatchObject({ code: "authentication_required", status_code: 401 });
    const { data, errors } = await graphql("{ organizations { id } }");
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({ code: "authentication_required", status_code: 401 });
  });

  it("with a key that is none, or a forged token, is told so once, whatever the document asks", async () => {
    for (const asked of [{ key: testKey() }, { key: "key_nonsense" }, { token: "eyJhbGciOiJub25lIn0.e30." }]) {
      const { data, errors, status } = await graphql("{ organizations { id } user { id } }", asked);
      expect(status).toBe(200);
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ code: "invalid_token", status_code: 401 });
    }
  });

  it("cannot send a document in somebody's name from another page", async () => {
    const { owner, slug } = await createOrganization();
    const asked = { slug, session: owner.hostSession };
    expect((await graphql("{ organization { id } }", asked)).data.organization.id).toMatch(/^org_/);
    const foreign = await graphql("{ organization { id } }", { ...asked, headers: { origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
    const none = await graphql("{ organization { id } }", { ...asked, headers: { origin: "null" } });
    expect(none.status).toBe(403);
  });
});

describe("the schema", () => {
  it("is read by whoever has a credential, with the usual query", async () => {
    const key = await createKey(await createOrganization());
    const { data, errors } = await graphql(getIntrospectionQuery(), { key });
    expect(errors).toEqual([]);
    expect(data.__schema.types.length).toBeGreaterThan(60);
    const deep = `{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }`;
    expect((await graphql(deep, { key })).data).toBeNull();
  });

  it("costs what it answers: a short document does not ask all of it sixty times [S78]", async () => {
    const key = await createKey(await createOrganization());
    const again = Array.from({ length: 58 }, (_, at) => `a${at}: fields { name type { name } }`).join(" ");
    const { data, errors } = await graphql(`{ __schema { types { fields { type { ${again} } } } } }`, { key });
    expect(data).toBeNull();
    expect(errors[0].extensions.reason).toBe("document_too_large");
    const mixed = `{ __typename ${Array.from({ length: 20 }, (_, at) => `a${at}: shipments(filter: { first: 60 }) { edges { node { id status created parcels { id weight } } } }`).join(" ")} }`;
    expect((await graphql(mixed, { key })).errors[0]?.extensions.reason).toBe("document_too_large");
  });
});

describe("another organization", () => {
  it("is as one that does not exist, by every id and header [S30] [S41]", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const foreign = await createOrganization({ name: "Foreign Freight" });
    const token = await accessToken(person);
    const ask = `query($id: String) { organization(id: $id) { id name members { email } } }`;
    const theirs = await graphql(ask, { token, variables: { id: organizationId(foreign) } });
    const nobodys = await graphql(ask, { token, variables: { id: "org_01h2xcejqtf2nbrexx3vqjhp41" } });
    const plain = (text: string) => text.replace(/"request_id":"[^"]+"/g, "");
    expect(plain(theirs.text)).toBe(plain(nobodys.text));
    expect(theirs.errors[0]).toMatchObject({ code: "invalid_organization", status_code: 404 });
    const named = await graphql("{ organizations { id } }", {
      token,
      headers: { "x-org-id": organizationId(foreign) },
    });
    expect(named.data).toBeNull();
    expect(named.errors[0].code).toBe("invalid_organization");
    const elsewhere = await graphql("{ organization { id } }", { slug: foreign.slug, session: own.owner.hostSession });
    expect(elsewhere.text).not.toContain(foreign.name);
    expect(elsewhere.data).toBeNull();
  });

  it("is not changed by an id of it [S12]", async () => {
    const own = await createOrganization();
    const foreign = await createOrganization();
    const member = await addMember(foreign, { role: "user" });
    const key = await createKey(foreign);
    const made = await graphql(
      `mutation { create_address(input: { person_name: "Ann", address_line1: "Quay 1", city: "Gent", country_code: BE }) { address { id } errors { field messages } } }`,
      { key },
    );
    const { id } = made.data.create_address.address;
    const asked = { key: await createKey(own) };
    const { data, errors } = await graphql(`{ address(id: "${id}") { id city } }`, asked);
    expect(data.address).toBeNull();
    expect(errors[0]).toMatchObject({ code: "not_found", status_code: 404 });
    const removed = await graphql(`mutation { delete_address(input: { id: "${id}" }) { id } }`, asked);
    expect(removed.errors[0].code).toBe("not_found");
    const token = await accessToken(own.owner);
    const suspended = await graphql(
      `mutation { update_member_status(input: { org_id: "${organizationId(foreign)}", user_id: "${member.membershipId}", is_active: false }) { errors { field } } }`,
      { token },
    );
    expect(suspended.errors[0] ?? suspended.data.update_member_status.errors[0]).toBeDefined();
    expect((await graphql(`{ address(id: "${id}") { city } }`, { key })).data.address.city).toBe("Gent");
  });
});

describe("a member", () => {
  it("sees each field by their rights, and nothing of the rest [S80]", async () => {
    const organization = await createOrganization();
    const staff = await addMember(organization, { role: "staff" });
    const token = await accessToken(staff);
    const { data, errors, text } = await graphql(
      `{ organization { id name token members { email } organization_invites { id } workspace_config { default_currency }
        usage { members } current_user { email roles } shipments { id } customers { id } } }`,
      { token },
    );
    expect(data.organization).toMatchObject({
      name: organization.name,
      current_user: { email: staff.email, roles: [] },
    });
    const refused = ["token", "members", "organization_invites", "workspace_config", "usage", "shipments", "customers"];
    for (const field of refused) expect(data.organization[field], field).toBeNull();
    expect(errors.map(({ path }) => path[1]).sort()).toEqual([...refused].sort());
    for (const error of errors) expect(error).toMatchObject({ code: "forbidden", status_code: 403 });
    expect(text).not.toContain(organization.owner.email);
  });
});

it("a filter by what a list does not know is refused, since to leave it out would show more", async () => {
  const key = await createKey(await createOrganization());
  const filters = [
    ["shipments", "metadata_key", '"a"'],
    ["shipments", "is_archived", "true"],
    ["trackers", "carrier_name", '["ups"]'],
    ["trackers", "request_id", '"a"'],
    ["orders", "option_key", '["a"]'],
    ["orders", "metadata_value", '["a"]'],
  ];
  for (const [list, field, value] of filters) {
    const asked = (given: string) =>
      graphql(`{ ${list}(filter: { ${field}: ${given} }) { edges { node { id } } } }`, { key });
    const { data, errors } = await asked(value ?? "");
    expect(data, field).toBeNull();
    expect(errors, field).toMatchObject([{ code: "invalid", extensions: { fields: [{ field }] } }]);
    expect((await asked("null")).errors, field).toEqual([]);
  }
  const both = [
    ["shipments", 'keyword: "Gent", reference: "SHP-7"', "reference"],
    ["orders", 'keyword: "Gent", address: ["Gent"]', "address"],
    ["addresses", 'keyword: "Gent", address: "Gent"', "address"],
  ];
  for (const [list, filter, field] of both) {
    const { data, errors } = await graphql(`{ ${list}(filter: { ${filter} }) { edges { node { id } } } }`, { key });
    expect(data, list).toBeNull();
    expect(errors, list).toMatchObject([{ code: "invalid", extensions: { fields: [{ field }] } }]);
  }
  const empty = await graphql('{ shipments(filter: { keyword: "", reference: "SHP-7" }) { edges { node { id } } } }', {
    key,
  });
  expect(empty.errors).toEqual([]);
});

it("a value in the document has no field by the name of a prototype [S83]", async () => {
  const key = await createKey(await createOrganization());
  for (const name of ["__proto__", "constructor", "prototype"]) {
    const credentials = `{ account: { list: [{ ${name}: { polluted: true } }] } }`;
    const { data, errors } = await graphql(
      `mutation { create_carrier_connection(input: { carrier_name: "ups", carrier_id: "own", credentials: ${credentials} }) { errors { field } } }`,
      { key },
    );
    expect(data, name).toBeNull();
    expect(errors, name).toMatchObject([{ message: expect.stringContaining("a name that is not allowed") }]);
  }
});
