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

type Pattern = { route: Route; parts: { literal: string; name: string | undefined }[] };

const byPlace = inPlaces(routes);

/** By how many segments they have and by their first one: a request is then compared with a handful of some hundreds. */
function inPlaces(all: Route[]): ReadonlyMap<string, Pattern[]> {
  const found = new Map<string, Pattern[]>();
  for (const route of all) {
    const parts = route.path
      .split("/")
      .slice(1)
      .map((literal) => ({ literal, name: /^\{(\w+)\}$/.exec(literal)?.[1] }));
    const place = placeOf(parts.length, parts[0]?.name === undefined ? parts[0]?.literal : "");
    found.set(place, [...(found.get(place) ?? []), { route, parts }]);
  }
  return found;
}

function placeOf(length: number, first = ""): string {
  return `${length} ${first}`;
}

/**
 * Routes of a path, whatever the method; the literal ones win over those with a parameter. One method may stand twice,
 * for an organization and for an account: the credential decides.
 */
export function findRoutes(segments: string[]): Found | undefined {
  const places = new Set([placeOf(segments.length, segments[0]), placeOf(segments.length)]);
  const fitting = [...places]
    .flatMap((place) => byPlace.get(place) ?? [])
    .filter(({ parts }) => parts.every(({ literal, name }, at) => name !== undefined || literal === segments[at]));
  const fewest = Math.min(...fitting.map(({ route }) => route.parameters.length));
  const best = fitting.filter(({ route }) => route.parameters.length === fewest);
  const [first] = best;
  if (!first) return undefined;
  const values = first.parts.flatMap(({ name }, at) => (name === undefined ? [] : [[name, segments[at] ?? ""]]));
  const found = best.map(({ route }) => route);
  return {
    routes: found,
    methods: [...new Set(found.map(({ method }) => method))],
    values: Object.fromEntries(values),
  };
}

/** Of files, which are answered before the routes are asked: an upload, and a list as CSV. */
const ofFiles: Record<string, string[]> = { imports: ["POST"], exports: ["GET", "HEAD"] };

/** What a path takes beside its routes. */
export function methodsOfFiles([first = "", ...rest]: string[]): string[] {
  return (rest.length === 1 ? ofFiles[first] : undefined) ?? [];
}

/** The `Allow` of an address: every read of a route also goes as HEAD. */
export function allowed(methods: string[], ofFile: string[] = []): string {
  const all = methods.includes("GET") ? [...methods, "HEAD"] : methods;
  return [...all, ...ofFile, "OPTIONS"].join(", ");
}

export function ofScope(found: Found, method: string, scope: Scope): AnyOperation | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  return found.routes.find((route) => route.method === wanted && route.operation.scope === scope)?.operation;
}
