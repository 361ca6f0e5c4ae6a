import { type AnyOperation, permissionOf } from "@/lib/access/operation";
import { inputSchema, outputSchema } from "./json-schema";
import { outsideSchema } from "./names";
import { headerParameters, headersOf } from "./openapi-headers";
import { bodySchema, inputName, isEmpty, outputName, ref, tagOf } from "./openapi-names";
import { securityOf } from "./openapi-parts";
import { sampleOf } from "./openapi-samples";
import { aboutOperation, describeField } from "./openapi-words";
import type { Route } from "./routes";
import { outsideName } from "./spelling";
import { isShown } from "./versions";

/** One method of a path: the operation of an organization, and `others` where an account's has the same address. */
export function entryOf(first: Route, others: Route[]): Record<string, unknown> {
  const same = [first, ...others];
  const { operation } = first;
  const permission = permissionOf(operation);
  return {
    operationId: operation.name,
    tags: [tagOf(first)],
    summary: same.map((each) => each.operation.summary).join(". By account: "),
    description: same.map((each) => aboutOperation(each.operation)).join("\n\n"),
    ...(permission ? { "x-permission": permission } : {}),
    "x-scope": same.map((each) => each.operation.scope).join(", "),
    security: securityOf(same.map((each) => each.operation)),
    parameters: [...parametersOf(first), ...headerParameters(operation)],
    ...requestBodyOf(first),
    responses: { ...successOf(same), ...errorsOf(first) },
  };
}

function successOf(same: Route[]) {
  const [first] = same;
  if (!first) return {};
  const { operation } = first;
  const headers = headersOf(operation);
  const description = `${operation.summary}: done.`;
  const unchanged =
    isShown(operation) && first.method === "GET"
      ? { 304: { description: "You have this version already.", headers } }
      : {};
  if (isEmpty(first)) return { 204: { description, headers } };
  const refs = same.map((route) => ref(outputName(route)));
  const schema = refs.length === 1 ? refs[0] : { anyOf: refs };
  const example = sampleOf(outsideSchema(outputSchema(operation)));
  const content = { "application/json": { schema, example } };
  return { [operation.rest?.status ?? 200]: { description, headers, content }, ...unchanged };
}

function errorsOf(route: Route) {
  return Object.fromEntries(errorStatuses(route).map((status) => [status, ref(String(status), "responses")]));
}

function errorStatuses({ method, operation, parameters }: Route): number[] {
  const statuses = [
    400,
    ...(operation.scope === "public" ? [] : [401, 403]),
    ...(operation.scope === "organization" || method !== "GET" || parameters.length > 0 ? [404] : []),
    ...(method === "GET" && operation.scope !== "organization" ? [] : [409]),
    ...(operation.changes ? [412, 428] : []),
    ...(method === "GET" ? [] : [413, 415]),
    ...[422, 429, 500, 503],
  ];
  return statuses.sort();
}

export function parametersOf({ operation, method, parameters }: Route) {
  const { properties = {}, required = [] } = outsideSchema(inputSchema(operation));
  const inPath = parameters.map(outsideName).map((name) => ({
    name,
    in: "path",
    required: true,
    description: describeField(name, properties[name] ?? {}, "path"),
    schema: properties[name] ?? { type: "string" },
    example: sampleOf(properties[name] ?? { type: "string" }, name),
  }));
  if (method !== "GET") return inPath;
  const inQuery = Object.entries(properties)
    .filter(([name]) => !parameters.map(outsideName).includes(name))
    .map(([name, schema]) => ({
      name,
      in: "query",
      required: required.includes(name),
      description: describeField(name, schema, "query"),
      ...(isList(schema) ? { style: "form", explode: false } : {}),
      schema,
    }));
  return [...inPath, ...inQuery];
}

const isList = (schema: { type?: string }) => schema.type === "array";

function requestBodyOf(route: Route) {
  const schema = bodySchema(route);
  if (!schema) return {};
  const required = (schema.required ?? []).length > 0;
  const content = { "application/json": { schema: ref(inputName(route)), example: sampleOf(schema) } };
  return { requestBody: { required, description: bodyWords(route.operation), content } };
}

function bodyWords({ summary }: AnyOperation): string {
  return `What to do: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}.`;
}
