import { request as ask, type IncomingMessage } from "node:http";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputSchema, type JsonSchema } from "@/lib/api/json-schema";
import { outsideSchema, toOutside } from "@/lib/api/names";
import { openApiDocument } from "@/lib/api/openapi";
import { type Route, routes } from "@/lib/api/routes";
import { outsideName } from "@/lib/api/spelling";
import { serveApi } from "@/lib/testing/api-server";
import { createKey } from "@/lib/testing/keys";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { fitting, wild } from "@/lib/testing/wild-values";
import { createOrganization, createPerson, guard, type Organization, type Person } from "@/lib/testing/world";

/** `FUZZ=50` for more of each route; what it finds is found again with the same seed. */
const runs = Number(process.env.FUZZ ?? 2);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);

const rootUrl = new URL("http://berth.localhost:3000");
const server = serveApi({ asLocalhost: false });

type Sent = { method: string; path: string; body: unknown; host: string } & ({ session: string } | { key: string });
type Answer = { status: number; text: string };

function send({ method, path, body, host, ...credential }: Sent): Promise<Answer> {
  const port = server.port();
  const reads = method === "GET";
  const text = reads ? "" : JSON.stringify(body);
  const headers = {
    host,
    ...("key" in credential
      ? { authorization: `Token ${credential.key}` }
      : { cookie: `__Host-berth=${credential.session}`, origin: `http://${host}` }),
    ...(reads ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const call = ask({ host: "127.0.0.1", port, method, path, headers }, (answer: IncomingMessage) => {
      let heard = "";
      answer.setEncoding("utf8").on("data", (part) => {
        heard += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: heard }));
    });
    call.on("error", reject).end(text);
  });
}

type Entry = { responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }> };
const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, Entry>>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "berth", ...document } as object);
const compiled = new Map<string, ValidateFunction>();

function fits(schema: object, value: unknown): string {
  const text = JSON.stringify(schema).replaceAll('"#/', '"berth#/');
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text));
  compiled.set(text, validate);
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

/** What is wrong with an answer, by the document. */
function faultOf({ method, path }: Route, { status, text }: Answer): string {
  if (status >= 500) return `answered ${status}`;
  const outside = path.replace(/\{(\w+)\}/g, (_all, name: string) => `{${outsideName(name)}}`);
  const response = document.paths[outside]?.[method.toLowerCase()]?.responses[status];
  if (!response) return `answers ${status}, which is not declared`;
  if (status === 204) return text === "" ? "" : "answers 204 with a body";
  const schema =
    status >= 400 ? { $ref: "#/components/schemas/Error" } : response.content?.["application/json"]?.schema;
  return schema ? fits(schema, JSON.parse(text)) : "declares no schema";
}

/** Inputs of a route by its schema, some of them with one field replaced by anything. */
function inputsOf(route: Route, given: Record<string, unknown>): Record<string, unknown>[] {
  const schema = outsideSchema(inputSchema(route.operation));
  const names = Object.keys(schema.properties ?? {});
  const good = fitting(asObject(schema)).map((value) => value as Record<string, unknown>);
  const real = good.map((value) => ({ ...value, ...given }));
  const bad = fc
    .tuple(real, wild, fc.constantFrom(...(names.length > 0 ? names : ["nonsense"])))
    .map(([value, any, name]) => ({ ...value, [name]: any }));
  const sample = (of: fc.Arbitrary<Record<string, unknown>>, numRuns: number) => fc.sample(of, { seed, numRuns });
  return [given, ...sample(real, runs), ...sample(bad, runs * 2), ...sample(good, 1)];
}

function asObject(schema: JsonSchema): JsonSchema {
  return schema.properties ? { ...schema, type: "object" } : { type: "object", properties: {} };
}

function requestOf(route: Route, input: Record<string, unknown>): { path: string; body: unknown } {
  const parameters = route.parameters.map(outsideName);
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => segment(input[outsideName(name)]));
  const rest = Object.entries(input).filter(([name]) => !parameters.includes(name));
  if (route.method !== "GET") return { path, body: Object.fromEntries(rest) };
  const query = rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(spelled(value))}`);
  return { path: query.length > 0 ? `${path}?${query.join("&")}` : path, body: undefined };
}

const spelled = (value: unknown) =>
  (Array.isArray(value) ? value.map(String).join(",") : typeof value === "string" ? value : JSON.stringify(value)) ??
  "";
const segment = (value: unknown) => encodeURIComponent(spelled(value)).replace(/^\.*$/, "x").slice(0, 400) || "x";

/** A valid input with a record of its own, as the generated tests know it. */
async function givenOf({ operation }: Route, organization: Organization): Promise<Record<string, unknown>> {
  const resource = tenantResources.find(({ operations }) => operations.includes(operation));
  const own = resource?.cases?.[operation.name];
  const make = own?.unmade ? undefined : (own?.make ?? resource?.make);
  const id = (await make?.(organization)) ?? "";
  const input = own?.input?.(id, organization) ?? (id === "" ? {} : { id });
  return toOutside(input, inputSchema(operation)) as Record<string, unknown>;
}

const ends = ({ operation }: Route) =>
  tenantResources.some(({ cases }) => cases?.[operation.name]?.ends !== undefined) || /session/.test(operation.name);

async function busyOrganization(): Promise<Organization> {
  const organization = await createOrganization();
  await guard`update public.organizations set api_calls = 10000000, api_calls_per_key = 10000000
    where id = ${organization.id}`;
  return organization;
}

const tagOf = ({ path }: Route) => path.split("/")[1] ?? "";
const ofScope = (scope: string) => routes.filter(({ operation }) => operation.scope === scope);
const tags = [...new Set(ofScope("organization").map(tagOf))].sort();

describe("every route under any input answers as it is declared, and never with a fault of ours", () => {
  for (const tag of tags)
    it(`/${tag}`, { timeout: 600_000 }, async () => {
      const own = ofScope("organization").filter((route) => tagOf(route) === tag);
      const shared = await busyOrganization();
      const faults: string[] = [];
      for (const route of own) {
        const organization = ends(route) ? await busyOrganization() : shared;
        const host = `${organization.slug}.${rootUrl.host}`;
        const given = await givenOf(route, organization);
        for (const input of inputsOf(route, given)) {
          const { path, body } = requestOf(route, input);
          const sent = {
            method: route.method,
            path: `/api/v1${path}`,
            body,
            session: organization.owner.hostSession,
            host,
          };
          const fault = faultOf(route, await send(sent));
          if (fault) faults.push(`${route.method} ${path} ${JSON.stringify(body)?.slice(0, 300)}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
    });

  it("under a key, which is no person", { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    const [shared, host] = [await busyOrganization(), rootUrl.host];
    for (const route of ofScope("organization")) {
      const organization = ends(route) ? await busyOrganization() : shared;
      const { path, body } = requestOf(route, await givenOf(route, organization));
      const key = await createKey(organization);
      const answer = await send({ method: route.method, path: `/api/v1${path}`, body, key, host });
      const fault = faultOf(route, answer) || (answer.status === 401 ? "does not know the key" : "");
      if (fault) faults.push(`${route.method} ${path}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it("of an account", { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const route of ofScope("account")) {
      const person: Person = await createPerson();
      for (const input of inputsOf(route, {})) {
        const { path, body } = requestOf(route, input);
        const sent = {
          method: route.method,
          path: `/api/v1${path}`,
          body,
          session: person.session,
          host: rootUrl.host,
        };
        const fault = faultOf(route, await send(sent));
        if (fault) faults.push(`${route.method} ${path} ${JSON.stringify(body)?.slice(0, 300)}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
