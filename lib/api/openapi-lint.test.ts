import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi";

type Node = Record<string, unknown>;
const document = JSON.parse(JSON.stringify(openApiDocument())) as Node;

describe("the OpenAPI document, by others' judgement", { timeout: 600_000 }, () => {
  it("is an OpenAPI 3.1 document", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has no fault that a linter knows", async () => {
    expect(await lint(document)).toEqual([]);
  });

  it("would be told of one", async () => {
    const broken = structuredClone(document) as { paths: Record<string, Record<string, Node>> };
    const member = broken.paths["/members/{id}"]?.get;
    Object.assign(member ?? {}, { parameters: [], security: [{ Nobody: [] }], responses: {} });
    const told = await lint(broken);
    for (const rule of ["path-parameters-defined", "security-defined", "operation-2xx-response"])
      expect(told.join("\n")).toContain(rule);
  });

  it("shows examples that fit their schemas", () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "berth", ...document } as object);
    const faults: string[] = [];
    for (const { node, path } of everyNode(document))
      if (node.schema && "example" in node) {
        const validate = ajv.compile(pointed(node.schema as Node));
        if (!validate(node.example)) faults.push(`${path}: ${ajv.errorsText(validate.errors)}`);
      }
    expect(faults).toEqual([]);
  });

  it("has an example for every body and every answer", () => {
    for (const { node, path } of everyNode(document))
      if (path.endsWith("/application~1json")) expect("example" in node, path).toBe(true);
  });
});

async function lint(faulty: Node): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"], rules: { "no-ambiguous-paths": "off" } });
  const source = makeDocumentFromString(JSON.stringify(faulty, null, 1), "openapi.json");
  const problems = await lintDocument({ document: source, config, externalRefResolver: new BaseResolver() });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}

/** References of the document, as of the whole that the validator was given. */
function pointed(schema: Node): Node {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"berth#/'));
}

function everyNode(value: unknown, path = "#"): { node: Node; path: string }[] {
  if (value === null || typeof value !== "object") return [];
  const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
  const below = Object.entries(value).flatMap(([name, each]) => everyNode(each, `${path}/${escaped(name)}`));
  return Array.isArray(value) ? below : [{ node: value as Node, path }, ...below];
}
