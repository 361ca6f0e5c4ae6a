import { describe, expect, it } from "vitest";
import { permissionOf } from "@/lib/access/operation";
import { eventTypes } from "@/lib/events/nouns";
import { sampleOf } from "@/lib/events/samples";
import { operations } from "@/lib/operations";
import { fieldMeanings } from "./described";
import { openApiDocument } from "./openapi";

type Node = { [name: string]: unknown };
const document = JSON.parse(JSON.stringify(openApiDocument())) as Node & {
  paths: Record<string, Record<string, Entry>>;
};
type Entry = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Node; $ref?: string }[];
  responses: Record<string, Node>;
  security: Node[];
  "x-permission"?: string;
};

const entries = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, entry]) =>
    method === "servers" ? [] : [{ path, method, entry: { ...entry, parameters: entry.parameters ?? [] } }],
  ),
);

describe("the OpenAPI document", () => {
  it("resolves every reference, and uses every schema", () => {
    const references = new Set(
      everyNode(document).flatMap(({ node }) => (typeof node.$ref === "string" ? [node.$ref] : [])),
    );
    for (const reference of references) expect(resolve(reference), reference).toBeDefined();
    const { schemas = {} } = document.components as { schemas?: Node };
    for (const name of Object.keys(schemas)) expect(references, name).toContain(`#/components/schemas/${name}`);
  });

  it("has a unique id, responses and security for every operation", () => {
    const ids = entries.map(({ entry }) => entry.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { entry } of entries) {
      expect(Object.keys(entry.responses).some((status) => status.startsWith("2"))).toBe(true);
      expect(entry.responses["422"]).toBeDefined();
      expect(entry.security.length).toBeGreaterThan(0);
    }
  });

  it("names each path parameter exactly once", () => {
    for (const { path, entry } of entries) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(entry.parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(inPath);
      const all = entry.parameters.map((each) => each.$ref ?? `${each.in} ${each.name}`);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("types every field and spells it in snake case", () => {
    const { schemas = {} } = document.components as { schemas?: Record<string, Node> };
    for (const { node, path } of everyNode(schemas, "schemas"))
      for (const [name, of] of Object.entries((node.properties ?? {}) as Record<string, Node>)) {
        const typed = ["type", "anyOf", "oneOf", "allOf", "const", "enum", "$ref"].some((word) => word in of);
        expect(typed, `${path}: ${name} says nothing`).toBe(true);
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      }
    for (const { entry } of entries)
      for (const { name, $ref } of entry.parameters) if (!$ref) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it("says of every field what it means, in an answer, a body, a parameter and an event", () => {
    const bare = new Set<string>();
    for (const { node, path } of everyNode({ ...(document.components as Node), paths: document.paths }))
      for (const [name, of] of Object.entries((node.properties ?? {}) as Record<string, Node>))
        if (!isDescribed(of)) bare.add(`${path}: ${name}`);
    for (const { path, entry } of entries)
      for (const { name, $ref, ...parameter } of entry.parameters)
        if (!$ref && !("description" in parameter)) bare.add(`${path}?${name}`);
    expect([...bare]).toEqual([]);
  });

  it("keeps no words for a field that is not there, and each is a short sentence", () => {
    const said = new Set(everyNode(document).map(({ node }) => node.description));
    expect([...fieldMeanings].filter(([, words]) => !said.has(words))).toEqual([]);
    for (const [key, words] of fieldMeanings) {
      expect(words, key).toMatch(/^[`A-Z].+[.`]$/);
      expect(words.length, key).toBeLessThan(260);
    }
  });

  it("tells of every event what comes with it, as it is sent", () => {
    const { webhooks } = document as unknown as { webhooks: Record<string, { post: Webhook }> };
    expect(Object.keys(webhooks).sort()).toEqual([...eventTypes].sort());
    for (const [type, { post }] of Object.entries(webhooks)) {
      const { schema, example } = post.requestBody.content["application/json"];
      expect(example).toMatchObject({ event: type, data: sampleOf(type) });
      const { data } = (resolve(schema.$ref) as { properties: { data: Node } }).properties;
      expect(Object.keys(data.properties as Node).sort(), type).toEqual(Object.keys(sampleOf(type)).sort());
    }
  });

  it("shows the permission of every operation of an organization", () => {
    for (const { entry } of entries) {
      const operation = operations.find(({ name }) => name === entry.operationId);
      if (operation?.scope === "organization") expect(entry["x-permission"]).toBe(permissionOf(operation));
    }
  });

  it("shows ids by their prefix and times as date-time", () => {
    const { schemas = {} } = document.components as { schemas?: Record<string, Node> };
    const fields = everyNode(schemas.MeViewOutput).flatMap(({ node }) =>
      node.properties ? [node.properties as Node] : [],
    );
    const { id, joined_at } = fields.find((each) => "joined_at" in each) as Record<string, Node>;
    expect(id?.pattern).toMatch(/^\^mem_/);
    expect(joined_at).toMatchObject({ type: "string", format: "date-time" });
  });
});

type Webhook = { requestBody: { content: { "application/json": { schema: { $ref: string }; example: Node } } } };

function isDescribed({ description, anyOf, oneOf }: Node): boolean {
  if (typeof description === "string" && description !== "") return true;
  return ((anyOf ?? oneOf ?? []) as Node[]).some(isDescribed);
}

function everyNode(value: unknown, path = "#"): { node: Node; path: string }[] {
  if (value === null || typeof value !== "object") return [];
  const below = Object.entries(value).flatMap(([name, each]) => everyNode(each, `${path}/${name}`));
  return Array.isArray(value) ? below : [{ node: value as Node, path }, ...below];
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((node, name) => (node as Node | undefined)?.[name], document);
}
