import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { addMember, createOrganization } from "@/lib/testing/world";
import { comesWhole, inputSchema, outputSchema } from "./json-schema";
import { routes } from "./routes";

const lists = routes.filter(({ method, operation }) => {
  const { data, next_cursor } = outputSchema(operation).properties ?? {};
  return method === "GET" && data?.type === "array" && next_cursor !== undefined;
});

/** What they need to be asked for. */
const needed: Record<string, string> = {
  "imports.recent": "list=products",
  "views.list": "list=shipments",
  "search.records": "q=ma",
  "group.assignments": "members=",
};

type Row = Record<string, unknown>;

async function paged(path: string, limit: number, key: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await callApi({ path: `${path}limit=${limit}${next}`, key });
    expect([status, body.data.length <= limit], path).toEqual([200, true]);
    rows.push(...body.data);
    cursor = body.next_cursor;
  } while (cursor !== null);
  return rows;
}

describe("every list", () => {
  it("takes limit and cursor", () => {
    expect(lists.length).toBeGreaterThan(50);
    for (const { operation } of lists)
      expect(Object.keys(inputSchema(operation).properties ?? {}), operation.name).toEqual(
        expect.arrayContaining(["limit", "cursor"]),
      );
  });

  it("has something in its rows that tells them apart", () => {
    for (const { operation } of lists.filter((each) => comesWhole(each.operation))) {
      const { properties = {} } = outputSchema(operation).properties?.data?.items ?? {};
      const own = ["id", "key", "type", "permission", "kind"].filter((name) => name in properties);
      expect(own, operation.name).not.toEqual([]);
    }
  });

  const whole = lists.filter(({ operation }) => comesWhole(operation) && operation.scope === "organization");

  for (const { operation, path } of whole)
    it(`${operation.name} in pages is what it is as a whole`, async () => {
      const organization = await createOrganization();
      await addMember(organization, { role: "manager" });
      const key = await createKey(organization);
      await createKey(organization);
      await callApi({ path: "/me", key });
      await settled();
      const asked = `${path}?${needed[operation.name] ?? ""}&`;
      const all = await callApi({ path: asked, key });
      expect([all.status, all.body.next_cursor]).toEqual([200, null]);
      const rows = await paged(asked, all.body.data.length > 20 ? 17 : 1, key);
      const told = ({ last_used_at: _, ...row }: Row) => row;
      expect(rows.map(told)).toEqual(all.body.data.map(told));
      for (const bad of ["limit=0", "limit=101", "limit=x", "limit=1.5", "cursor=x", "limit=1&limit=2"]) {
        const answer = await callApi({ path: `${asked}${bad}`, key });
        expect([answer.status, Object.keys(answer.body.errors[0].details)], bad).toEqual([422, [bad.split("=")[0]]]);
      }
    });
});

describe("a list that comes whole", () => {
  const world = async (many: number) => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    for (let at = 0; at < many; at++) await createWebhook(key, at);
    const { data } = (await callApi({ path: "/webhooks", key })).body;
    return { key, ids: data.map(({ id }: Row) => id) as string[] };
  };
  const createWebhook = (key: string, at: number) =>
    callApi({ method: "POST", path: "/webhooks", key, body: { url: `https://hooks.example/${at}`, events: ["*"] } });
  const page = async (key: string, query: string) => (await callApi({ path: `/webhooks?${query}`, key })).body;
  const remove = (key: string, id: string | undefined) => callApi({ method: "DELETE", path: `/webhooks/${id}`, key });
  const idsOf = ({ data }: { data: Row[] }) => data.map(({ id }) => id);

  it("goes on in the right place when rows come and go meanwhile", async () => {
    const { key, ids } = await world(5);
    const first = await page(key, "limit=2");
    expect(idsOf(first)).toEqual(ids.slice(0, 2));
    const next = `cursor=${encodeURIComponent(first.next_cursor)}`;
    await remove(key, ids[1]);
    expect(idsOf(await page(key, `limit=2&${next}`))).toEqual(ids.slice(2, 4));
    await remove(key, ids[0]);
    await createWebhook(key, 9);
    expect(idsOf(await page(key, `limit=2&${next}`))).toEqual(ids.slice(2, 4));
    await remove(key, ids[2]);
    expect(idsOf(await page(key, `limit=1&${next}`))).toEqual(ids.slice(3, 4));
    expect(idsOf(await page(key, next))).toHaveLength(3);
  });

  it("is gone through by somebody who removes what they see", async () => {
    const { key, ids } = await world(4);
    const seen: unknown[] = [];
    for (let cursor = "", more = true; more; ) {
      const { data, next_cursor } = await page(key, `limit=1${cursor}`);
      for (const { id } of data) seen.push(id) && (await remove(key, id));
      more = next_cursor !== null;
      cursor = `&cursor=${encodeURIComponent(next_cursor)}`;
    }
    expect(seen).toEqual(ids);
  });

  it("opens a cursor for its own organization, list and filters alone", async () => {
    const [one, other] = [await world(2), await world(2)];
    const { next_cursor } = await page(one.key, "limit=1");
    const cursor = `cursor=${encodeURIComponent(next_cursor)}`;
    for (const { path, key } of [
      { path: `/webhooks?${cursor}`, key: other.key },
      { path: `/keys?${cursor}`, key: one.key },
      { path: `/webhooks?${cursor.slice(0, -3)}`, key: one.key },
    ]) {
      const answer = await callApi({ path, key });
      expect([answer.status, answer.body.errors[0].reason]).toEqual([422, "bad_cursor"]);
    }
  });
});

it("a record's history is told page by page to its beginning", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const { body: made } = await callApi({ method: "POST", path: "/products", key, body: { name: "One", sku: "S-1" } });
  for (const name of ["Two", "Three", "Four"])
    await callApi({ method: "PATCH", path: `/products/${made.id}`, key, body: { name } });
  const rows = await paged(`/products/${made.id}/history?`, 3, key);
  expect(rows.map(({ action }) => action)).toEqual(["update", "update", "update", "insert"]);
  const { body: other } = await callApi({
    method: "POST",
    path: "/products",
    key,
    body: { name: "Other", sku: "S-2" },
  });
  const { next_cursor } = (await callApi({ path: `/products/${made.id}/history?limit=1`, key })).body;
  const strange = `/products/${other.id}/history?cursor=${encodeURIComponent(next_cursor)}`;
  expect((await callApi({ path: strange, key })).body.errors[0].reason).toBe("bad_cursor");
});
