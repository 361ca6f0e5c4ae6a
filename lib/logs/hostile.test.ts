import { beforeAll, describe, expect, it } from "vitest";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { callsOf } from "@/lib/testing/logs";
import { createOrganization, type Organization } from "@/lib/testing/world";

serveGraphql();

let organization: Organization;
let key: string;

beforeAll(async () => {
  organization = await createOrganization();
  key = await createKey(organization);
});

const newest = async (of: Organization = organization) => (await callsOf(of))[0];

describe("hostile bodies [S83]", () => {
  it.each([
    ["huge", JSON.stringify({ name: "x".repeat(900_000) })],
    ["beyond every bound", JSON.stringify({ name: "x".repeat(1_100_000) })],
    ["not JSON", '{"password": "hunter2-hunter2", '],
    ["a text", '"password=hunter2-hunter2"'],
    ["binary", "\u0001\u0002\ufffd\u0000"],
    ["deep", `${'{"a":'.repeat(30)}1${"}".repeat(30)}`],
    ["with lone surrogates", '{"name":"\\ud800"}'],
  ])("are no trouble: %s", async (_what, body) => {
    const told = await callApi({ method: "POST", path: "/addresses?note=%00%ed%a0%80", key, body });
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
    const line = await newest();
    expect(line).toMatchObject({ status: told.status, path: "/api/v1/addresses" });
    expect(line?.request?.length ?? 0).toBeLessThanOrEqual(16_000);
    expect(JSON.stringify(line)).not.toContain("hunter2");
  });

  it("are cut with a mark", async () => {
    await callApi({ method: "POST", path: "/addresses", key, body: { name: "y".repeat(50_000) } });
    const line = await newest();
    expect(line?.request).toMatch(/… \[cut\]$/);
    expect(line?.request_bytes).toBe(50_011);
  });

  it("are kept shorter where they only tell what was asked", async () => {
    const asked = await callApi({ path: "/roles", key });
    const query = "{ __schema { types { name description } } }";
    const answers = { rest: asked.text, graphql: (await graphql(query, { key })).text };
    const [graph, rest] = await callsOf(organization);
    for (const [line, answer] of [
      [rest, answers.rest],
      [graph, answers.graphql],
    ] as const) {
      expect(line?.response).toHaveLength(4000);
      expect(line?.response).toMatch(/… \[cut\]$/);
      expect(line?.response_bytes).toBe(Buffer.byteLength(answer));
      expect(line?.response_bytes).toBeGreaterThan(4000);
    }
  });
});
