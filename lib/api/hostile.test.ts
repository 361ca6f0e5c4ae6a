import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { operations } from "@/lib/operations";
import { type ApiAnswer, callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { addMember, createOrganization } from "@/lib/testing/world";
import { inputSchema } from "./json-schema";
import { routes } from "./routes";
import { outsideName } from "./spelling";

const world = async () => {
  const organization = await createOrganization();
  const member = await addMember(organization);
  return { organization, key: await createKey(organization), path: `/members/${encodeId("mem", member.membershipId)}` };
};

const nested = (levels: number) => `${'{"role":'.repeat(levels)}1${"}".repeat(levels)}`;

const hostileBodies: [string, string, number, string][] = [
  ["no JSON", "{role}", 400, "invalid_json"],
  ["half of it", '{"role":"user"', 400, "invalid_json"],
  ["two documents", '{"role":"user"}{"role":"admin"}', 400, "invalid_json"],
  ["a name twice", '{"role":"user","role":"admin"}', 400, "invalid_json"],
  ["a name twice, spelled otherwise", `{"role":"user","\\u0072ole"${" ".repeat(50)}:"admin"}`, 400, "invalid_json"],
  ["1,000 levels", nested(1000), 400, "invalid_json"],
  ["100,000 open brackets", "[".repeat(100_000), 400, "invalid_json"],
  ["__proto__", '{"__proto__":{"role":"admin"},"role":"user"}', 400, "invalid_json"],
  ["a nested constructor", '{"role":"user","a":{"constructor":{"prototype":{}}}}', 400, "invalid_json"],
  ["1e400", '{"role":1e400}', 400, "invalid_json"],
  ["a NUL", '{"role":"us\\u0000er"}', 400, "invalid_json"],
  ["a NUL in a name", '{"ro\\u0000le":"user"}', 400, "invalid_json"],
  ["half a surrogate pair", '{"role":"\\ud800"}', 400, "invalid_json"],
  ["a list", "[]", 400, "invalid_json"],
  ["a text", '"role"', 400, "invalid_json"],
  ["null", "null", 400, "invalid_json"],
  ["2 MB", JSON.stringify({ role: "x".repeat(2_000_000) }), 413, "too_large"],
  ["a number for a text", '{"role":1}', 422, "invalid"],
  ["a list for a text", '{"role":["user"]}', 422, "invalid"],
  ["an object for a text", '{"role":{"$ne":null}}', 422, "invalid"],
  ["null for a text", '{"role":null}', 422, "invalid"],
  ["nothing", "{}", 422, "invalid"],
];

describe("bodies [S83]", () => {
  for (const [what, body, status, code] of hostileBodies)
    it(`refuses ${what}`, async () => {
      const { key, path } = await world();
      const answer = await callApi({ method: "PATCH", path, key, body });
      expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
      expectProper(answer);
    });

  it("refuses what is not declared as plain JSON, or is not UTF-8", async () => {
    const { key, path } = await world();
    for (const [name, value] of [
      ["content-type", "text/plain"],
      ["content-type", "application/json; charset=latin1"],
      ["content-type", "application/jsonx"],
      ["content-encoding", "gzip"],
    ] as const) {
      const headers = { [name]: value };
      const answer = await callApi({ method: "PATCH", path, key, body: { role: "manager" }, headers });
      expect(answer.status).toBe(415);
      expect(answer.headers.get("accept-encoding")).toBe(name === "content-encoding" ? "identity" : null);
    }
    for (const type of ['application/json; charset="UTF-8"', "APPLICATION/JSON;charset=utf8"]) {
      const body = { role: "manager" };
      const answer = await callApi({ method: "PATCH", path, key, body, headers: { "content-type": type } });
      expect(answer.status, type).toBe(200);
    }
  });

  it("stores nothing that a body smuggles in [S25]", async () => {
    const { organization, key, path } = await world();
    const other = await createOrganization();
    const smuggled = {
      organization_id: encodeId("org", other.id),
      organizationId: other.id,
      tenant: other.slug,
      role_key: "owner",
      roleKey: "owner",
      is_owner: true,
      status: "suspended",
      created_by: organization.owner.userId,
      id: encodeId("mem", organization.owner.membershipId),
      price: 0,
    };
    const before = (await callApi({ path, key })).body;
    for (const [name, value] of Object.entries(smuggled)) {
      const answer = await callApi({ method: "PATCH", path, key, body: { role: "manager", [name]: value } });
      expect([answer.status, Object.keys(answer.body.errors[0].details)]).toEqual([422, [name]]);
    }
    expect((await callApi({ path, key })).body).toEqual(before);
  });

  it("takes nothing from the query of a write", async () => {
    const { key, path } = await world();
    const answer = await callApi({ method: "PATCH", path: `${path}?role=admin`, key, body: { role: "manager" } });
    expect(answer.status).toBe(422);
  });
});

const injections = [
  "' or 1=1 --",
  "'; drop table memberships; --",
  '" or ""="',
  "1) union select secret from guard.secrets --",
  "%00",
  "%F0%28%8C%28",
  "\\",
  "%25%5f%5c",
  "#{7*7}",
  "{{7*7}}",
  "(select pg_sleep(10))",
  "../../etc/passwd",
  "-1",
  "0",
  "1e9",
  "NaN",
  "Infinity",
  "9999999999999999999999",
  "true",
  "null",
  "undefined",
  "[object Object]",
  "𝒳".repeat(300),
  "a".repeat(5000),
  "",
];

describe("query parameters [S44]", () => {
  const reads = routes.filter(({ method, operation }) => method === "GET" && operation.scope === "organization");

  for (const { path, operation, parameters } of reads)
    for (const name of Object.keys(inputSchema(operation).properties ?? {}).map(outsideName))
      it(`${operation.name} bears anything in ${name}`, async () => {
        const { key } = await world();
        // Notices are a member's own: a key gets none.
        const fine = operation.name === "notices.list" ? [400, 403, 422] : [200, 400, 404, 422];
        for (const text of injections) {
          const value = text.includes("%") ? text : encodeURIComponent(text);
          const filled = path.replace(/\{\w+\}/g, value || "x");
          const query = parameters.map(outsideName).includes(name) ? "" : `?${name}=${value}`;
          const answer = await callApi({ path: `${filled}${query}`, key });
          expect(fine, `${name}=${text.slice(0, 40)}`).toContain(answer.status);
          if (answer.status !== 200) expectProper(answer);
        }
        for (const query of [`${name}[]=a`, `${name}[$ne]=1`, `${name}=a&${name}=b&${name}=c`, `${name}.x=1`]) {
          const answer = await callApi({ path: `${path.replace(/\{\w+\}/g, "x")}?${query}`, key });
          expect(answer.status, query).toBeLessThan(500);
        }
      });

  it("caps a list's length [S78]", async () => {
    const { key } = await world();
    for (const limit of ["0", "-1", "101", "1e9", "NaN", "1.5", "", "0x10"])
      expect((await callApi({ path: `/members?limit=${limit}`, key })).status, limit).toBe(422);
    expect((await callApi({ path: "/members?limit=100", key })).status).toBe(200);
  });

  it("pages with a cursor that belongs to one organization, list and order", async () => {
    const { organization, key } = await world();
    await addMember(organization);
    const other = await world();
    await addMember(other.organization);
    const first = await callApi({ path: "/members?limit=1", key });
    expect([first.body.data.length, typeof first.body.next_cursor]).toEqual([1, "string"]);
    const next = encodeURIComponent(first.body.next_cursor);
    const second = await callApi({ path: `/members?limit=1&cursor=${next}`, key });
    expect(second.body.data[0].id).not.toBe(first.body.data[0].id);
    for (const bad of [`cursor=${next}&sort=-name`, "cursor=x", `cursor=${next.slice(0, -2)}`]) {
      const answer = await callApi({ path: `/members?limit=1&${bad}`, key });
      expect([answer.status, answer.body.errors[0].reason ?? "bad_cursor"]).toEqual([422, "bad_cursor"]);
    }
    expect((await callApi({ path: `/members?limit=1&cursor=${next}`, key: other.key })).status).toBe(422);
  });
});

describe("every route", () => {
  it("is reached without a credential only where it is public", async () => {
    for (const { method, path, operation } of routes) {
      if (operation.scope === "public") continue;
      const answer = await callApi({ method, path: path.replace(/\{\w+\}/g, "x") });
      expect(answer.status, `${method} ${path}`).toBe(401);
      expectProper(answer);
    }
  });

  it("belongs to an operation that declares it", () => {
    expect(routes.map(({ operation }) => operation)).toEqual(operations.filter(({ rest }) => rest));
  });
});

/** CONTRACT's shape, and no word about what is inside. */
function expectProper({ body, text, headers }: ApiAnswer): void {
  expect(body).toMatchObject({
    errors: [{ message: expect.any(String), level: "error" }],
    request_id: expect.any(String),
  });
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(text).not.toMatch(
    /select |insert |syntax error|guard\.|node_modules|\.ts:|at [A-Z]\w+ \(|pg_|constraint|zod/i,
  );
}
