import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createMetrics } from "./metrics";

const token = "a-token-of-32-characters-0123456";
const figures = { waiting: 3, leased: 1, failed: 2, oldest_seconds: 42 };
let server: Server | undefined;

afterEach(() => {
  server?.close();
});

async function start(given: string | undefined, queue: () => Promise<typeof figures> = async () => figures) {
  const metrics = createMetrics(given, queue);
  server = createServer((request, response) => {
    metrics.observe(request, response, { operation: "members.list", organization: "org_secret" });
    if (request.url === "/metrics") void metrics.answer(request, response);
    else response.writeHead(404).end("gone");
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return (path: string, authorization?: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, authorization ? { headers: { authorization } } : {});
}

describe("/metrics", () => {
  it("is nowhere without a token of the installation", async () => {
    const ask = await start(undefined);
    expect((await ask("/metrics", "Bearer undefined")).status).toBe(404);
    expect((await ask("/metrics", "Bearer ")).status).toBe(404);
  });

  it("asks for the token", async () => {
    const ask = await start(token);
    for (const wrong of [undefined, "Bearer wrong", `Basic ${token}`, `Bearer ${token}x`])
      expect((await ask("/metrics", wrong)).status).toBe(401);
  });

  it("counts requests by kind, operation and status, and names no organization", async () => {
    const ask = await start("0123456789abcdef");
    await ask("/api/v1/members?key=key_secret");
    await ask("/members/mem_123");
    const answer = await ask("/metrics", "Bearer 0123456789abcdef");
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(text).toContain(
      'berth_http_request_duration_seconds_count{kind="api",operation="members.list",method="GET",status="4xx"} 1',
    );
    expect(text).toContain('kind="page"');
    expect(text).toContain('berth_jobs{state="waiting"} 3');
    expect(text).toContain("berth_oldest_job_seconds 42");
    expect(text).toContain("berth_queue_up 1");
    expect(text).not.toMatch(/secret|mem_123/);
  });

  it("still answers where the queue cannot be asked", async () => {
    const ask = await start("0123456789abcdef", () => Promise.reject(new Error("down")));
    const text = await (await ask("/metrics", "Bearer 0123456789abcdef")).text();
    expect(text).toContain("berth_queue_up 0");
    expect(text).not.toContain("berth_jobs{");
  });
});
