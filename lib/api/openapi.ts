import { described } from "./described";
import { type JsonSchema, outputSchema } from "./json-schema";
import { outsideSchema } from "./names";
import { besidePaths, besideSchemas } from "./openapi-beside";
import { entryOf } from "./openapi-entry";
import { sharedHeaders, sharedParameters } from "./openapi-headers";
import { bodySchema, inputName, isEmpty, outputName, outsidePathOf, tagOf } from "./openapi-names";
import { errorResponses, errorSchema, securitySchemes } from "./openapi-parts";
import { webhookParameters, webhookSchemas, webhooks } from "./openapi-webhooks";
import { introduction, tagsOf } from "./openapi-words";
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
      description: introduction,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1", description: "On every address of the installation." }],
    tags: tagsOf([...new Set(routes.map(tagOf)), "tokens"]),
    paths: paths(),
    webhooks: webhooks(),
    components: {
      schemas: { Error: described(errorSchema, "error"), ...besideParts(), ...namedSchemas(), ...webhookSchemas() },
      parameters: { ...sharedParameters, ...webhookParameters },
      headers: sharedHeaders,
      responses: errorResponses,
      securitySchemes,
    },
  };
  return made;
}

function paths(): Record<string, Record<string, unknown>> {
  const together = new Map<string, Route[]>();
  for (const route of routes) {
    const address = `${route.method.toLowerCase()} ${outsidePathOf(route)}`;
    together.set(address, [...(together.get(address) ?? []), route]);
  }
  const all: Record<string, Record<string, unknown>> = besidePaths();
  for (const [address, [first, ...others]] of together) {
    const [method = "", path = ""] = address.split(" ");
    if (first) all[path] = { ...all[path], [method]: entryOf(first, others) };
  }
  return all;
}

function besideParts(): Record<string, JsonSchema> {
  const all = Object.entries(besideSchemas);
  return Object.fromEntries(
    all.map(([name, schema]) => [name, described(schema, name === "StartedImport" ? "imports" : "tokens")]),
  );
}

function namedSchemas(): Record<string, JsonSchema> {
  const named: Record<string, JsonSchema> = {};
  for (const route of routes) {
    const body = bodySchema(route);
    if (body) named[inputName(route)] = described(body, route.operation.name);
    if (!isEmpty(route))
      named[outputName(route)] = described(outsideSchema(outputSchema(route.operation)), route.operation.name);
  }
  return named;
}
