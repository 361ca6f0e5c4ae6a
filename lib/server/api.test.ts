import { request as ask, createServer, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { callApi } from "@/lib/testing/api";
import { serveApi } from "@/lib/testing/api-server";
import { createKey } from "@/lib/testing/keys";
import { createOrganization, testPassword } from "@/lib/testing/world";
import { send } from "./api";

const server = serveApi({ asLocalhost: false });
const rootUrl = new URL("http://berth.localhost:3000");

type Call = RequestOptions & { key?: string; session?: string; slug?: string; body?: string };

function call(path: string, { key, session, slug, body, ...options }: Call = {}) {
  const host = slug ? `${slug}.${rootUrl.host}` : "localhost:3000";
  const headers = {
    host,
    ...(key ? { authorization: `Token ${key}` } : {}),
    ...(session ? { cookie: `__Host-berth=${session}` } : {}),
    ...(body ? { "content-type": "application/json" } : {}),
    ...options.headers,
  };
  const port = server.port();
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sent = ask({ host: "127.0.0.1", port, path, ...options, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      sent.on("error", reject).end(body);
    },
  );
}

describe("the API on plain Node", () => {
  it("answers a key as the door behind the pages' server does", async () => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    for (const path of ["/members?limit=2", "/me", "/no-such-thing", "/members/mem_x", "/members?sort=nonsense"]) {
      const here = await call(`/api/v1${path}`, { key });
      const there = await callApi({ path, key });
      expect(here.status).toBe(there.status);
      expect(withoutRequest(here.text)).toEqual(withoutRequest(there.text));
      expect(here.headers["x-org-id"] ?? null).toBe(there.headers.get("x-org-id"));
      expect(here.headers["cache-control"]).toBe("private, no-store");
      expect(here.headers["content-security-policy"]).toBeDefined();
    }
  });

  it("reads a body, and refuses one that is no JSON", async () => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    const made = { method: "POST", key };
    const faulty = await call("/api/v1/products", { ...made, body: "{" });
    expect([faulty.status, JSON.parse(faulty.text).errors[0].code]).toEqual([400, "invalid_json"]);
    const named = await call("/api/v1/products", { ...made, body: JSON.stringify({ nonsense: 1 }) });
    expect([named.status, JSON.parse(named.text).errors[0].code]).toEqual([422, "invalid"]);
  });

  it("refuses a write from another place with a session, and knows hosts apart [S30]", async () => {
    const [mine, other] = [await createOrganization(), await createOrganization()];
    const session = mine.owner.hostSession;
    expect((await call("/api/v1/me", { session, slug: mine.slug })).status).toBe(200);
    expect((await call("/api/v1/me", { session, slug: other.slug })).status).toBe(401);
    const foreign = {
      session,
      slug: mine.slug,
      method: "PATCH",
      body: "{}",
      headers: { origin: "http://evil.example" },
    };
    expect((await call("/api/v1/members/mem_x", foreign)).status).toBe(403);
  });

  it("believes no header of the server's own that comes from outside", async () => {
    const [mine, other] = [await createOrganization(), await createOrganization()];
    const headers = { "x-berth-host": `${mine.slug}.${rootUrl.host}` };
    expect((await call("/api/v1/me", { session: mine.owner.hostSession, slug: other.slug, headers })).status).toBe(401);
  });

  it("has no page, and no method that HTTP's interface does not know", async () => {
    for (const path of ["/", "/sign-in", "/api/v1x", "//localhost/api/v1/me", "/api/v2/me", "/_next/static/x.js"])
      expect((await call(path)).status).toBe(404);
    expect((await call("/api/v1/me", { method: "TRACE" })).status).toBe(405);
    for (const path of ["/api/token", "/api/logout"]) expect((await call(path)).status).toBe(405);
    const head = await call("/api/v1/openapi.json", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  it("answers no path that means another than it says", async () => {
    const key = await createKey(await createOrganization());
    expect((await call("/api/v1/me", { key })).status).toBe(200);
    const disguised = ["/api/v1/../../123456/me", "/api/v1/./me", "/api/v1/%2e%2e/v1/me", "/api/v1/x/%2E./me"];
    for (const path of [...disguised, "/api/v1/x\\..\\me", "/api/v1/../token", "/api/v1/me#more"])
      expect((await call(path, { key })).status, path).toBe(404);
  });

  it("gives tokens to a person, takes them, and ends them", async () => {
    const { owner, slug } = await createOrganization();
    const post = async (path: string, body: object) => {
      const { status, text } = await call(path, { method: "POST", body: JSON.stringify(body) });
      return { status, body: JSON.parse(text) };
    };
    const made = await post("/api/token", { email: owner.email, password: testPassword });
    expect(made.status).toBe(201);
    const { status, body } = await post("/api/token/refresh", { refresh: made.body.refresh });
    expect(status).toBe(201);
    expect((await post("/api/token/verify", { token: made.body.access })).status).toBe(401);
    expect((await post("/api/token/verify", { token: body.access })).status).toBe(200);
    const me = () => call("/api/v1/me", { headers: { authorization: `Bearer ${body.access}` } });
    expect(JSON.parse((await me()).text).organization.slug).toBe(slug);
    expect((await post("/api/logout", { token: body.access })).status).toBe(200);
    expect((await me()).status).toBe(401);
  });

  it("keeps every cookie that an answer sets", async () => {
    const headers = new Headers([
      ["set-cookie", "one=1; Path=/"],
      ["set-cookie", "other=2; Path=/"],
      ["x-more", "kept"],
    ]);
    const plain = createServer((_, outgoing) => void send(new Response("whole", { status: 201, headers }), outgoing));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    try {
      const answer = await fetch(`http://127.0.0.1:${(plain.address() as AddressInfo).port}`);
      expect(answer.headers.getSetCookie()).toEqual(["one=1; Path=/", "other=2; Path=/"]);
      expect([answer.status, answer.headers.get("x-more"), await answer.text()]).toEqual([201, "kept", "whole"]);
    } finally {
      plain.close();
    }
  });
});

/** Requests have ids of their own; explanations and data are alike. */
function withoutRequest(text: string): unknown {
  const { request_id: _, ...rest } = JSON.parse(text);
  return rest;
}
