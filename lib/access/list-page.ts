import { redirect } from "next/navigation";
import type { z } from "zod";
import { BerthError } from "@/lib/errors";
import type { Operation, Scope } from "./operation";
import type { PageDoor } from "./page-door";
import { requestedPath } from "./trusted-request";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * Runs a list for a page whose address is its state. Parameters that the list does not have (density, hidden columns)
 * are left out, values that it does not know are dropped, and a cursor that no longer fits leads to the first page.
 */
export async function runList<S extends Scope, Input extends z.ZodObject, Output extends z.ZodType>(
  door: PageDoor,
  operation: Operation<S, Input, Output>,
  searchParams: SearchParams,
  fixed: Partial<z.input<Input>> = {},
): Promise<z.output<Output>> {
  const query = { ...knownParams(operation.input, await searchParams), ...fixed };
  try {
    return await door.run(operation, query as z.input<Input>); // parsed by the operation
  } catch (error) {
    if (error instanceof BerthError && error.reason === "bad_cursor") redirect(firstPage(requestedPath(door.request)));
    throw error;
  }
}

export type OpenBeside = { id: string; closeHref: string };

/** The record that the address opens beside its list, and the address of the list alone. */
export async function openBeside(path: string, searchParams: SearchParams): Promise<OpenBeside | null> {
  const { open, ...rest } = await searchParams;
  if (typeof open !== "string" || open === "") return null;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest))
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) query.append(name, each);
  return { id: open, closeHref: query.size > 0 ? `${path}?${query}` : path };
}

/** The parameters of an address that a list's input accepts, each by itself. */
export function knownParams(
  input: z.ZodObject,
  given: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, schema] of Object.entries(input.shape)) {
    const value = given[name];
    if (typeof value === "string" && value !== "" && name !== "limit" && accepts(schema, value)) known[name] = value;
  }
  return known;
}

function accepts(schema: unknown, value: string): boolean {
  return typeof schema === "object" && schema !== null && "safeParse" in schema
    ? (schema as z.ZodType).safeParse(value).success
    : false;
}

function firstPage(path: string): string {
  const url = new URL(path, "http://here");
  url.searchParams.delete("cursor");
  url.searchParams.delete("trail");
  return `${url.pathname}${url.search}`;
}
