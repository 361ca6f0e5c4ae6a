import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Berth, ConflictError, LimitedError, TimeoutError, UnavailableError } from "../src/index.js";
import { isWorthAnother, waitBefore } from "../src/retries.js";

type Hit = { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers the next of `answers` to each call, and the last one from then on. */
async function answering(...answers: ((response: ServerResponse) => void)[]) {
  const hits: Hit[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    hits.push({ method, url, headers });
    answers[Math.min(hits.length, answers.length) - 1]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { hits, berth: new Berth({ apiKey: "key_x", baseUrl }) };
}

/** Hears bodies, and answers them alike. */
function hearing() {
  const requests: { slug?: string }[] = [];
  const fetch = async (_: unknown, { body }: RequestInit = {}) => {
    requests.push(JSON.parse(String(body)));
    return Response.json({ id: "org_1", slug: "x" });
  };
  return { requests, fetch };
}

const ok = (response: ServerResponse) => void response.end('{"data":[],"next_cursor":null}');
const status =
  (code: number, headers: Record<string, string> = { "retry-after": "0" }) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end('{"errors":[{"code":"x","message":"No."}],"request_id":"r-1"}');

it("sends several values of a filter so that none is cut at its own comma", async () => {
  const { berth, hits } = await answering(ok);
  await berth.shipments.list({ tracking_number: ["A,B\\C", "D"] });
  await berth.exports.readCsv("carrier-connections", { carrier: ["dpd"], sort: "-name" });
  const asked = hits.map(({ url }) => new URL(url ?? "", "http://here"));
  expect(asked[0]?.searchParams.get("tracking_number")).toBe("A\\,B\\\\C,D");
  expect(asked[1]?.pathname + (asked[1]?.search ?? "")).toBe(
    "/api/v1/exports/carrier-connections?carrier=dpd&sort=-name",
  );
});

/** Hears changes as documents, and answers that all was done. */
function hearingChanges() {
  const sent: { organization: string | null; data: object }[] = [];
  const fetch = async (_: unknown, { body, headers }: RequestInit = {}) => {
    sent.push({ organization: new Headers(headers).get("x-org-id"), data: JSON.parse(String(body)).variables.data });
    return Response.json({ data: { change: { outcomes: [], api_key: { key: "key_1" }, errors: [] } } });
  };
  return { sent, known: { baseUrl: "http://here", fetch } };
}

it("leaves a key its own organization, whichever is chosen", async () => {
  const { sent, known } = hearingChanges();
  await new Berth({ apiKey: "key_x", ...known }).setOrganization("org_2").sendOrganizationInvites({ emails: [] });
  await new Berth({ accessToken: "t", ...known }).setOrganization("org_2").sendOrganizationInvites({ emails: [] });
  expect(sent).toEqual([
    { organization: null, data: { emails: [] } },
    { organization: "org_2", data: { emails: [] } },
  ]);
});

it("acts in the organization that the call names, then in that of its options, then in the chosen one", async () => {
  const { sent, known } = hearingChanges();
  const berth = new Berth({ accessToken: "t", ...known }).setOrganization("org_chosen");
  const option = { organization: "org_option" };
  for (const options of [undefined, option]) {
    await berth.sendOrganizationInvites({ emails: [] }, options);
    await berth.createAPIKey({ label: "Dock" }, options);
    await berth.updateWorkspaceConfig({}, options);
  }
  await berth.sendOrganizationInvites({ emails: [], org_id: "org_own" }, option);
  await berth.sendOrganizationInvites({ emails: [], organization: "org_own" }, option);
  await berth.createAPIKey({ label: "Dock", organization: "org_own" }, option);
  await berth.updateWorkspaceConfig({ organization_id: "org_own" }, option);
  expect(sent).toEqual([
    ...["org_chosen", "org_option"].flatMap((organization) => [
      { organization, data: { emails: [] } },
      { organization, data: { label: "Dock" } },
      { organization, data: {} },
    ]),
    { organization: "org_own", data: { emails: [], org_id: "org_own" } },
    { organization: "org_own", data: { emails: [], org_id: "org_own" } },
    { organization: "org_own", data: { label: "Dock", organization: "org_own" } },
    { organization: "org_own", data: { organization_id: "org_own" } },
  ]);
});

it("refuses what a call does not take, and sends nothing", async () => {
  const { sent, known } = hearingChanges();
  const berth = new Berth({ accessToken: "t", ...known });
  const unknown = { org: "org_1" };
  const two = { organization: "org_1", org_id: "org_2" };
  for (const refused of [
    () => berth.sendOrganizationInvites({ emails: [], ...unknown }),
    () => berth.sendOrganizationInvites({ emails: [], ...two }),
    () => berth.createAPIKey({ label: "Dock", ...unknown }),
    () => berth.createOrganization({ name: "Harbour", ...unknown }),
    () => berth.createOrganization({ name: "Harbour", ownerEmail: "olga@harbour.example" }),
  ])
    await expect(refused()).rejects.toBeInstanceOf(TypeError);
  expect(sent).toEqual([]);
});

it("tells of a document what it tells of every call that is refused", async () => {
  const facts = { code: "limited", status_code: 429 };
  const extensions = { ...facts, reason: "calls_of_day", permission: "orders.view", retry_after: 7, request_id: "r-2" };
  const errors = [{ message: "Too many.", ...facts, extensions }];
  const { berth } = await answering((response) => response.end(JSON.stringify({ data: null, errors })));
  await expect(berth.graphql("{ user { email } }")).rejects.toMatchObject({
    ...{ name: "GraphqlError", status: 429, code: "limited", message: "Too many.", reason: "calls_of_day" },
    ...{ permission: "orders.view", retryAfter: 7, requestId: "r-2" },
  });
});

describe("a call that fails", () => {
  it("is sent again where it reads", async () => {
    const { berth, hits } = await answering(status(503), status(500), ok);
    expect((await berth.members.list()).data).toEqual([]);
    expect(hits).toHaveLength(3);
  });

  it("is a write, and is sent again under the same Idempotency-Key", async () => {
    const { berth, hits } = await answering((response) => response.destroy(), status(502), ok);
    await berth.products.create({ sku: "A", name: "A" });
    const keys = hits.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
  });

  it("is one of the guide's writes, which are sent again alike", async () => {
    const done = { data: { change: { outcomes: [], workspace_config: {}, api_key: { key: "key_1" } } } };
    const calls: ((berth: Berth) => Promise<unknown>)[] = [
      (berth) => berth.createOrganization({ name: "Harbour" }),
      (berth) => berth.sendOrganizationInvites({ emails: [] }),
      (berth) => berth.updateWorkspaceConfig({}),
      (berth) => berth.createAPIKey({ label: "Dock" }),
    ];
    for (const call of calls) {
      const { berth, hits } = await answering(
        (response) => response.destroy(),
        (response) => response.end(JSON.stringify(done)),
      );
      await call(berth);
      const keys = hits.map(({ headers }) => headers["idempotency-key"]);
      expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]]);
    }
  });

  it("is a write without such a key, and is sent once, but for too many calls", async () => {
    const failing = await answering(status(503));
    await expect(failing.berth.graphql("mutation { x }")).rejects.toBeInstanceOf(UnavailableError);
    expect(failing.hits).toHaveLength(1);
    const limited = await answering(status(429), (response) => response.end('{"data":{"x":1}}'));
    expect(await limited.berth.graphql("mutation { x }")).toEqual({ x: 1 });
    expect(limited.hits).toHaveLength(2);
  });

  it("is a write whose first try is still being carried out, and waits for that", async () => {
    const { berth, hits } = await answering((response) => response.destroy(), status(409), ok);
    await berth.products.create({ sku: "A", name: "A" });
    expect(hits).toHaveLength(3);
    const taken = await answering(status(409, {}));
    await expect(taken.berth.products.create({ sku: "A", name: "A" })).rejects.toBeInstanceOf(ConflictError);
    expect(taken.hits).toHaveLength(1);
  });

  it("is a document, and is sent again under the Idempotency-Key that it was given", async () => {
    const { berth, hits } = await answering(status(503), (response) => response.end('{"data":{"x":1}}'));
    expect(await berth.graphql("mutation { x }", {}, { idempotencyKey: "mine" })).toEqual({ x: 1 });
    expect(hits.map(({ headers }) => headers["idempotency-key"])).toEqual(["mine", "mine"]);
  });

  it("is answered by something else than Berth, and says so", async () => {
    const page = await answering((response) => response.end("<html>Welcome</html>"));
    await expect(page.berth.members.list()).rejects.toMatchObject({ name: "BerthError", code: "unknown", status: 200 });
    const proxy = await answering((response) => void response.writeHead(403).end('{"errors":"no"}'));
    await expect(proxy.berth.members.list()).rejects.toMatchObject({
      name: "ForbiddenError",
      message: "The answer was 403.",
    });
  });

  it("is given up after as many tries as one wants, with the request's id", async () => {
    const { berth, hits } = await answering(status(503));
    await expect(berth.members.list({}, { retries: 1 })).rejects.toMatchObject({ requestId: "r-1", retryAfter: 0 });
    expect(hits).toHaveLength(2);
  });

  it("is given up at once where the wait is longer than one has", async () => {
    const { berth, hits } = await answering(status(429, { "retry-after": "900" }));
    const failed = await berth.members.list().then(undefined, (error: unknown) => error);
    expect(failed).toBeInstanceOf(LimitedError);
    expect(failed).toMatchObject({ retryAfter: 900 });
    expect(hits).toHaveLength(1);
  });

  it("ends when one stops it, and when its time is over", async () => {
    const { berth } = await answering(() => undefined);
    const stop = new AbortController();
    const stopped = berth.members.list({}, { signal: stop.signal }).then(undefined, (error: unknown) => error);
    stop.abort(new Error("Enough."));
    expect(await stopped).toMatchObject({ message: "Enough." });
    await expect(berth.members.list({}, { timeout: 50, retries: 0 })).rejects.toBeInstanceOf(TimeoutError);
  });

  it("leaves no secret where a redirect leads", async () => {
    const { hits } = await answering(ok);
    const { berth } = await answering(status(307, { location: "http://127.0.0.1:1/" }));
    await expect(berth.members.list({}, { retries: 0 })).rejects.toThrow("had no answer");
    expect(hits).toHaveLength(0);
  });
});

it("makes an address of a name that can be one", async () => {
  const { requests, fetch } = hearing();
  const berth = new Berth({ apiKey: "srv_x", baseUrl: "http://127.0.0.1", fetch });
  for (const name of [`${"a".repeat(39)} bc`, " Müller & Söhne "]) await berth.organizations.create({ name });
  expect(requests.map(({ slug }) => slug)).toEqual(["a".repeat(39), "muller-sohne"]);
});

it("leaves nobody out whom a server names, so that two are told apart", async () => {
  const { requests, fetch } = hearing();
  const { organizations } = new Berth({ apiKey: "srv_x", baseUrl: "http://127.0.0.1", fetch });
  const email = "mia@harbour.example";
  for (const named of [{ userId: "usr_1" }, { userId: email }, { email }, { userId: "usr_1", email }])
    await organizations.addMember("org_1", named);
  expect(requests).toEqual([{ user_id: "usr_1" }, { email }, { email }, { user_id: "usr_1", email }]);
});

it("has what did not change, also where very much else came meanwhile", async () => {
  const fetch = async (_: unknown, { headers }: RequestInit = {}) => {
    if (!new Headers(headers).has("if-none-match")) return Response.json({ n: 1 }, { headers: { etag: '"1"' } });
    for (let at = 0; at < 201; at += 1) await berth.workspaceConfig.get({ organization: `org_${at}` });
    return new Response(null, { status: 304, headers: { etag: '"1"' } });
  };
  const berth = new Berth({ accessToken: "x", baseUrl: "http://127.0.0.1", fetch });
  await berth.workspaceConfig.get();
  expect(await berth.workspaceConfig.get()).toEqual({ n: 1 });
});

describe("the time between two tries", () => {
  const answer = (code: number, headers: Record<string, string> = {}) => new Response("", { status: code, headers });

  it("is what the answer says, or grows, with a little chance", () => {
    expect(waitBefore(0, answer(429, { "retry-after": "3" }), 0)).toBe(3000);
    expect(waitBefore(0, answer(429, { "retry-after": "3" }), 1)).toBe(3400);
    expect([0, 1, 2].map((tries) => waitBefore(tries, answer(503), 0.5))).toEqual([200, 400, 800]);
    expect(waitBefore(50, answer(503), 1)).toBeLessThan(30_000);
  });

  it("is asked for only where another try may help", () => {
    expect([400, 401, 403, 404, 409, 412, 422].filter((code) => isWorthAnother(answer(code), true))).toEqual([]);
    expect([429, 500, 502, 503, 504].filter((code) => isWorthAnother(answer(code), false))).toEqual([429]);
  });
});
