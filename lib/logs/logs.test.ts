import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { settled } from "@/lib/access/after";
import { Handle } from "@/lib/access/handle";
import { signAccessToken } from "@/lib/api/access-token";
import { refreshTokens } from "@/lib/auth/tokens";
import { decodeId, encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { startApiProcesses } from "@/lib/testing/api-processes";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey, testKey } from "@/lib/testing/keys";
import { callsOf, makeLog } from "@/lib/testing/logs";
import { createTokens } from "@/lib/testing/tokens";
import { makeBranch } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization, request } from "@/lib/testing/world";
import { findLog, listLogs, setLogRetention } from "./operations";

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

describe("hostile bodies [S83]", () => {
  it.each([
    ["huge", JSON.stringify({ name: "x".repeat(900_000) })],
    ["beyond every bound", JSON.stringify({ name: "x".repeat(1_100_000) })],
    ["not JSON", '{"password": "hunter2-hunter2", '],
    ["binary", "\u0001\u0002\ufffd\u0000"],
    ["deep", `${'{"a":'.repeat(30)}1${"}".repeat(30)}`],
    ["with lone surrogates", '{"name":"\\ud800"}'],
  ])("are no trouble: %s", async (_what, body) => {
    const told = await callApi({ method: "POST", path: "/addresses?note=%00%ed%a0%80", key, body });
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
    const line = await newest();
    expect(line).toMatchObject({ status: told.status, path: "/api/v1/addresses" });
    expect(line?.request?.length ?? 0).toBeLessThanOrEqual(16_000);
    expect(JSON.stringify(line)).not.toContain("hunter2");
  });

  it("are cut with a mark", async () => {
    await callApi({ method: "POST", path: "/addresses", key, body: { name: "y".repeat(50_000) } });
    const line = await newest();
    expect(line?.request).toMatch(/… \[cut\]$/);
    expect(line?.request_bytes).toBe(50_011);
  });
});

describe("the log", () => {
  it("is found by every filter", async () => {
    const mine = await createOrganization();
    const { slug, owner } = mine;
    const id = encodeId("mem", owner.membershipId);
    await callApi({ slug, session: owner.hostSession, path: `/members/${id}` });
    await callApi({ slug, session: owner.hostSession, path: "/roles", method: "POST", body: {} });
    const [refused, seen] = await callsOf(mine);
    const list = async (input: object) => (await owner.handle.run(listLogs, input)).data.map(({ path }) => path);
    const [members, roles] = [`/api/v1/members/${id}`, "/api/v1/roles"];
    expect(await list({})).toEqual([roles, members]);
    expect(await list({ sort: "at" })).toEqual([members, roles]);
    expect(await list({ method: "POST" })).toEqual([roles]);
    expect(await list({ status: "2xx" })).toEqual([members]);
    expect(await list({ status: String(refused?.status) })).toEqual([roles]);
    expect(await list({ errors: "only" })).toEqual([roles]);
    expect(await list({ path: "/api/v1/mem" })).toEqual([members]);
    expect(await list({ by: id })).toEqual([roles, members]);
    expect(await list({ by: encodeId("apk", uuidv7()) })).toEqual([]);
    expect(await list({ entity: id })).toEqual([members]);
    expect(await list({ request: seen && (await requestIdOf(seen.id)) })).toEqual([members]);
    const today = new Date().toISOString().slice(0, 10);
    const past = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    expect(await list({ from: past })).toEqual([roles, members]);
    expect(await list({ to: past })).toEqual([]);
    expect(await list({ from: "2999-01-01", to: today })).toEqual([]);
    const first = await owner.handle.run(listLogs, { limit: 1 });
    const next = await owner.handle.run(listLogs, { limit: 1, cursor: first.next_cursor ?? "" });
    expect([...first.data, ...next.data].map(({ path }) => path)).toEqual([roles, members]);
  });

  it("shows what a call carried to those who may do the same, and its person", async () => {
    const mine = await createOrganization();
    const { handle: developer } = await addMember(mine, { role: "developer" });
    const owned = await makeLog(mine);
    expect((await mine.owner.handle.run(findLog, { id: owned })).response.text).toContain(mine.owner.email);
    const seen = await developer.run(findLog, { id: owned });
    expect(seen).toMatchObject({ bodiesSeen: false, request: { text: null }, response: { text: null } });
    const { handle: admin } = await addMember(mine, { role: "admin" });
    expect((await admin.run(findLog, { id: owned })).bodiesSeen).toBe(true);
    await callApi({ slug: mine.slug, session: mine.owner.hostSession, path: "/me" });
    const [personal] = await callsOf(mine);
    expect((await admin.run(findLog, { id: encodeId("log", personal?.id ?? "") })).bodiesSeen).toBe(false);
  });

  it("shows a document whose parts were never run to nobody who lacks any of them", async () => {
    const mine = await createOrganization();
    const { handle: developer } = await addMember(mine, { role: "developer" });
    const own = await createKey(mine);
    const change = "mutation ($data: UpdateOrderMutationInput!) { update_order(input: $data) { errors { field } } }";
    const sent = { data: { id: "none", options: { note: "Behind the red door" } } };
    for (const query of [`${change} fragment F on Nowhere { id }`, change, "{ nonsense }"]) {
      await graphql(query, { key: own, variables: sent });
      const [line] = await callsOf(mine);
      const seen = await developer.run(findLog, { id: encodeId("log", line?.id ?? "") });
      expect([seen.bodiesSeen, seen.request.text], query).toEqual([false, null]);
      expect((await mine.owner.handle.run(findLog, { id: encodeId("log", line?.id ?? "") })).bodiesSeen).toBe(true);
    }
  });

  it("shows whoever is limited to branches their own calls alone", async () => {
    const mine = await createOrganization();
    const member = await addMember(mine, { role: "admin" });
    const branch = await makeBranch(mine);
    await makeLog(mine);
    await guard`update public.memberships set all_branches = false where id = ${member.membershipId}`;
    await guard`insert into public.membership_branches (organization_id, id, membership_id, branch_id)
      values (${mine.id}, guard.uuid7(), ${member.membershipId}, ${decodeId("brn", branch) ?? ""})`;
    await callApi({ slug: mine.slug, session: member.hostSession, path: "/roles" });
    await settled();
    const seen = await member.handle.run(listLogs, {});
    expect(seen.data.map(({ path }) => path)).toEqual(["/api/v1/roles"]);
  });

  it("is written by nobody without a credential of its organization [S12]", async () => {
    const line = { id: uuidv7(), at: new Date(), method: "GET", path: "/forged", query: "", host: "", status: 200 };
    const lines = [{ ...line, milliseconds: 1, request_bytes: 0, response_bytes: 0 }];
    const append = async (caller: object) => {
      const callers = JSON.stringify([{ ...caller, lines }]);
      const { rows } = await appPool().query("select guard.append_calls($1, $2) as n", [callers, Buffer.alloc(0)]);
      return rows[0]?.n;
    };
    const own = { kind: "key", hash: sha256(key).toString("hex") };
    const named = { organization: other.id };
    expect(await append({ ...named, kind: "key", hash: "00" })).toBe(0);
    expect(await append({ ...named, kind: "session", hash: "00" })).toBe(0);
    expect(await append({ ...named, kind: "token", hash: "00" })).toBe(0);
    expect(await append({ ...named, kind: "nonsense", hash: own.hash })).toBe(0);
    expect(await append({ ...named, ...own })).toBe(1);
    expect(await append({ ...named, ...own })).toBe(0); // the same line again adds nothing
    expect((await callsOf(other)).filter(({ path }) => path === "/forged")).toEqual([]);
    expect((await callsOf(organization)).filter(({ path }) => path === "/forged")).toHaveLength(1);
  });

  it("cannot be changed by the application", async () => {
    const client = await appPool().connect();
    try {
      for (const act of [
        "insert into api_calls default values",
        "update api_calls set path = ''",
        "delete from api_calls",
        "truncate api_calls",
        "update usage_days set api_calls = 0",
      ])
        await expect(client.query(act)).rejects.toMatchObject({ code: "42501" });
    } finally {
      client.release();
    }
  });
});

it("two processes lose nothing, number each call once, and add the same to the day", async () => {
  const mine = await createOrganization();
  const theirKey = await createKey(mine);
  const processes = await startApiProcesses(2);
  try {
    const headers = { authorization: `Token ${theirKey}` };
    await processes.callAll({ calls: 30, path: "/members", headers });
    await processes.callAll({ calls: 10, path: "/nothing", headers });
    await expect.poll(async () => (await callsOf(mine)).length, { timeout: 20_000 }).toBe(80);
  } finally {
    processes.stop();
  }
  const calls = await callsOf(mine);
  expect(calls.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 80 }, (_, at) => at + 1),
  );
  const [sums] = await guard<{ calls: number; errors: number }[]>`
    select sum(api_calls)::int as calls, sum(api_errors)::int as errors from public.usage_days where organization_id = ${mine.id}`;
  expect(sums).toEqual({ calls: 80, errors: 20 });
});

it("lets go of what an organization keeps no longer, and of nothing else", async () => {
  const [brief, long] = [await createOrganization(), await createOrganization()];
  await brief.owner.handle.run(setLogRetention, { days: 2 });
  const old = uuidv7({ msecs: Date.now() - 3 * 86_400_000 });
  for (const each of [brief, long]) {
    await makeLog(each);
    await guard`insert into public.api_calls select organization_id, ${old}::uuid, 99, at, method, path, query, host, operations, needs,
      status, error, milliseconds, credential_kind, credential_id, membership_id, caller, test_mode, address, agent, request_id, headers,
      entities, request, request_bytes, response, response_bytes from public.api_calls where organization_id = ${each.id}`;
  }
  while ((await guard<{ gone: number }[]>`select guard.drop_old_calls(1000) as gone`)[0]?.gone);
  expect((await callsOf(brief)).map(({ id }) => id)).not.toContain(old);
  expect(await callsOf(brief)).toHaveLength(1);
  expect((await callsOf(long)).map(({ id }) => id)).toContain(old);
});

type Refused = { path: string; method?: string; body?: object; role?: string };

async function everything(): Promise<number> {
  await settled();
  const [row] = await guard<{ count: number }[]>`select count(*)::int as count from public.api_calls`;
  return row?.count ?? 0;
}

async function requestIdOf(id: string): Promise<string> {
  const [row] = await guard<{ request_id: string }[]>`select request_id from public.api_calls where id = ${id}`;
  return row?.request_id ?? "";
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
