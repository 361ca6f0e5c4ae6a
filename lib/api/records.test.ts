import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it, vi } from "vitest";
import { settled } from "@/lib/access/after";
import { encodeId } from "@/lib/ids";
import { type ApiAnswer, callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { makeInvitation, makeKey, makeMember, makeRequest } from "@/lib/testing/records";
import { createOrganization, guard, testPassword } from "@/lib/testing/world";
import { routes } from "./routes";

const records = {
  members: { prefix: "mem", make: makeMember },
  registrations: { prefix: "reg", make: makeRequest },
  invitations: { prefix: "inv", make: makeInvitation },
  keys: { prefix: "apk", make: makeKey },
} as const;

const bodies: Record<string, object> = {
  "members.set_role": { role: "manager" },
  "members.set_flags": { flags: ["view_orders"] },
  "registration.approve": { role: "user" },
  "registration.reject": { reason: "Not one of us." },
  "registration.take_back": { reason: "Not one of us." },
};

describe("a record of another organization [S41]", () => {
  for (const route of routes.filter(({ parameters }) => parameters.includes("id")))
    it(`answers ${route.method} ${route.path} as one that never was: status, body, headers, statements`, async () => {
      const { prefix, make } = records[route.path.split("/")[1] as keyof typeof records];
      const [a, b] = [await createOrganization(), await createOrganization()];
      const theirs = await make(b);
      const ask = async (id: string) => {
        await settled();
        const query = vi.spyOn(pg.Client.prototype, "query");
        const answer = await callApi({
          method: route.method,
          path: route.path.replace("{id}", id),
          slug: a.slug,
          session: a.owner.hostSession,
          ...(route.method === "GET" ? {} : { body: bodies[route.operation.name] ?? {} }),
        });
        const statements = query.mock.calls.length;
        query.mockRestore();
        return { ...alike(answer), statements };
      };
      await ask(encodeId(prefix, uuidv7()));
      const foreign = await ask(theirs);
      expect(foreign.status).toBe(404);
      expect(await ask(encodeId(prefix, uuidv7()))).toEqual(foreign);
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
    const list = await callApi({ ...call, path: "/keys" });
    expect(list.body).toMatchObject({
      data: [{ id: made.body.id, last4: made.body.key.slice(-4) }],
      next_cursor: null,
    });
    expect(list.text).not.toContain(made.body.key);
    expect((await callApi({ path: "/me", key: made.body.key })).status).toBe(200);
    const path = `/keys/${made.body.id}`;
    const next = await callApi({ ...call, method: "POST", path: `${path}/regenerate`, body: {} });
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
      "POST /keys/{id}/regenerate",
      "DELETE /keys/{id}",
    ])
      expect(there).toContain(wanted);
  });
});

function alike({ status, headers, text }: ApiAnswer) {
  const rest = Object.fromEntries([...headers].filter(([name]) => name !== "x-request-id"));
  return { status, headers: rest as Record<string, string>, text: text.replace(/"request_id":"[^"]*"/, "") };
}
