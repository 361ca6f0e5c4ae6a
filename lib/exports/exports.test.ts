import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/access/cookies";
import { signAccessToken } from "@/lib/api/access-token";
import { answerApi } from "@/lib/api/api";
import { answerExport } from "@/lib/api/export";
import { exportPaths } from "@/lib/api/openapi-exports";
import { plainText } from "@/lib/csv/formula";
import { decodeId, encodeId } from "@/lib/ids";
import { exportMembers } from "@/lib/members/operations";
import { exportRegistrations } from "@/lib/registrations/operations";
import { sheets } from "@/lib/sheets/sheets";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { createRole } from "@/lib/testing/roles";
import { createTokens } from "@/lib/testing/tokens";
import { makeShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization, request } from "@/lib/testing/world";

type Door = { slug: string; session?: string; key?: string };

async function download({ slug, session, key }: Door, list: string, query = "", method = "GET") {
  const host = `${slug}.berth.localhost:3000`;
  const { id, address } = request();
  const headers = new Headers({ "x-berth-host": host, "x-berth-address": address, "x-request-id": id });
  if (session) headers.set("cookie", `${sessionCookie}=${session}`);
  if (key) headers.set("authorization", `Token ${key}`);
  const response = await answerExport(new Request(`http://${host}/export/${list}${query}`, { method, headers }), list);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const doorOf = ({ slug, owner }: Organization): Door => ({ slug, session: owner.hostSession });
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

let a: Organization;
let b: Organization;

beforeAll(async () => {
  [a, b] = [await createOrganization(), await createOrganization()];
});

describe("every list", () => {
  it.each(sheets.map(({ name }) => name))("%s shows its own rows and nobody else's", async (name) => {
    const make = (organization: Organization) =>
      name === "shipments" ? makeShipment(organization) : makeRecord(organization, resourceNamed(name));
    const [mine, theirs] = [await make(a), await make(b)];
    const { status, text, headers } = await download(doorOf(a), name.replaceAll("_", "-"));
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
    const documented = exportPaths()[`/exports/${name.replaceAll("_", "-")}`];
    expect(documented).toMatchObject({
      get: { responses: { 200: { content: { "text/csv": { example: `${text.split("\r\n")[0]}\r\n` } } } } },
    });
    const ids = rowsOf(text).map((row) => row.ID);
    expect(ids).toContain(mine);
    expect(text).not.toContain(theirs);
    const [entry] = await guard<{ after: unknown }[]>`
      select after from audit.entries where organization_id = ${a.id} and action = 'exported' and record_type = ${name}`;
    expect(entry?.after).toEqual({ rows: new Set(ids).size });
  });
});

it("answers the API's own address for a key, and a person's token for the organization it names", async () => {
  const organization = await createOrganization();
  const made = await makeRecord(organization, resourceNamed("customers"));
  const tokens = await createTokens(organization.owner);
  await guard`update guard.sessions set confirmed_at = now() where user_id = ${organization.owner.userId}`;
  const read = async (headers: Record<string, string>) => {
    const { id, address } = request();
    const own = { "x-berth-host": "localhost:3000", "x-berth-address": address, "x-request-id": id };
    const url = "http://localhost:3000/api/v1/exports/customers";
    const response = await answerApi(new Request(url, { headers: { ...own, ...headers } }));
    return { status: response.status, source: response.headers.get("x-org-source"), text: await response.text() };
  };
  const byKey = await read({ authorization: `Token ${await createKey(organization)}` });
  expect([byKey.status, byKey.source]).toEqual([200, "key"]);
  expect(rowsOf(byKey.text).map(({ ID }) => ID)).toEqual([made]);
  const bearer = { authorization: `Bearer ${await signAccessToken(tokens)}` };
  const byToken = await read({ ...bearer, "x-org-id": encodeId("org", organization.id) });
  expect([byToken.status, byToken.source, byToken.text]).toEqual([200, "header", byKey.text]);
  expect((await read({ ...bearer, "x-org-id": encodeId("org", b.id) })).status).toBe(404);
  expect((await read({})).status).toBe(401);
});

it("answers HEAD with what GET's headers say, and puts nothing on the record", async () => {
  const organization = await createOrganization();
  await makeRecord(organization, resourceNamed("customers"));
  const key = await createKey(organization);
  const ask = async (method: string, path: string, secret = key) => {
    const { id, address } = request();
    const own = { "x-berth-host": "localhost:3000", "x-berth-address": address, "x-request-id": id };
    const url = `http://localhost:3000/api/v1/exports/${path}`;
    const headers = { ...own, authorization: `Token ${secret}` };
    const response = await answerApi(new Request(url, { method, headers }));
    const named = ["content-type", "content-disposition", "x-org-id", "x-org-source", "ratelimit-policy"];
    return { told: [response.status, ...named.map((name) => response.headers.get(name))], text: await response.text() };
  };
  const entries = () => guard`
    select from audit.entries where organization_id = ${organization.id} and action = 'exported'`;
  const head = await ask("HEAD", "customers?kind=person");
  expect([head.told[0], head.text]).toEqual([200, ""]);
  expect((await entries()).length).toBe(0);
  const got = await ask("GET", "customers?kind=person");
  expect(head.told).toEqual(got.told);
  expect((await entries()).length).toBe(1);
  const refused = ["nonsense", "customers?nonsense=1"].map(async (path) => {
    const [asked, read] = [await ask("HEAD", path), await ask("GET", path)];
    expect(asked).toEqual({ ...read, text: "" });
    return asked.told[0];
  });
  expect(await Promise.all(refused)).toEqual([404, 422]);
  const session = { slug: organization.slug, session: organization.owner.hostSession };
  await guard`update guard.sessions set confirmed_at = now() - interval '1 day' where user_id = ${organization.owner.userId}`;
  expect((await download(session, "customers", "", "HEAD")).status).toBe(303);
  expect((await entries()).length).toBe(1);
});

it("takes the filters of the list at the API's address, and refuses what the list does not know", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const [draft, ready, sent] = [await makeShipment(organization), await makeShipment(organization), "TRACK-1"];
  await guard`update public.shipments set status = 'ready', tracking_number = ${sent}
    where organization_id = ${organization.id} and id = ${decodeId("shp", ready) ?? ""}`;
  const read = async (query: string) => {
    const { id, address } = request();
    const headers = { "x-berth-host": "localhost:3000", "x-berth-address": address, "x-request-id": id };
    const url = `http://localhost:3000/api/v1/exports/shipments${query}`;
    const response = await answerApi(new Request(url, { headers: { ...headers, authorization: `Token ${key}` } }));
    const text = await response.text();
    return response.ok ? rowsOf(text).map(({ ID }) => ID) : [response.status, JSON.parse(text).errors[0].details];
  };
  expect(await read("?sort=created")).toEqual([draft, ready]);
  expect(await read(`?tracking_number=${sent}`)).toEqual([ready]);
  expect(await read("?status=draft&status=ready&sort=created")).toEqual([draft, ready]);
  expect(await read("?status=draft,delivered")).toEqual([draft]);
  const commas = "A,B\\C";
  await guard`update public.shipments set tracking_number = ${commas} where organization_id = ${organization.id}
    and id = ${decodeId("shp", draft) ?? ""}`;
  const escaped = encodeURIComponent("A\\,B\\\\C");
  expect(await read(`?tracking_number=${escaped}`)).toEqual([draft]);
  expect(await read(`?tracking_number=${escaped},${sent}&sort=created`)).toEqual([draft, ready]);
  expect(await read(`?tracking_number=${escaped}&tracking_number=${sent}&sort=created`)).toEqual([draft, ready]);
  expect(await read(`?tracking_number=${encodeURIComponent("A,B\\C")}`)).toEqual([]);
  const none = ["This field does not exist."];
  expect(await read("?trackingNumber=x")).toEqual([422, { trackingNumber: none }]);
  expect(await read("?statu=draft&limit=1&cursor=x")).toEqual([422, { statu: none, limit: none, cursor: none }]);
  expect(await read("?status=nonsense")).toEqual([422, { "status.0": expect.anything() }]);
  expect(await read("?sort=nonsense")).toEqual([422, { sort: expect.anything() }]);
});

it("writes more rows than a page holds, each once, and only what the filters show", async () => {
  const organization = await createOrganization();
  await guard`insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
    select ${organization.id}, guard.uuid7(), 'Customer ' || n, case when n % 2 = 0 then 'company' else 'person' end, now(), now()
    from generate_series(1, 1201) n`;
  const all = rowsOf((await download(doorOf(organization), "customers")).text);
  expect(new Set(all.map(({ ID }) => ID)).size).toBe(1201);
  const some = await download(doorOf(organization), "customers", "?kind=company&sort=-name&density=compact&cursor=x");
  const rows = rowsOf(some.text);
  expect(rows).toHaveLength(600);
  expect(rows.every(({ Kind }) => Kind === "Company")).toBe(true);
  expect(rows[0]?.Name).toBe("Customer 998");
});

it("holds no formula, no secret and no byte order mark", async () => {
  await makeRecord(a, resourceNamed("customers"), { name: "=HYPERLINK(1)", notes: 'x\n"=1' });
  const { text } = await download(doorOf(a), "customers", "?q=hyperlink");
  const [row] = rowsOf(text);
  expect(text.charCodeAt(0)).not.toBe(0xfeff);
  expect(row?.Name).toBe("'=HYPERLINK(1)");
  expect(plainText(row?.Notes ?? "")).toBe('x\n"=1');
  await makeRecord(a, resourceNamed("carrier_connections"), { credentials: "very-secret-word" });
  const carriers = await download(doorOf(a), "carrier-connections");
  expect(carriers.text).not.toMatch(/very-secret-word|v1\.[0-9a-f]{8}\.|Credentials/);
});

it("writes units, currency and references in columns of their own", async () => {
  const customer = await makeRecord(a, resourceNamed("customers"), { name: "Quay & Co" });
  const order = await makeRecord(a, resourceNamed("orders"), {
    customerId: customer,
    currency: "JPY",
    lines: [
      { description: "Crates", quantity: 2, price: "1500" },
      { description: "Straps", quantity: 1, price: "20" },
    ],
  });
  const rows = rowsOf((await download(doorOf(a), "orders")).text).filter(({ ID }) => ID === order);
  expect(
    rows.map((row) => [row.Customer, row["Customer ID"], row["Line: Description"], row["Line: Price each"]]),
  ).toEqual([
    ["Quay & Co", customer, "Crates", "1500"],
    ["Quay & Co", customer, "Straps", "20"],
  ]);
  expect(rows[0]).toMatchObject({ Total: "3020", Currency: "JPY" });
});

describe("who may", () => {
  it("is asked for the list's permission too", async () => {
    const role = await createRole(a, ["data.export"]);
    const { hostSession } = await addMember(a, { role });
    const { status, text } = await download({ slug: a.slug, session: hostSession }, "customers");
    expect([status, JSON.parse(text).errors[0].permission]).toEqual([403, "customers.view"]);
  });

  it("is asked for it for people and requests as well", async () => {
    const { handle } = await addMember(a, { role: await createRole(a, ["data.export"]) });
    await expect(handle.run(exportMembers, {})).rejects.toMatchObject({ permission: "members.view" });
    await expect(handle.run(exportRegistrations, {})).rejects.toMatchObject({ permission: "registrations.view" });
  });

  it("turns away members without the right, strangers, and sessions of another host", async () => {
    const { hostSession } = await addMember(a, { role: "member" });
    const refused = await download({ slug: a.slug, session: hostSession }, "customers");
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-org-id")).toBe(encodeId("org", a.id));
    expect(refused.headers.get("x-org-source")).toBe("host");
    expect(refused.headers.get("ratelimit")).toMatch(/"organization";r=/);
    expect((await download({ slug: a.slug }, "customers")).status).toBe(401);
    expect((await download({ slug: a.slug, session: b.owner.hostSession }, "customers")).status).toBe(401);
    expect((await download(doorOf(a), "audit")).status).toBe(404);
  });

  it("takes a key of the organization, on its own host only", async () => {
    const key = await createKey(b);
    expect((await download({ slug: b.slug, key }, "customers")).status).toBe(200);
    expect((await download({ slug: a.slug, key }, "customers")).status).toBe(404);
  });
});
