import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Around } from "@/lib/access/handle";
import { customers } from "@/lib/customers/resource";
import { listServers } from "@/lib/servers/console-operations";
import { callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { createTokens } from "@/lib/testing/tokens";
import {
  createOrganization,
  createSuperAdmin,
  guard,
  keyHandle,
  type Organization,
  platformHandle,
  unique,
} from "@/lib/testing/world";
import { signAccessToken } from "./access-token";
import { together } from "./around";
import { KeptAnswer, once } from "./idempotency";

const world = async () => {
  const organization = await createOrganization();
  return { organization, key: await createKey(organization) };
};

type More = { key?: string; once?: string; body?: object; path?: string; method?: string };

const add = ({
  key = "",
  once = "one",
  body = { name: "Ada Freight", kind: "company" },
  path = "/customers",
  method = "POST",
}: More) => callApi({ method, path, key, body, headers: { "idempotency-key": once } });

async function customersOf({ id }: Organization): Promise<number> {
  const [row] = await guard<{ n: number }[]>`
    select count(*)::int as n from public.customers where organization_id = ${id}`;
  return row?.n ?? -1;
}

describe("a write with an Idempotency-Key [S77]", () => {
  it("happens once, however many come at once, and all get the same answer", async () => {
    const { organization, key } = await world();
    const answers = await Promise.all(Array.from({ length: 50 }, () => add({ key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true").length).toBe(49);
    expect(await customersOf(organization)).toBe(1);
  });

  it("happens once also where the database alone decides who is first", async () => {
    const { organization, key } = await world();
    const claim = { name: "", key: Buffer.alloc(32, 1), request: Buffer.alloc(32, 2) };
    const around = once(claim, customers.operations.create, (output) => ({ status: 200, body: output }));
    const input = { name: "Ada Freight", kind: "company" };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => keyHandle(key).run(customers.operations.create, input, { around })),
    );
    const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused.every((reason) => reason instanceof KeptAnswer)).toBe(true);
    expect([refused.length, await customersOf(organization)]).toEqual([29, 1]);
  });

  it("has its answer once, which no later code of ours can put another in place of", async () => {
    const { key } = await world();
    const claim = { name: "", key: Buffer.alloc(32, 3), request: Buffer.alloc(32, 4) };
    const input = { name: "Ada Freight", kind: "company" };
    const keeping: Around = async ({ db }, work) => {
      const keep = () => db.call(sql`guard.keep_answer(${claim.key}, 200, '{}')`, z.unknown());
      const output = await work();
      await keep();
      await keep();
      return output;
    };
    const around = together(
      once(claim, customers.operations.create, () => ({ status: 200, body: {} })),
      keeping,
    );
    await expect(keyHandle(key).run(customers.operations.create, input, { around })).rejects.toThrow();
    const unclaimed: Around = async ({ db }, work) => {
      await db.call(sql`guard.keep_answer(${Buffer.alloc(32, 5)}, 200, '{}')`, z.unknown());
      return work();
    };
    await expect(keyHandle(key).run(customers.operations.create, input, { around: unclaimed })).rejects.toThrow();
  });

  it("is claimed by no credential that does not repeat: a super admin's, say", async () => {
    const claim: Around = async ({ db }) => {
      throw await db.call(sql`guard.begin_once(${Buffer.alloc(32, 6)}, ${Buffer.alloc(32, 7)})`, z.unknown()).then(
        () => new Error("claimed"),
        (error: unknown) => error,
      );
    };
    const admin = platformHandle(await createSuperAdmin());
    const refused: unknown = await admin.run(listServers, {}, { around: claim }).catch((error: unknown) => error);
    const told = [refused, (refused as Error).cause, ((refused as Error).cause as Error | undefined)?.cause];
    expect(told.map(String).join(" ")).toContain("no credential that repeats");
  });

  it("is refused where the key comes with another request, and means the same in another spelling", async () => {
    const { organization, key } = await world();
    const body = { name: "Ada Freight", kind: "company", email: "ada@freight.example" };
    const first = await add({ key, body });
    const spelled = await add({ key, body: { email: "ada@freight.example", name: "Ada Freight", kind: "company" } });
    expect([spelled.status, spelled.text]).toEqual([201, first.text]);
    const others = [
      await add({ key, body: { ...body, name: "Bea Freight" } }),
      await add({ key, body: { name: "Ada", kind: "company" }, path: `/customers/${first.body.id}`, method: "PATCH" }),
      await add({ key, body: { name: "Ada Freight", kind: "company" }, path: "/addresses" }),
    ];
    for (const { status, body: told } of others)
      expect([status, told.errors[0].reason ?? told.errors[0].code]).toEqual(
        told.errors[0].details ? [422, "invalid"] : [422, "idempotency_key_reused"],
      );
    expect(others[0]?.body.errors[0].reason).toBe("idempotency_key_reused");
    expect(others[1]?.body.errors[0].reason).toBe("idempotency_key_reused");
    expect(await customersOf(organization)).toBe(1);
  });

  it("is refused where it names another version than it did, and repeats what it answered where it names the same", async () => {
    const { key } = await world();
    const made = await add({ key });
    const path = `/customers/${made.body.id}`;
    const seen = (await callApi({ path, key })).headers.get("etag") ?? "";
    const rename = (version: string) =>
      callApi({
        ...{ method: "PATCH", path, key, body: { name: "Bea Freight" } },
        headers: { "idempotency-key": "rename", "if-match": version },
      });
    const first = await rename(seen);
    expect(first.status).toBe(200);
    const again = await rename(seen);
    expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([200, first.text, "true"]);
    const other = await rename(first.headers.get("etag") ?? "");
    expect([other.status, other.body.errors[0].reason]).toEqual([422, "idempotency_key_reused"]);
  });

  it("belongs to one credential of one organization", async () => {
    const { organization, key } = await world();
    const other = await world();
    const keys = [key, await createKey(organization), other.key];
    const ids = [];
    for (const each of keys) ids.push((await add({ key: each })).body.id);
    expect(new Set(ids).size).toBe(3);
    expect([await customersOf(organization), await customersOf(other.organization)]).toEqual([2, 1]);
  });

  it("keeps nothing of what was refused", async () => {
    const { organization, key } = await world();
    expect((await add({ key, body: { name: "" } })).status).toBe(422);
    expect((await add({ key, body: { name: "Ada", kind: "company" } })).status).toBe(201);
    expect(await customersOf(organization)).toBe(1);
  });

  it("answers a credential that lost its rights as any other request does", async () => {
    const { organization, key } = await world();
    await add({ key });
    await guard`update guard.api_keys set rights = guard.everybodys_rights() where organization_id = ${organization.id}`;
    expect((await add({ key })).status).toBe(403);
    await guard`update guard.api_keys set revoked_at = now() where organization_id = ${organization.id}`;
    expect((await add({ key })).status).toBe(401);
  });

  it("is forgotten after a day, by the key's next use or by the sweep", async () => {
    const { organization, key } = await world();
    const first = await add({ key });
    await add({ key, once: "two" });
    await guard`update guard.kept_answers set created_at = now() - interval '25 hours'
      where organization_id = ${organization.id}`;
    expect((await add({ key })).body.id).not.toBe(first.body.id);
    await guard`select guard.forget_answers(1000)`;
    const [left] = await guard<{ n: number }[]>`
      select count(*)::int as n from guard.kept_answers where organization_id = ${organization.id}`;
    expect([left?.n, await customersOf(organization)]).toEqual([1, 3]);
  });

  it("never keeps a secret: the answer that comes again has none [S73]", async () => {
    const { slug, owner } = await createOrganization();
    const make = () =>
      callApi({
        method: "POST",
        path: "/keys",
        slug,
        session: owner.hostSession,
        body: { label: "Dock" },
        headers: { "idempotency-key": "dock" },
      });
    const made = await make();
    const again = await make();
    expect([made.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([201, 201, "true"]);
    expect(again.body).toEqual({ ...made.body, key: null });
    const [kept] = await guard<{ n: number }[]>`
      select count(*)::int as n from guard.kept_answers where body like ${`%${made.body.key}%`}`;
    expect(kept?.n).toBe(0);
  });

  it("never keeps the secret of a webhook, made or rotated [S73]", async () => {
    const { slug, owner } = await createOrganization();
    const body = { url: "https://example.com/hooks", events: ["*"] };
    const call = (path: string, given: object) =>
      callApi({
        method: "POST",
        path,
        slug,
        session: owner.hostSession,
        body: given,
        headers: { "idempotency-key": path },
      });
    const made = await call("/webhooks", body);
    const rotate = () => call(`/webhooks/${made.body.id}/rotate`, {});
    const rotated = await rotate();
    for (const [first, again] of [
      [made, await call("/webhooks", body)],
      [rotated, await rotate()],
    ] as const) {
      expect([first.body.secret.slice(0, 6), first.status]).toEqual(["whsec_", again.status]);
      expect(again.body).toEqual({ ...first.body, secret: null });
    }
    const [kept] = await guard<{ n: number }[]>`
      select count(*)::int as n from guard.kept_answers 
      where body like any (${[made, rotated].map((each) => `%${each.body.secret}%`)})`;
    expect(kept?.n).toBe(0);
  });

  it("holds for a person's account, and for their tokens over a refresh", async () => {
    const { owner } = await createOrganization();
    const name = unique("Once More");
    const found = () =>
      callApi({
        method: "POST",
        path: "/setup",
        root: true,
        session: owner.session,
        body: { name },
        headers: { "idempotency-key": "first" },
      });
    const made = await found();
    expect((await found()).body).toEqual({ ...made.body, key: null });
    const authorization = `Bearer ${await signAccessToken(await createTokens(owner))}`;
    const byToken = () =>
      callApi({
        method: "POST",
        path: "/customers",
        body: { name: "By token", kind: "person" },
        headers: { authorization, "idempotency-key": "t" },
      });
    expect((await byToken()).text).toBe((await byToken()).text);
  });

  it("takes keys of a fair size, given once, and ignores them on reads", async () => {
    const { key } = await world();
    for (const once of ["", "two words", "x".repeat(256), "a, b"])
      expect((await add({ key, once })).body.errors[0].reason, once).toBe("idempotency_key_invalid");
    const read = () => callApi({ path: "/customers", key, headers: { "idempotency-key": "read" } });
    await read();
    expect((await read()).headers.get("idempotency-replayed")).toBeNull();
  });

  it("says where an answer was too large to keep", async () => {
    const { organization, key } = await world();
    await add({ key });
    await guard`update guard.kept_answers set body = null where organization_id = ${organization.id}`;
    const again = await add({ key });
    expect([again.status, again.body.errors[0].reason]).toEqual([409, "answer_not_kept"]);
  });
});
