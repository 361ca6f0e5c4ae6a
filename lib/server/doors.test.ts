import { readdirSync, readFileSync } from "node:fs";
import { request as ask } from "node:http";
import { describe, expect, it } from "vitest";
import { serveApi } from "@/lib/testing/api-server";
import { createKey } from "@/lib/testing/keys";
import { createOrganization } from "@/lib/testing/world";
import { machineFault } from "./doors";

const server = serveApi();

type Given = { key?: string; body?: string; length?: number };

function call(method: string, path: string, { key, body, length }: Given = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const headers = {
      ...(key ? { authorization: `Token ${key}` } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
      ...(length ? { "content-length": length } : {}),
    };
    const sent = ask({ host: "127.0.0.1", port: server.port(), method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", reject).end(body);
  });
}

describe("addresses that machines call", () => {
  const unknown = ["/api/scim/v2/Users", "/api/v2/me", "/api/nothing", "/api/token/x", "/api/metadata/x"];
  const strange = ["/api/auth", "/api/auth/x", "/api/v1/%zz", "/api/%ff", "/api/v1x"];

  it("tells in the interface's own form that nothing is there", async () => {
    for (const method of ["GET", "POST", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
      for (const path of [...unknown, ...strange]) {
        const { status, headers, text } = await call(method, path);
        expect([status, headers["content-type"]], `${method} ${path}`).toEqual([
          404,
          "application/json; charset=utf-8",
        ]);
        expect(JSON.parse(text)).toEqual({
          errors: [{ code: "not_found", message: "There is nothing at this address.", level: "error" }],
          request_id: headers["x-request-id"],
        });
      }
    const { status, text } = await call("HEAD", "/api/scim/v2/Users");
    expect([status, text]).toEqual([404, ""]);
  });

  it("names the methods that an address takes, to whoever uses another or asks", async () => {
    const takes = {
      "/api": "GET, HEAD, OPTIONS",
      "/api/metadata": "GET, HEAD, OPTIONS",
      "/api/token": "POST, OPTIONS",
      "/api/token/refresh": "POST, OPTIONS",
      "/api/logout": "POST, OPTIONS",
      "/graphql": "GET, HEAD, POST, OPTIONS",
    };
    for (const [path, allow] of Object.entries(takes)) {
      for (const method of ["PUT", "TRACE"]) {
        const { status, headers, text } = await call(method, path);
        expect([status, headers.allow, JSON.parse(text).errors[0].code]).toEqual([405, allow, "method_not_allowed"]);
      }
      const { status, headers, text } = await call("OPTIONS", path);
      expect([status, headers.allow, text]).toEqual([204, allow, ""]);
    }
    expect((await call("TRACE", "/api/v1/members")).status).toBe(405);
  });

  it("tells it at GraphQL as GraphQL's own answers tell what is refused", async () => {
    const refused = [
      await call("PUT", "/graphql"),
      await call("DELETE", "/api/graphql/"),
      await call("POST", "/graphql", { length: 13_000_000 }),
      await call("POST", "/graphql", { body: "{" }),
      await call("GET", "/graphql"),
      await call("POST", "/graphql/x", { body: "{}" }),
      await call("GET", "/api/graphql/v1/%zz"),
    ];
    expect(refused.map(({ status }) => status)).toEqual([405, 405, 413, 400, 405, 404, 404]);
    for (const { status, headers, text } of refused) {
      const { errors, ...rest } = JSON.parse(text);
      const [{ message, extensions, ...told }] = errors;
      expect([rest, errors.length, typeof message]).toEqual([{ data: null }, 1, "string"]);
      expect(told).toEqual({ code: expect.stringMatching(/^[a-z_]+$/), status_code: status });
      expect(extensions).toEqual({ ...told, request_id: headers["x-request-id"] });
    }
  });

  it("minds no slash at the end, nor two of them", async () => {
    const key = await createKey(await createOrganization());
    const body = JSON.stringify({ query: "{ __typename }" });
    for (const path of ["/graphql", "/graphql/", "/api/graphql/", "/api//graphql"]) {
      const { status, text } = await call("POST", path, { key, body });
      expect([status, JSON.parse(text)], path).toEqual([200, { data: { __typename: "Query" } }]);
    }
    expect((await call("GET", "/api/v1/me/", { key })).status).toBe(200);
    expect((await call("GET", "/api/v1/openapi.json/")).status).toBe(200);
    expect(JSON.parse((await call("GET", "/api/?x=1")).text).MULTI_ORGANIZATIONS).toBe(true);
  });

  it("knows every route of the pages' server, and each of its methods", () => {
    const files = ["app/api", "app/graphql"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    );
    const routes = files.filter((file) => file.endsWith("/route.ts"));
    expect(routes.length).toBeGreaterThan(8);
    for (const file of routes) {
      const path = file.replace(/^app|\/route\.ts$/g, "").replace("[...nextauth]", "callback/x");
      const exported = [...readFileSync(file, "utf8").matchAll(/export (?:const|async function) ([A-Z]+)/g)];
      expect(exported.length, file).toBeGreaterThan(0);
      for (const [, method = ""] of exported)
        if (method !== "OPTIONS") expect(machineFault(method, path.replace(/\[+.*?\]+/g, "x")), file).toBeUndefined();
    }
  });
});
