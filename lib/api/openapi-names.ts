import { inputSchema, type JsonSchema } from "./json-schema";
import { outsideSchema } from "./names";
import type { Route } from "./routes";
import { outsideName } from "./spelling";

export function ref(name: string, kind = "schemas") {
  return { $ref: `#/components/${kind}/${name}` };
}

export function inputName(route: Route): string {
  return `${pascal(route.operation.name)}Input`;
}

export function outputName(route: Route): string {
  return `${pascal(route.operation.name)}Output`;
}

export function tagOf(route: Route): string {
  return route.path.split("/")[1] ?? "";
}

export function outsidePathOf({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => `{${outsideName(name)}}`);
}

export function isEmpty({ operation }: Route): boolean {
  return ["void", "undefined"].includes(operation.output._zod.def.type);
}

/** Where the acting person did not prove themselves just now: by the second factor, or by the password without one. */
const proof = {
  password: { type: "string", description: "The acting person's password, where they have no second factor." },
  factorCode: { type: "string", description: "A code from the acting person's authenticator app, or a recovery code." },
};

/** What a write takes in its body, as the caller spells it; undefined where it takes nothing. */
export function bodySchema({ operation, method, parameters }: Route): JsonSchema | undefined {
  if (method === "GET") return undefined;
  const { properties = {}, required = [], ...rest } = inputSchema(operation);
  const own = Object.entries(properties).filter(([name]) => !parameters.includes(name));
  const all = Object.fromEntries(operation.fresh ? [...own, ...Object.entries(proof)] : own);
  if (Object.keys(all).length === 0) return undefined;
  const needed = required.filter((name) => !parameters.includes(name));
  return outsideSchema({ ...rest, properties: all, ...(needed.length > 0 ? { required: needed } : {}) });
}

function pascal(name: string): string {
  return name.replace(/(^|[._])([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase());
}

/** The refusals of an entry, by their statuses. */
export const errorRefs = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, ref(String(status), "responses")]));

/** Headers of every answer. */
export const always = { "X-Request-Id": ref("RequestId", "headers") };
