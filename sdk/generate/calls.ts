import type { JsonSchema } from "@/lib/api/json-schema";
import { named } from "@/lib/docs/library-names";
import type { Entry, OpenApi, Parameter } from "./document";

/** One call of the library, as an operation of the document describes it. */
export type Call = {
  id: string;
  group: string;
  name: string;
  method: string;
  path: string;
  /** Which address it begins at: that of the API's version, or the root. */
  root: boolean;
  about: string;
  values: string[];
  query: { name: string; schema: JsonSchema } | undefined;
  input: { type: string; needed: boolean } | undefined;
  output: string;
  pages: boolean;
  text: boolean;
  once: boolean;
  kept: boolean;
};

type Response = { content?: Record<string, { schema: JsonSchema & { $ref?: string; anyOf?: { $ref?: string }[] } }> };

/** Every operation that a program has a credential for. Throws where two of a group would have one name. */
export function callsOf(document: OpenApi): Call[] {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, entry]) =>
      isOperation(entry) && isForPrograms(entry)
        ? [callOf(document, { path, method, entry, root: "servers" in item })]
        : [],
    ),
  );
  const taken = new Set<string>();
  for (const { group, name, id } of calls) {
    if (taken.has(`${group}.${name}`))
      throw new Error(`Two calls are named ${group}.${name}: name ${id} in lib/docs/library-names.ts.`);
    taken.add(`${group}.${name}`);
  }
  // Modules register their operations as they are loaded, which is not in the same order everywhere.
  return calls.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function isOperation(entry: unknown): entry is Entry {
  return typeof entry === "object" && entry !== null && "operationId" in entry;
}

function isForPrograms({ security }: Entry): boolean {
  return security.some((each) => Object.keys(each).every((scheme) => scheme !== "Session"));
}

type Place = { path: string; method: string; entry: Entry; root: boolean };

function callOf(document: OpenApi, { path, method, entry, root }: Place): Call {
  const [success] = Object.entries(entry.responses).filter(([status]) => /^2/.test(status));
  const response = (success?.[1] ?? {}) as Response; // of a document that the linter knows
  const content = response.content ?? {};
  const schema = content["application/json"]?.schema;
  const parameters = entry.parameters ?? [];
  const asked = parameters.filter((each) => each.in === "query");
  const body = entry.requestBody?.content["application/json"]?.schema;
  const wants = body && nameOf(body);
  const { required = [] } = (wants ? document.components.schemas[wants] : undefined) ?? {};
  return {
    id: entry.operationId,
    ...named(entry.tags[0] ?? "", entry.operationId, path),
    method: method.toUpperCase(),
    path,
    root,
    about: entry.description.replace(/\n{2,}/g, "\n"),
    values: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
    query: asked.length > 0 ? { name: `${pascal(entry.operationId)}Query`, schema: querySchema(asked) } : undefined,
    input: wants ? { type: wants, needed: required.length > 0 } : undefined,
    output: outputOf(content, schema),
    pages: isPaged(document, schema),
    text: "text/csv" in content,
    once: parameters.some(({ $ref }) => $ref?.endsWith("/IdempotencyKey")),
    kept: "304" in entry.responses,
  };
}

function outputOf(content: object, schema: Response["content"] extends infer _ ? JsonSchema | undefined : never) {
  if ("text/csv" in content) return "string";
  if (!schema) return "void";
  const { anyOf } = schema as { anyOf?: { $ref?: string }[] };
  return anyOf ? anyOf.map((each) => nameOf(each)).join(" | ") : nameOf(schema as { $ref?: string });
}

function isPaged({ components }: OpenApi, schema: JsonSchema | undefined): boolean {
  const name = schema && nameOf(schema as { $ref?: string });
  const { properties = {} } = (name ? components.schemas[name] : undefined) ?? {};
  return "data" in properties && "next_cursor" in properties;
}

function querySchema(parameters: Parameter[]): JsonSchema {
  const properties = Object.fromEntries(
    parameters.map(({ name, schema, description }) => [name, { ...schema, ...(description ? { description } : {}) }]),
  );
  const required = parameters.filter((each) => each.required).map(({ name }) => name);
  return { type: "object", properties, required } as unknown as JsonSchema;
}

function nameOf({ $ref = "" }: { $ref?: string }): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

export function pascal(name: string): string {
  return name.replace(/(^|[._-])([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase());
}
