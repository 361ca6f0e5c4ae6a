import { request as send } from "node:http";
import { expect, test } from "@playwright/test";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Question = { host?: string; path?: string; method?: string; headers?: Record<string, string>; body?: string };

const port = Number(process.env.E2E_PORT ?? 3190);
const root = `berth.localhost:${port}`;

function ask({ host = root, path = "/", method = "GET", headers = {}, body: sent }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers: { ...headers, host } };
    const request = send(options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.once("error", reject);
    request.end(sent);
  });
}

test("health and readiness answer on any host", async () => {
  expect(await ask({ path: "/healthz", host: "10.0.0.1" })).toMatchObject({ status: 200 });
  const ready = await ask({ path: "/readyz", host: "localhost" });
  expect(JSON.parse(ready.body)).toEqual({ ready: true, database: "ok", migrations: "current" });
});

test("metrics answer who has the token, and count operations", async () => {
  expect((await ask({ path: "/metrics" })).status).toBe(401);
  const authorization = "Bearer a-token-for-the-browser-tests";
  await ask({ path: "/api/v1/openapi.json" });
  const { status, body } = await ask({ path: "/metrics", headers: { authorization } });
  expect(status).toBe(200);
  expect(body).toContain("berth_queue_up 1");
  expect(body).toMatch(/berth_http_request_duration_seconds_count\{kind="api",[^}]*status="2xx"\} \d/);
});

test("an organization's host leads to the installation's documentation, whosever it is", async () => {
  const led = async (path: string) => (await ask({ host: `nobody-has-this.${root}`, path })).headers.location;
  expect(await led("/docs/quick-start?from=here")).toBe(`http://${root}/docs/quick-start?from=here`);
  expect(await led("/docs")).toBe(`http://${root}/docs`);
  expect(await led("/docsx")).not.toBe(`http://${root}/docsx`);
});

for (const path of ["/", "/nothing-here", "/api/v1/nothing", "/healthz", "/_next/static/nothing.js", "/favicon.ico"])
  test(`security headers stand on ${path} [S43]`, async () => {
    const { headers } = await ask({ path, headers: { accept: "text/html" } });
    expect(headers["strict-transport-security"]).toMatch(/max-age=(\d{8,}); includeSubDomains/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["x-powered-by"]).toBeUndefined();
  });

test("a page's policy has a nonce of its own and nothing inline", async () => {
  const policies = await Promise.all([ask({}), ask({})]);
  const nonces = policies.map(
    ({ headers }) => /script-src 'self' 'nonce-([0-9a-f]{32})'/.exec(String(headers["content-security-policy"]))?.[1],
  );
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(String(policies[0]?.headers["content-security-policy"])).not.toMatch(/script-src[^;]*unsafe/);
  expect(policies[0]?.headers["cache-control"]).toMatch(/^private,.*no-store/);
});

for (const host of [
  `BERTH.localhost:${port}`,
  `berth.localhost.:${port}`,
  `www.${root}`,
  "berth.localhost",
  `localhost:${port}`,
])
  test(`${host} leads to the one spelling [S28]`, async () => {
    const { status, headers } = await ask({ host, path: "/sign-in?next=x" });
    expect([status, headers.location]).toEqual([308, `http://${root}/sign-in?next=x`]);
  });

for (const host of [`a.b.${root}`, `xn--acme-9ra.${root}`, `admin.${root}`, "10.0.0.1", `${"a".repeat(300)}.${root}`])
  test(`${host.slice(0, 40)} is nowhere`, async () => {
    expect((await ask({ host })).status).toBe(404);
  });

for (const path of ["/o/acme-shipping", "/%6f/acme-shipping", "/O/acme-shipping", "/o/~portal.acme.example", "/o"])
  test(`${path} cannot be reached from outside`, async () => {
    const forged = { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" };
    expect((await ask({ path })).status).toBe(404);
    expect((await ask({ path, headers: forged })).status).toBe(404);
  });

for (const origin of [undefined, "null", "https://evil.example", `http://acme-shipping.${root}`])
  for (const path of ["/sign-in", "/api/v1/members", "/graphql"])
    test(`a write with cookies from ${origin ?? "no origin"} to ${path} is refused`, async () => {
      const headers = { cookie: "a=b", ...(origin ? { origin } : {}) };
      const { status, body } = await ask({ path, method: "POST", headers });
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ code: "wrong_origin" }] });
    });

test("an announced body that is too large is refused at once", async () => {
  const { status } = await ask({ path: "/api/v1/members", method: "POST", headers: { "content-length": "99000000" } });
  expect(status).toBe(413);
});

const boundary = "----FormOfAnotherBrowser0123456789";
const part = (value: string, name = "email") =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const post = (body: string) => {
  const type = `multipart/form-data; boundary=${boundary}`;
  const headers = { "content-type": type, origin: `http://${root}`, accept: "text/html" };
  return ask({ path: "/sign-in", method: "POST", headers, body });
};

test("a form without scripts is taken where it is whole, and refused where it is cut off [S84]", async () => {
  const { body } = await ask({ path: "/sign-in" });
  const hidden = [...body.matchAll(/name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(([, name, value = ""]) =>
    part(value.replaceAll("&quot;", '"'), name),
  );
  expect(hidden.length).toBeGreaterThan(2);
  const form = `${hidden.join("")}${part("nobody@acme.example")}${part("not the password", "password")}`;
  const taken = await post(`${form}--${boundary}--\r\n`);
  expect([taken.status, taken.body]).toEqual([200, expect.stringContaining('type="password"')]);
  expect((await post(form)).status).toBe(400);
});

for (const [what, status, body] of [
  ["is none", 400, "hello"],
  ["has a field of 3 MB", 413, `${part("x".repeat(3_000_000))}--${boundary}--\r\n`],
  ["has 10,000 fields", 413, `${part("1").repeat(10_000)}--${boundary}--\r\n`],
] as const)
  test(`a form without scripts that ${what} answers ${status} [S84]`, async () => {
    const sent = await post(body);
    expect(sent.status).toBe(status);
    expect(sent.headers["content-type"]).toContain("text/html");
  });
