import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { appPool } from "@/db/connection";
import { flushCalls } from "@/lib/access/call-log";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import type { ManyAnswers } from "@/lib/testing/api-process";
import { startApiProcesses } from "@/lib/testing/api-processes";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { putOnPlan } from "@/lib/testing/plans";
import { createTokens } from "@/lib/testing/tokens";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { signAccessToken } from "./access-token";

let servers: Awaited<ReturnType<typeof startApiProcesses>>;

beforeAll(async () => {
  servers = await startApiProcesses(2);
}, 300_000);

afterAll(() => servers.stop());

serveGraphql();

const world = async (limits: { key?: number; organization?: number } = {}) => {
  const organization = await createOrganization();
  await guard`update public.organizations set api_calls_per_key = ${limits.key ?? 1200},
    api_calls = ${limits.organization ?? 6000} where id = ${organization.id}`;
  return { organization, key: await createKey(organization) };
};

const me = (key: string, calls: number) =>
  servers.callAll({ calls, path: "/me", headers: { authorization: `Token ${key}` } });

const passed = (answers: { statuses: Record<string, number> }[], status = 200) =>
  answers.reduce((sum, { statuses }) => sum + (statuses[status] ?? 0), 0);

async function startAgain({ id }: Organization): Promise<void> {
  await guard`update guard.call_counts set since = now() - interval '2 minutes' where organization_id = ${id}`;
}

describe("limits of calls", () => {
  it("let exactly as many through as they say, of 500 at once over two processes", async () => {
    const { key } = await world({ key: 300 });
    const answers = await me(key, 250);
    expect([passed(answers), passed(answers, 429)]).toEqual([300, 200]);
    const { headers = {}, bodies = [] }: Partial<ManyAnswers> = answers[0] ?? {};
    expect(headers["ratelimit-policy"]).toBe('"credential";q=300;w=60, "organization";q=6000;w=60');
    expect(headers.ratelimit).toMatch(/^"credential";r=0;t=\d+, "organization";r=5700;t=\d+$/);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["x-org-source"]).toBe("key");
    expect(bodies.join()).toContain("calls_of_credential");
  });

  it("hold for an organization over all of its keys, and one wild key takes not more than its own", async () => {
    const { organization, key } = await world({ key: 40, organization: 60 });
    const other = await createKey(organization);
    const wild = await me(key, 50);
    const calm = await me(other, 15);
    expect([passed(wild), passed(calm), passed(calm, 429)]).toEqual([40, 20, 10]);
    expect(calm.map(({ bodies }) => bodies.join()).join()).toContain("calls_of_organization");
  });

  it("let as many through in a day as the plan says, of 200 at once over two processes, and say when it is over", async () => {
    const { organization, key } = await world();
    await putOnPlan(organization, { limits: { api_calls_a_day: 120 } });
    const answers = await me(key, 100);
    expect([passed(answers), passed(answers, 429)]).toEqual([120, 80]);
    const { headers = {}, bodies = [] }: Partial<ManyAnswers> = answers[0] ?? {};
    expect(headers["ratelimit-policy"]).toContain('"day";q=120;w=86400');
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(bodies.join()).toContain("calls_of_day");
    const told = await guard<{ title: string }[]>`select title from public.notices
      where organization_id = ${organization.id} and kind = 'plan.limit'`;
    expect(told.map(({ title }) => title)).toContain("No API call for today is left");
    await guard`update guard.call_counts set day = day - 1 where organization_id = ${organization.id}`;
    const tomorrow = await callApi({ path: "/me", key });
    expect([tomorrow.status, tomorrow.headers.get("ratelimit")]).toEqual([
      200,
      expect.stringMatching(/"day";r=119;t=\d+$/),
    ]);
  });

  it("begin anew with the next minute, and are another organization's never", async () => {
    const { organization, key } = await world({ key: 2 });
    const elsewhere = await world({ key: 2 });
    const ask = (of: string) => callApi({ path: "/me", key: of });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask(key)).status);
    expect([...statuses, (await ask(elsewhere.key)).status]).toEqual([200, 200, 429, 200]);
    await startAgain(organization);
    const fresh = await servers.callAll({ calls: 1, path: "/me", headers: { authorization: `Token ${key}` } });
    expect(passed(fresh)).toBe(2);
  });

  it("begin anew within a minute where a clock is set back, the database's or a process's", async () => {
    const { organization, key } = await world({ key: 2, organization: 3 });
    const ask = async () => (await callApi({ path: "/me", key })).status;
    expect(await ask()).toBe(200);
    await guard`update guard.call_counts set since = now() + interval '1 hour', calls = 1000 where organization_id = ${organization.id}`;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
    await startAgain(organization);
    const ran = performance.now() + 61_000;
    const clock = vi.spyOn(performance, "now").mockReturnValue(ran);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
    const later = await ask();
    vi.useRealTimers();
    clock.mockRestore();
    expect(later).toBe(200);
  });

  it("that are raised hold a second later, also after much that was refused, in every process", async () => {
    const { organization, key } = await world({ key: 20, organization: 6000 });
    const other = await createKey(organization);
    const refused = await me(key, 40);
    expect([passed(refused), passed(refused, 429)]).toEqual([20, 60]);
    await guard`update public.organizations set api_calls_per_key = 30 where id = ${organization.id}`;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const raised = await me(key, 20);
    expect([passed(raised), passed(raised, 429)]).toEqual([10, 30]);
    await guard`update public.organizations set api_calls = 35 where id = ${organization.id}`;
    expect(passed(await me(other, 10))).toBe(5);
    await guard`update public.organizations set api_calls = 40 where id = ${organization.id}`;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(passed(await me(other, 10))).toBe(5);
  });

  it("count what a person does with a token or a session by itself", async () => {
    const { organization } = await world({ key: 1 });
    const member = await addMember(organization);
    const authorization = `Bearer ${await signAccessToken(await createTokens(member))}`;
    const byToken = () => callApi({ path: "/me", headers: { authorization } });
    const bySession = () => callApi({ path: "/me", slug: organization.slug, session: member.hostSession });
    expect([(await byToken()).status, (await byToken()).status, (await bySession()).status]).toEqual([200, 429, 200]);
  });

  it("count refused requests too, and undo a write that is one too many", async () => {
    const { organization, key } = await world({ key: 3 });
    const add = (body: object) => callApi({ method: "POST", path: "/customers", key, body });
    const good = { name: "Counted", kind: "company" };
    const answers = [
      await add(good),
      await add({}),
      await callApi({ path: "/members?nonsense=1", key }),
      await add(good),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 422, 422, 429]);
    const [row] = await guard<{ n: number }[]>`
      select count(*)::int as n from public.customers where organization_id = ${organization.id}`;
    expect(row?.n).toBe(1);
  });

  it.each([
    ["an address where nothing is", () => ({ path: "/nothing-here" }), 404],
    ["a method that the address does not take", () => ({ method: "DELETE", path: "/members" }), 405],
    ["what belongs to accounts", () => ({ path: "/account/terms" }), 403],
  ])("count %s, until the minute is full", async (_what, call, status) => {
    const { organization, key } = await world({ key: 3 });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await callApi({ ...call(), key }));
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, 429]);
    expect(answers[0]?.headers.get("x-org-id")).toBe(encodeId("org", organization.id));
    expect(answers[2]?.headers.get("ratelimit")).toMatch(/"credential";r=0/);
  });

  it("count what GraphQL could not read as a document, until the minute is full", async () => {
    const { key } = await world({ key: 3 });
    const answers = [
      await graphql("", { key, body: "{" }),
      await graphql("", { key, body: '{"querry":"{ x }"}' }),
      await graphql("", { key, method: "GET", path: "/graphql" }),
      await graphql("", { key, body: "{" }),
    ];
    expect(answers.map(({ errors }) => errors[0].status_code)).toEqual([400, 400, 405, 429]);
  });

  it("tell a key that is over so, at an address where nothing is too", async () => {
    const { organization, key } = await world();
    await guard`update guard.api_keys set revoked_at = now(), ended_as = 'revoked' where organization_id = ${organization.id}`;
    const { status, body } = await callApi({ path: "/nothing-here", key });
    expect([status, body.errors[0].reason]).toEqual([401, "key_revoked"]);
  });

  it("count nothing on an organization whose key is revoked", async () => {
    const { organization, key } = await world();
    await callApi({ path: "/me", key });
    await guard`update guard.api_keys set revoked_at = now() where organization_id = ${organization.id}`;
    for (let n = 0; n < 5; n += 1) expect((await callApi({ path: "/me", key })).status).toBe(401);
    const [row] = await guard<{ calls: number }[]>`
      select max(calls) as calls from guard.call_counts where organization_id = ${organization.id}`;
    expect(row?.calls).toBeLessThanOrEqual(2);
  });

  it("tell the application nothing of, and count nothing on, an organization whose credential it does not name", async () => {
    const { organization, key } = await world({ organization: 3 });
    const elsewhere = await world();
    const [foreign] = await guard<{ id: string }[]>`
      select id from guard.api_keys where organization_id = ${elsewhere.organization.id}`;
    const [own] = await guard<{ id: string }[]>`
      select id from guard.api_keys where organization_id = ${organization.id}`;
    const [session] = await guard<{ id: string }[]>`
      select id from guard.sessions where organization_id = ${elsewhere.organization.id}`;
    await addMember(organization, { person: elsewhere.organization.owner });
    await callApi({ path: "/me", key });
    const count = async (credential: string | undefined, calls: number) => {
      const values = [organization.id, credential, calls];
      return (await appPool().query("select guard.count_calls($1, $2, $3) as counted", values)).rows[0].counted;
    };
    const nobodys = [
      foreign?.id,
      crypto.randomUUID(),
      "00000000-0000-0000-0000-000000000000",
      organization.owner.userId,
      session?.id,
    ];
    expect(session?.id).toBeDefined();
    for (const credential of nobodys) expect(await count(credential, 1000), credential).toBeNull();
    for (const calls of [-1_000_000, 0, 2_000_000_000]) expect(await count(own?.id, calls), `${calls}`).toBeNull();
    const told = (await callApi({ path: "/me", key })).headers.get("ratelimit");
    expect(told).toMatch(/^"credential";r=1198;t=\d+, "organization";r=1;t=\d+$/);
  });

  it("cost few statements where many call at once, and none within a second once the minute is full", async () => {
    const { key } = await world({ key: 210 });
    await callApi({ path: "/me", key });
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now());
    const query = vi.spyOn(pg.Client.prototype, "query");
    const counting = () =>
      query.mock.calls.filter(([asked]) => JSON.stringify(asked ?? "").includes("count_calls")).length;
    await Promise.all(Array.from({ length: 200 }, () => callApi({ path: "/me", key })));
    expect(counting()).toBeLessThan(100);
    await Promise.all(Array.from({ length: 20 }, () => callApi({ path: "/me", key })));
    await flushCalls(); // which would go out by its own clock meanwhile
    query.mockClear();
    for (let n = 0; n < 5; n += 1) expect((await callApi({ path: "/me", key })).status).toBe(429);
    expect(query.mock.calls.filter(([asked]) => !JSON.stringify(asked ?? "").includes("append_calls"))).toEqual([]);
    query.mockRestore();
    clock.mockRestore();
  });
});

describe("a write with an Idempotency-Key over two processes [S77]", () => {
  it("happens once", async () => {
    const { organization, key } = await world();
    const answers = await servers.callAll({
      calls: 25,
      method: "POST",
      path: "/customers",
      headers: { authorization: `Token ${key}`, "idempotency-key": "two", "content-type": "application/json" },
      body: JSON.stringify({ name: "Once", kind: "company" }),
    });
    expect(passed(answers, 201)).toBe(50);
    expect(new Set(answers.flatMap(({ bodies }) => bodies)).size).toBe(1);
    const [row] = await guard<{ n: number }[]>`
      select count(*)::int as n from public.customers where organization_id = ${organization.id}`;
    expect(row?.n).toBe(1);
  });
});
