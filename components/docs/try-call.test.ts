import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bodyField, headerField, sendCall } from "./try-call";

const seen: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  seen.push({ url: request.url ?? "", headers: request.headers, body });
  const status = Number(request.headers["idempotency-key"] ?? 200);
  const limits = { ratelimit: '"credential";r=0;t=57', "retry-after": "57" };
  response.writeHead(status, { etag: '"v1"', "x-request-id": "r-1", ...(status === 429 ? limits : {}) });
  response.end(status === 304 ? undefined : '{"a":1}');
});
let root = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
afterAll(() => void server.close());

const send = (typed: Record<string, string>, key = "key_a") =>
  sendCall({
    ...{ method: "POST", address: `${root}/orders/{id}`, names: ["id"], query: ["limit"], key },
    headers: ["Idempotency-Key", "If-Match"],
    given: (name) => typed[name] ?? "",
  });

it("sends what was typed, headers too, and nothing of what was left empty", async () => {
  await send({ id: "a/b", limit: "2", [headerField("If-Match")]: ' "v0" ', [bodyField]: "{}" });
  expect(seen.at(-1)).toMatchObject({ url: "/orders/a%2Fb?limit=2", body: "{}" });
  expect(seen.at(-1)?.headers).toMatchObject({ authorization: "Token key_a", "if-match": '"v0"' });
  expect(seen.at(-1)?.headers).not.toHaveProperty("idempotency-key");
});

it("tells the version, the limits and how long to wait", async () => {
  expect(await send({ id: "a" })).toMatchObject({ good: true, headers: [["etag", '"v1"']], requestId: "r-1" });
  const refused = await send({ id: "a", [headerField("Idempotency-Key")]: "429" });
  expect(refused).toMatchObject({ status: "429 Too Many Requests", good: false, wait: 57 });
  expect(refused.headers.map(([name]) => name)).toEqual(["etag", "retry-after", "ratelimit"]);
});

it("counts an answer without a body as one, also that nothing changed", async () => {
  const same = await send({ id: "a", [headerField("Idempotency-Key")]: "304" });
  expect(same).toMatchObject({ good: true, text: "An answer without a body." });
});

it("says that a key was cut in the middle, and does not blame the network", async () => {
  const before = seen.length;
  expect(await send({ id: "a" }, "key_da51…d9b0")).toMatchObject({
    status: "Not sent",
    text: "The key has a character that no header may have.",
  });
  expect(await send({ id: "a", [headerField("If-Match")]: "“v1”" })).toMatchObject({
    text: "If-Match has a character that no header may have.",
  });
  expect(seen.length).toBe(before);
});
