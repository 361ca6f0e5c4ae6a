import type { AnyOperation, Scope } from "@/lib/access/operation";
import { operations } from "@/lib/operations";

export type Route = {
  operation: AnyOperation;
  method: string;
  /** `/members/{id}`. */
  path: string;
  parameters: string[];
};

/** Every operation that declares `rest`, of the scopes that have a credential on HTTP. */
export const routes: Route[] = operations.flatMap((operation) => {
  const { rest } = operation;
  if (!rest) return [];
  const path = rest.path.replace(/:([A-Za-z]+)/g, "{$1}");
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return [{ operation, method: rest.method.toUpperCase(), path, parameters }];
});

export type Found = { routes: Route[]; methods: string[]; values: Record<string, string> };

/**
 * Routes of a path, whatever the method; the literal ones win over those with a parameter. One method may stand twice,
 * for an organization and for an account: the credential decides.
 */
export function findRoutes(segments: string[]): Found | undefined {
  const fitting = routes
    .map((route) => ({ route, values: match(route.path.split("/").slice(1), segments) }))
    .filter((each): each is { route: Route; values: Record<string, string> } => each.values !== undefined);
  const fewest = Math.min(...fitting.map(({ route }) => route.parameters.length));
  const best = fitting.filter(({ route }) => route.parameters.length === fewest);
  const values = best[0]?.values;
  if (!values) return undefined;
  const found = best.map(({ route }) => route);
  return { routes: found, methods: [...new Set(found.map(({ method }) => method))], values };
}

function match(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = segments[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) values[name] = given;
    else if (part !== given) return undefined;
  }
  return values;
}

export function allowed(methods: string[]): string {
  const all = methods.includes("GET") ? [...methods, "HEAD"] : methods;
  return [...all, "OPTIONS"].join(", ");
}

export function ofScope(found: Found, method: string, scope: Scope): AnyOperation | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  return found.routes.find((route) => route.method === wanted && route.operation.scope === scope)?.operation;
}
