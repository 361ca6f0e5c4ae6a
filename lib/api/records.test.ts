import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it, vi } from "vitest";
import { settled } from "@/lib/access/after";
import type { AnyOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import { type ApiAnswer, callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { createOrganization, guard, testPassword } from "@/lib/testing/world";
import { inputSchema } from "./json-schema";
import { toOutside } from "./names";
import { routes } from "./routes";

/** What the generated tests know of an operation: how to make its record, and an input that reaches it. */
function caseOf(operation: AnyOperation) {
  const resource = tenantResources.find(({ operations }) => operations.includes(operation));
  const given = resource?.cases?.[operation.name];
  const make = given?.make ?? resource?.make;
  if (!make) throw new Error(`${operation.name} has a path with an id, and no record to try it on.`);
  return { make, input: given?.input ?? ((id: string): Record<string, unknown> => ({ id })) };
}

describe("a record of another organization [S41]", () => {
  for (const { method, path, operation, parameters } of routes)
    if (operation.scope === "organization" && parameters.includes("id"))
      it(`answers ${method} ${path} as one that never was: status, body, headers, statements`, async () => {
        const { make, input } = caseOf(operation);
        const [a, b] = [await createOrganization(), await createOrganization()];
        const theirs = await make(b);
        const ask = async (record: string) => {
          await settled();
          const given = input(record, a);
          const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !parameters.includes(name)));
          const outside = toOutside(given, inputSchema(operation)) as Record<string, unknown>; // as the path names them
          const asked = toOutside(rest, inputSchema(operation)) as Record<string, string>; // texts, where a path is read
          const search = method === "GET" && Object.keys(rest).length > 0 ? `?${new URLSearchParams(asked)}` : "";
          const query = vi.spyOn(pg.Client.prototype, "query");
          const answer = await callApi({
            method,
            path: path.replace(/\{(\w+)\}/g, (_, name: string) => String(outside[name])) + search,
            slug: a.slug,
            session: a.owner.hostSession,
            ...(method === "GET" ? {} : { body: asked }),
          });
          const statements = query.mock.calls.length;
          query.mockRestore();
          return { ...alike(answer), statements };
        };
        const nobodys = () => theirs.replace(/_.*/, `_${encodeId("x", uuidv7()).slice(2)}`);
        await ask(nobodys());
        const foreign = await ask(theirs);
        expect(foreign.status).toBe(404);
        expect(await ask(nobodys())).toEqual(foreign);
        expect(foreign.headers["x-org-id"]).toBe(encodeId("org", a.id));
      });
});

describe("keys by API", () => {
  it("are made, replaced and revoked by a person with the password, and shown whole only once", async () => {
    const { slug, owner } = await createOrganization();
    await guard`update guard.sessions set confirmed_at = null where user_id = ${owner.userId}`;
    const call = { slug, session: owner.hostSession };
    const make = (more: object) =>
      callApi({ ...call, method: "POST", path: "/keys", body: { label: "Dock", ...more } });
    expect((await make({})).body.errors[0].code).toBe("confirm_password");
    expect((await make({ password: "wrong" })).body.errors[0]).toMatchObject({
      details: { password: [expect.any(String)] },
    });
    const made = await make({ password: testPassword });
    expect([made.status, made.body.key.slice(0, 4)]).toEqual([201, "key_"]);
    const renewed = /__Host-berth=([^;]+)/.exec(made.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect((await callApi({ ...call, path: "/keys" })).status).toBe(401);
    call.session = renewed;
    const list = await callApi({ ...call, path: "/keys" });
    expect(list.body).toMatchObject({
      data: [{ id: made.body.id, last4: made.body.key.slice(-4) }],
      next_cursor: null,
    });
    expect(list.text).not.toContain(made.body.key);
    expect((await callApi({ path: "/me", key: made.body.key })).status).toBe(200);
    const path = `/keys/${made.body.id}`;
    const next = await callApi({ ...call, method: "POST", path: `${path}/rotate`, body: {} });
    expect((await callApi({ path: "/me", key: made.body.key })).status).toBe(401);
    expect((await callApi({ path: "/me", key: next.body.key })).status).toBe(200);
    expect((await callApi({ ...call, method: "DELETE", path: `/keys/${next.body.id}` })).status).toBe(200);
    expect((await callApi({ path: "/me", key: next.body.key })).status).toBe(401);
  });

  it("are beyond the reach of a key", async () => {
    const key = await createKey(await createOrganization());
    const answer = await callApi({
      method: "POST",
      path: "/keys",
      key,
      body: { label: "More", password: testPassword },
    });
    expect([answer.status, answer.body.errors[0].permission]).toEqual([403, "keys.manage"]);
  });

  it("leave no plain text behind in database, audit or jobs [S73]", async () => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    await callApi({ path: "/me", key });
    await callApi({ path: `/members?q=${key}`, key });
    await settled();
    const tables = await guard<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'guard', 'audit') and table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const [found] = await guard.unsafe(`select count(*)::int as n from ${name} t where t::text like $1`, [
        `%${key}%`,
      ]);
      expect(found?.n, name).toBe(0);
    }
  });
});

describe("the first API", () => {
  it("reaches organization, me, setup, members, registrations, invitations and keys", () => {
    const there = routes.map(({ method, path }) => `${method} ${path}`);
    for (const wanted of [
      "GET /organization",
      "GET /me",
      "POST /setup",
      "GET /members",
      "GET /registrations",
      "POST /registrations/{id}/approve",
      "POST /registrations/{id}/reject",
      "GET /invitations",
      "POST /invitations",
      "DELETE /invitations/{id}",
      "GET /keys",
      "POST /keys/{id}/rotate",
      "DELETE /keys/{id}",
    ])
      expect(there).toContain(wanted);
  });
});

function alike({ status, headers, text }: ApiAnswer) {
  const rest = Object.fromEntries([...headers].filter(([name]) => !["x-request-id", "ratelimit"].includes(name)));
  return { status, headers: rest as Record<string, string>, text: text.replace(/"request_id":"[^"]*"/, "") };
}
