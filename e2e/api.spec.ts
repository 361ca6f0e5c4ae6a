import { type IncomingHttpHeaders, request as send } from "node:http";
import { expect } from "@playwright/test";
import { newApiKey } from "@/lib/keys/key-format";
import { test } from "./test";
import { createOrganization, createPerson, guard, type Organization, rootHost, signIn } from "./world";

type Question = { host?: string; base?: string; path: string; method?: string; key?: string; body?: string };
// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test says it is
type Answer = { status: number; headers: IncomingHttpHeaders; body: any };

/** Node does not resolve `*.localhost`: the loopback address with the Host that a client would send. */
function ask({ host = rootHost, base = "/api/v1", path, method = "GET", key, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      ...(key ? { authorization: `Token ${key}` } : {}),
      ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}),
    };
    const port = Number(rootHost.split(":")[1]);
    const request = send({ host: "127.0.0.1", port, path: `${base}${path}`, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text ? JSON.parse(text) : undefined,
        }),
      );
    });
    request.once("error", reject);
    request.end(body);
  });
}

async function createKey(organization: Organization): Promise<string> {
  const key = newApiKey(organization.slug);
  await guard()`
    select guard.insert_key(${organization.id}, r.membership_id, 'Browser test', ${key}, r.permissions, null)
    from guard.rights r where r.organization_id = ${organization.id}`;
  return key;
}

test("a key works on the main address, its organization's and the bare one, and nowhere else", async () => {
  const [own, other] = [
    await createOrganization(await createPerson()),
    await createOrganization(await createPerson(), "Other Freight"),
  ];
  const key = await createKey(own);
  const bare = `localhost:${rootHost.split(":")[1]}`;
  for (const host of [rootHost, bare, `${own.slug}.${rootHost}`]) {
    const { status, headers, body } = await ask({ host, path: "/members", key });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "x-org-source": "key", "cache-control": "private, no-store" });
    expect(headers["x-org-id"]).toMatch(/^org_/);
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toMatchObject({ data: [{ email: own.owner.email, role_key: "owner" }], next_cursor: null });
  }
  expect((await ask({ host: `${other.slug}.${rootHost}`, path: "/members", key })).status).toBe(404);
  expect((await ask({ path: "/members", key: newApiKey(own.slug) })).status).toBe(401);
  expect((await ask({ path: `/members?key=${key}` })).status).toBe(401);
});

test("faults are JSON that says what to do [S42]", async () => {
  const key = await createKey(await createOrganization(await createPerson()));
  const faults: [Question, number, string][] = [
    [{ path: "/members" }, 401, "unauthenticated"],
    [{ path: "/nothing", key }, 404, "not_found"],
    [{ path: "/members", method: "PUT", key }, 405, "method_not_allowed"],
    [{ path: "/imports/members", method: "PUT", key }, 405, "method_not_allowed"],
    [{ path: "/%zz", key }, 404, "not_found"],
    [{ base: "/api", path: "/scim/v2/Users", method: "POST", key }, 404, "not_found"],
    [{ base: "/api", path: "/token" }, 405, "method_not_allowed"],
    [{ path: "/members", method: "TRACE" }, 405, "method_not_allowed"],
    [{ path: "/members?limit=1000", key }, 422, "invalid"],
    [{ path: "/invitations", method: "POST", key, body: "{" }, 400, "invalid_json"],
    [{ path: "/invitations", method: "POST", key, body: `{"emails":["${"x".repeat(1_100_000)}"]}` }, 413, "too_large"],
  ];
  for (const [question, status, code] of faults) {
    const answer = await ask(question);
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
    expect(answer.body.request_id).toBe(answer.headers["x-request-id"]);
  }
});

test("below the door of GraphQL a fault has its form [S42]", async () => {
  const { status, body, headers } = await ask({ base: "/graphql", path: "/x" });
  expect(status).toBe(404);
  expect(body.errors[0]).toMatchObject({ code: "not_found", extensions: { request_id: headers["x-request-id"] } });
});

test("the document describes what is there", async () => {
  const { status, body } = await ask({ path: "/openapi.json" });
  expect([status, body.openapi]).toEqual([200, "3.1.0"]);
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(["/organization", "/me", "/setup", "/members"]));
});

test("a signed-in person reads the API on the organization's own address, and no sibling can write", async ({
  page,
  context,
}) => {
  const person = await createPerson("Petra Person");
  const own = await createOrganization(person);
  const other = await createOrganization(person, "Other Freight");
  await signIn(context, person);
  for (const { url } of [other, own]) await page.goto(url);
  const me = await page.evaluate(async () => (await fetch("/api/v1/me")).json());
  expect(me).toMatchObject({ kind: "person", email: person.email, organization: { slug: own.slug } });
  const crossing = await page.evaluate(async (address) => {
    const init: RequestInit = { method: "POST", mode: "no-cors", credentials: "include", body: "{}" };
    return (await fetch(`${address}/api/v1/invitations/codes`, init).catch(() => undefined))?.type ?? "refused";
  }, other.url);
  expect(["opaque", "refused"]).toContain(crossing);
  const [made] = await guard()<{ n: number }[]>`
    select count(*)::int as n from guard.invitations where organization_id = ${other.id}`;
  expect(made?.n).toBe(0);
});
