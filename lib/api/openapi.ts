import { permissionOf } from "@/lib/access/operation";
import { inputSchema, type JsonSchema, outputSchema } from "./json-schema";
import { outsideName, outsideSchema } from "./names";
import { errorResponses, errorSchema, securityOf, securitySchemes } from "./openapi-parts";
import { type Route, routes } from "./routes";

let made: Record<string, unknown> | undefined;

/** The whole REST interface as OpenAPI 3.1, from the same schemas that parse and shape it. */
export function openApiDocument(): Record<string, unknown> {
  made ??= {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Berth",
      version: "1",
      summary: "Shipping, logistics and orders for many organizations.",
      description: "Every answer carries X-Request-Id; one made for an organization carries X-Org-Id and X-Org-Source.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(routes.map(tagOf))].sort().map((name) => ({ name })),
    paths: paths(),
    components: { schemas: { Error: errorSchema, ...namedSchemas() }, responses: errorResponses, securitySchemes },
  };
  return made;
}

function paths(): Record<string, Record<string, unknown>> {
  const together = new Map<string, Route[]>();
  for (const route of routes) {
    const address = `${route.method.toLowerCase()} ${outsidePathOf(route)}`;
    together.set(address, [...(together.get(address) ?? []), route]);
  }
  const all: Record<string, Record<string, unknown>> = {};
  for (const [address, same] of together) {
    const [method = "", path = ""] = address.split(" ");
    all[path] = { ...all[path], [method]: entryOf(same) };
  }
  return all;
}

/** Routes of one method and path: for an organization and, by another credential, for an account. */
function entryOf(same: Route[]) {
  const [first] = same;
  if (!first) return {};
  const permission = permissionOf(first.operation);
  return {
    operationId: first.operation.name,
    tags: [tagOf(first)],
    summary: same.map(({ operation }) => operation.summary).join(". By account: "),
    ...(permission ? { "x-permission": permission } : {}),
    "x-scope": same.map(({ operation }) => operation.scope).join(", "),
    security: securityOf(same.map(({ operation }) => operation.scope)),
    parameters: parametersOf(first),
    ...requestBodyOf(first),
    responses: { ...successOf(same), ...errorsOf(first) },
  };
}

function successOf(same: Route[]) {
  const [first] = same;
  const status = first && isEmpty(first) ? 204 : (first?.operation.rest?.status ?? 200);
  const description = first?.operation.summary ?? "";
  if (status === 204) return { [status]: { description } };
  const refs = same.map((route) => ref(outputName(route)));
  const schema = refs.length === 1 ? refs[0] : { anyOf: refs };
  return { [status]: { description, content: { "application/json": { schema } } } };
}

function isEmpty({ operation }: Route): boolean {
  return ["void", "undefined"].includes(operation.output._zod.def.type);
}

function errorsOf({ method, operation, parameters }: Route) {
  const statuses = [400, ...(operation.scope === "public" ? [] : [401, 403]), 404, 422, 429, 500, 503];
  const writes = method === "GET" ? [] : [409, 413, 415];
  return Object.fromEntries(
    [...statuses, ...writes]
      .filter((status) => status !== 404 || operation.scope === "organization" || parameters.length > 0)
      .sort()
      .map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
}

function parametersOf({ operation, method, parameters }: Route) {
  const { properties = {}, required = [] } = inputSchema(operation);
  const inPath = parameters.map((name) => ({
    name: outsideName(name),
    in: "path",
    required: true,
    schema: properties[name] ?? { type: "string" },
  }));
  if (method !== "GET") return inPath;
  const inQuery = Object.entries(properties)
    .filter(([name]) => !parameters.includes(name))
    .map(([name, schema]) => ({
      name: outsideName(name),
      in: "query",
      required: required.includes(name),
      ...(schema.type === "array" ? { style: "form", explode: false } : {}),
      schema,
    }));
  return [...inPath, ...inQuery];
}

function requestBodyOf(route: Route) {
  const schema = bodySchema(route);
  if (!schema) return {};
  const required = (schema.required ?? []).length > 0;
  return { requestBody: { required, content: { "application/json": { schema: ref(inputName(route)) } } } };
}

/** Where the acting person did not prove themselves just now: by the second factor, or by the password without one. */
const proof = {
  password: { type: "string", description: "The acting person's password, where they have no second factor." },
  factorCode: { type: "string", description: "A code from the acting person's authenticator app, or a recovery code." },
};

function bodySchema({ operation, method, parameters }: Route): JsonSchema | undefined {
  if (method === "GET") return undefined;
  const { properties = {}, required = [], ...rest } = inputSchema(operation);
  const own = Object.entries(properties).filter(([name]) => !parameters.includes(name));
  const all = Object.fromEntries(operation.fresh ? [...own, ...Object.entries(proof)] : own);
  if (Object.keys(all).length === 0) return undefined;
  const needed = required.filter((name) => !parameters.includes(name));
  return outsideSchema({ ...rest, properties: all, ...(needed.length > 0 ? { required: needed } : {}) });
}

function namedSchemas(): Record<string, JsonSchema> {
  const named: Record<string, JsonSchema> = {};
  for (const route of routes) {
    const body = bodySchema(route);
    if (body) named[inputName(route)] = body;
    if (!isEmpty(route)) named[outputName(route)] = outsideSchema(outputSchema(route.operation));
  }
  return named;
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function inputName(route: Route): string {
  return `${pascal(route.operation.name)}Input`;
}

function outputName(route: Route): string {
  return `${pascal(route.operation.name)}Output`;
}

function pascal(name: string): string {
  return name.replace(/(^|[._])([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase());
}

function tagOf(route: Route): string {
  return route.path.split("/")[1] ?? "";
}

function outsidePathOf({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => `{${outsideName(name)}}`);
}
