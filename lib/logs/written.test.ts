import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { Handle } from "@/lib/access/handle";
import { signAccessToken } from "@/lib/api/access-token";
import { refreshTokens } from "@/lib/auth/tokens";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey, testKey } from "@/lib/testing/keys";
import { callsOf } from "@/lib/testing/logs";
import { bothModes, createKeyOf } from "@/lib/testing/modes";
import { createTokens } from "@/lib/testing/tokens";
import { addMember, createOrganization, createPerson, guard, type Organization, request } from "@/lib/testing/world";
import { listLogs } from "./operations";

let organization: Organization;
let other: Organization;
let key: string;

serveGraphql();

beforeAll(async () => {
  [organization, other] = [await createOrganization(), await createOrganization()];
  key = await createKey(organization);
});

const newest = async (of: Organization = organization) => (await callsOf(of))[0];

describe("a call", () => {
  it("is written down with what was asked, by whom, and how it ended", async () => {
    const body = { name: "Ann", country: "NL", city: "Delft", line1: "Street 1", postal_code: "2611" };
    const made = await callApi({ method: "POST", path: "/addresses?", key, body });
    const line = await newest();
    expect(line).toMatchObject({
      method: "POST",
      path: "/api/v1/addresses",
      status: made.status,
      operations: ["addresses.create"],
      credential_kind: "key",
      caller: "Test key",
      request_bytes: JSON.stringify(body).length,
      response_bytes: made.text.length,
    });
    expect(JSON.parse(line?.request ?? "")).toEqual(body);
    expect(line?.response).toBe(made.text);
    expect(line?.headers).toMatchObject({ authorization: "Token [masked]", "content-type": "application/json" });
  });

  it("of a session and of a token is the member's", async () => {
    const { owner, slug } = organization;
    await callApi({ slug, session: owner.hostSession, path: "/members" });
    expect(await newest()).toMatchObject({ credential_kind: "session", membership_id: owner.membershipId });
    const token = await signAccessToken(await createTokens(owner));
    await callApi({ path: "/members", headers: { authorization: `Bearer ${token}` } });
    expect(await newest()).toMatchObject({ credential_kind: "token", caller: owner.name });
  });

  it("of a person's account is in nobody's log, and one of their token that names no organization in the default one's", async () => {
    const person = await createPerson();
    const [first, second] = [await createOrganization({ owner: person }), await createOrganization({ owner: person })];
    const headers = { authorization: `Bearer ${await signAccessToken(await createTokens(person))}` };
    expect((await callApi({ path: "/account/invitations", headers })).status).toBe(200);
    expect(await newest(first)).toBeUndefined();
    expect((await callApi({ path: "/nowhere", headers })).status).toBe(404);
    expect(await newest(first)).toMatchObject({ path: "/api/v1/nowhere", status: 404, caller: person.name });
    expect(await newest(second)).toBeUndefined();
  });

  it("for test records is among those of its mode", async () => {
    const mine = await createOrganization();
    const session = { slug: mine.slug, session: mine.owner.hostSession };
    await callApi({ ...session, path: "/members" });
    await callApi({ ...session, path: "/roles", headers: { "x-test-mode": "true" } });
    await settled();
    const { credential, request: info } = mine.owner.handle;
    const ofTests = new Handle(credential, { ...info, test: true });
    const paths = async (handle: Handle) => (await handle.run(listLogs, {})).data.map(({ path }) => path);
    expect(await paths(mine.owner.handle)).toEqual(["/api/v1/members"]);
    expect(await paths(ofTests)).toEqual(["/api/v1/roles"]);
  });

  it("of a key is in the key's mode, whatever else it asks for", async () => {
    const mine = await createOrganization();
    for (const mode of bothModes)
      for (const header of ["true", "false"])
        await callApi({ path: "/members", key: await createKeyOf(mine, mode), headers: { "x-test-mode": header } });
    const lines = await callsOf(mine);
    expect(lines.map(({ caller, test_mode }) => [caller, test_mode])).toEqual([
      ["A test key", true],
      ["A test key", true],
      ["A live key", false],
      ["A live key", false],
    ]);
  });

  it("of a token that was renewed right after it is still its person's", async () => {
    const pair = await createTokens(organization.owner);
    const token = await signAccessToken(pair);
    const asked = await callApi({ path: "/roles", headers: { authorization: `Bearer ${token}` } });
    expect(await refreshTokens(pair.refresh, request())).not.toBeNull();
    expect(await newest()).toMatchObject({ path: "/api/v1/roles", status: asked.status, credential_kind: "token" });
    expect((await callApi({ path: "/roles", headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  it.each([
    ["403", { path: "/settings", role: "driver" }, 403],
    ["404 of a record", { path: `/shipments/${encodeId("shp", uuidv7())}` }, 404],
    ["404 of an address", { path: "/nothing-here" }, 404],
    ["405", { path: "/members", method: "DELETE" }, 405],
    ["422", { path: "/shipments", method: "POST", body: { nonsense: 1 } }, 422],
  ])("that was refused is in its organization's log: %s", async (_what, { role, ...call }: Refused, status) => {
    const member = role ? await addMember(organization, { role }) : organization.owner;
    const { slug } = organization;
    expect((await callApi({ ...call, slug, session: member.hostSession })).status).toBe(status);
    expect(await newest()).toMatchObject({ status, membership_id: member.membershipId });
    expect((await newest())?.error).not.toBeNull();
  });

  it("of a key that is over is its organization's, and one of no key is nobody's", async () => {
    const ended = await createKey(other);
    await guard`update guard.api_keys set revoked_at = now(), ended_as = 'revoked' where hash = ${sha256(ended)}`;
    expect((await callApi({ path: "/members", key: ended })).status).toBe(401);
    expect(await newest(other)).toMatchObject({ status: 401, caller: "Test key" });
    const before = await everything();
    expect((await callApi({ path: "/members", key: testKey() })).status).toBe(401);
    expect((await callApi({ path: "/members" })).status).toBe(401);
    expect(await everything()).toBe(before);
  });

  it("of another organization's key at this one's address is told to the key's own alone", async () => {
    const theirs = await createKey(other);
    const before = (await callsOf(organization)).length;
    expect((await callApi({ slug: organization.slug, path: "/members", key: theirs })).status).toBe(404);
    expect(await newest(other)).toMatchObject({ status: 404, path: "/api/v1/members" });
    expect((await callsOf(organization)).length).toBe(before);
  });

  it("of GraphQL is one, with its document", async () => {
    await graphql("query ($first: Int) { shipments(filter: {first: $first}) { edges { node { id } } } }", {
      key,
      variables: { first: 2 },
    });
    const line = await newest();
    expect(line).toMatchObject({ path: "/graphql", status: 200, error: null });
    expect(line?.operations).toContain("shipments.list");
    expect(JSON.parse(line?.request ?? "").variables).toEqual({ first: 2 });
    await graphql("{ nonsense }", { key });
    expect(await newest()).toMatchObject({ status: 200, error: "invalid_document" });
  });

  it.each([
    ["405", { method: "GET", path: "/graphql" }, 405, "method_not_allowed"],
    ["a body that is no JSON", { body: '{"query":' }, 400, "invalid_json"],
    ["a body without a document", { body: '{"querry":"{ me(password: \\"s3cret\\") }"}' }, 400, "invalid_document"],
    ["another content type", { body: "x", headers: { "content-type": "text/plain" } }, 415, "unsupported_media_type"],
  ])("of GraphQL that could not be read is in its organization's log: %s", async (_what, asked, status, error) => {
    expect((await graphql("", { key, ...asked })).status).toBe(status);
    const line = await newest();
    expect(line).toMatchObject({ path: "/graphql", status, error, caller: "Test key" });
    expect(line?.request ?? "").not.toContain("s3cret");
  });

  it("that asks of several organizations shows none of them what it was told of another", async () => {
    const person = await addMember(organization, { role: "admin" });
    await addMember(other, { role: "admin", person });
    const token = await signAccessToken(await createTokens(person));
    const asked = `{ a: organization(id: "${encodeId("org", organization.id)}") { name }
      b: organization(id: "${encodeId("org", other.id)}") { name members { email } } }`;
    const told = await graphql(asked, { token, headers: { "x-org-id": encodeId("org", organization.id) } });
    expect(told.text).toContain(other.name);
    for (const each of [organization, other])
      expect(await newest(each)).toMatchObject({
        path: "/graphql",
        request: null,
        response: null,
        caller: person.name,
      });
  });
});

type Refused = { path: string; method?: string; body?: object; role?: string };

async function everything(): Promise<number> {
  await settled();
  const [row] = await guard<{ count: number }[]>`select count(*)::int as count from public.api_calls`;
  return row?.count ?? 0;
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
