import { describe, expect, it } from "vitest";
import type { JsonSchema } from "@/lib/api/json-schema";
import { openApiDocument } from "@/lib/api/openapi";
import type { OpenApi } from "../generate/document";
import { libraryOf } from "../generate/library";
import { olderFiles } from "../generate/main";
import { typeOf } from "../generate/types";

const document = () => JSON.parse(JSON.stringify(openApiDocument())) as OpenApi;

describe("the generated library", () => {
  it("is as new as the API: else run `npm run sdk`", () => {
    expect(olderFiles()).toEqual([]);
  });

  it("changes with the document", () => {
    const changed = document();
    const { "/members": members = {} } = changed.paths;
    changed.paths = {
      ...changed.paths,
      "/crew": { get: { ...members.get, operationId: "crew.list", tags: ["crew"] } },
    };
    const { "resources.ts": resources = "" } = libraryOf(changed);
    expect(resources).toContain("class CrewCalls extends Resource");
    expect(resources).toContain("list(query?: CrewListQuery, options?: RequestOptions): Pages<MembersListOutput>");
    expect(resources).toContain('method: "GET", path: "/crew", query');
  });

  it("has no call that no program has a credential for", () => {
    const { "resources.ts": resources = "" } = libraryOf(document());
    expect(resources).not.toContain("uploadCsv");
  });

  it("has a call for each list as CSV, with the filters of the list and without its pages", () => {
    const { "resources.ts": resources = "", "types.ts": types = "" } = libraryOf(document());
    expect(resources).toContain("carrierConnections(query?: ExportsCarrierConnectionsQuery, options?: RequestOptions)");
    const named = (type: string) => {
      const [, fields = ""] = new RegExp(`export type ${type} = \\{\n([^}]*)\\}`).exec(types) ?? [];
      return [...fields.matchAll(/^ {2}(\w+)\?: (.*);$/gm)].map(([, name, of]) => `${name}: ${of}`);
    };
    const [all, exported] = [named("ShipmentsListQuery"), named("ExportsShipmentsQuery")];
    expect(exported).toContain("tracking_number: string[]");
    expect(exported).toEqual(all.filter((each) => !/^(limit|cursor):/.test(each)));
  });

  it("never has two calls of one name", () => {
    const doubled = document();
    const { get } = doubled.paths["/members"] as Record<string, object>; // it is there
    doubled.paths["/members/again"] = { get: { ...get } };
    expect(() => libraryOf(doubled)).toThrow("Two calls are named members.list");
  });

  it("types what it knows, and refuses the rest", () => {
    const schema = (node: object) => typeOf(node as JsonSchema);
    expect(schema({ type: ["string", "null"] })).toBe("string | null");
    expect(schema({ type: "array", items: { enum: ["a", "b"] } })).toBe('("a" | "b")[]');
    expect(schema({ type: "object", properties: { a: { type: "integer" } }, required: ["a"] })).toBe(
      "{\n  a: number;\n}",
    );
    expect(() => schema({ type: "tuple" })).toThrow("No type is known");
  });
});
