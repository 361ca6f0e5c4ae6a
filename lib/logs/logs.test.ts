import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { settled } from "@/lib/access/after";
import { decodeId, encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { callsOf, makeLog } from "@/lib/testing/logs";
import { makeBranch } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { findLog, listLogs } from "./operations";

let organization: Organization;
let other: Organization;
let key: string;

serveGraphql();

beforeAll(async () => {
  [organization, other] = [await createOrganization(), await createOrganization()];
  key = await createKey(organization);
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
    const found = async (q: string) => [await list({ q }), q];
    expect(await found(id)).toEqual([[roles, members], id]);
    expect(await found(String(refused?.status))).toEqual([[roles], String(refused?.status)]);
    expect(await found("299")).toEqual([[], "299"]);
    const [{ address = "" } = {}] = (await owner.handle.run(listLogs, {})).data;
    expect(await found(address ?? "")).toEqual([[roles], address]);
    await guard`update public.api_calls set address = '2001:db8::7' where id = ${seen?.id ?? ""}`;
    expect(await found("2001:db8::7")).toEqual([[members], "2001:db8::7"]);
    const today = new Date().toISOString().slice(0, 10);
    const past = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    expect(await list({ from: past })).toEqual([roles, members]);
    expect(await list({ to: past })).toEqual([]);
    expect(await list({ from: "2999-01-01", to: today })).toEqual([]);
    expect(await list({ from: "1900-01-01" })).toEqual([roles, members]);
    expect(await list({ to: "1900-01-01" })).toEqual([]);
    const first = await owner.handle.run(listLogs, { limit: 1 });
    const next = await owner.handle.run(listLogs, { limit: 1, cursor: first.next_cursor ?? "" });
    expect([...first.data, ...next.data].map(({ path }) => path)).toEqual([roles, members]);
  });

  it("finds over GraphQL what it calls succeeded and failed, also where a document was refused with 200", async () => {
    const mine = await createOrganization();
    const own = await createKey(mine);
    await callApi({ path: "/nowhere", key: own });
    await graphql("{ nothing }", { key: own, path: "/api/graphql" });
    await callApi({ path: "/me", key: own });
    await settled();
    const found = async (filter: object) => {
      const document =
        "query($filter: LogFilter) { logs(filter: $filter) { edges { node { path status status_code } } } }";
      const { data } = await graphql(document, {
        key: own,
        variables: { filter: { api_endpoint: "/api", ...filter } },
      });
      return data.logs.edges.map(({ node }: { node: object }) => Object.values(node).join(" "));
    };
    const all = ["/api/v1/me succeeded 200", "/api/graphql failed 200", "/api/v1/nowhere failed 404"];
    expect(await found({ first: 3 })).toEqual(all);
    expect(await found({ status: "failed" })).toEqual(all.slice(1));
    expect(await found({ status: "succeeded" })).toEqual(all.slice(0, 1));
    expect(await found({ status: "succeeded", status_code: [200, 404] })).toEqual(all.slice(0, 1));
  });

  it("takes a word for an address of a client only where it is one", async () => {
    const mine = await createOrganization();
    const { slug, owner } = mine;
    await callApi({
      slug,
      session: owner.hostSession,
      path: "/addresses",
      headers: { "x-berth-address": "2001:db8::a" },
    });
    await settled();
    const list = async (q: string) => (await owner.handle.run(listLogs, { q })).data.map(({ path }) => path);
    expect(await list("add")).toEqual(["/api/v1/addresses"]);
    expect(await list("2001:DB8::a")).toEqual(["/api/v1/addresses"]);
    expect(await list("2001:db8::b")).toEqual([]);
    expect(await list("10.1.2.3")).toEqual([]);
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

  it("holds calls of the last hour and of no other time, whatever a writer says", async () => {
    const mine = await createOrganization();
    const line = { method: "GET", path: "/told", query: "", host: "", status: 200 };
    const lines = ["1999-12-31T00:00:00Z", "2999-01-01T00:00:00Z"].map((at) => ({
      ...{ ...line, id: uuidv7(), at },
      ...{ milliseconds: 1, request_bytes: 0, response_bytes: 0 },
    }));
    const hash = sha256(await createKey(mine)).toString("hex");
    const callers = JSON.stringify([{ kind: "key", hash, lines }]);
    await appPool().query("select guard.append_calls($1, $2)", [callers, Buffer.alloc(0)]);
    const hours = (await callsOf(mine)).map(({ at }) => (Date.now() - at.getTime()) / 3_600_000);
    expect(hours.map((ago) => Math.round(ago)).sort()).toEqual([0, 1]);
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

async function requestIdOf(id: string): Promise<string> {
  const [row] = await guard<{ request_id: string }[]>`select request_id from public.api_calls where id = ${id}`;
  return row?.request_id ?? "";
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
