import { redirect } from "next/navigation";
import { z } from "zod";
import { BerthError } from "@/lib/errors";
import type { Operation, Scope } from "./operation";
import type { PageDoor } from "./page-door";
import { severalOf, valuesOf } from "./several";
import { requestedPath, type TrustedRequest } from "./trusted-request";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * Runs a list for a page whose address is its state. Parameters that the list does not have (density, hidden columns)
 * are left out. Values that it does not know lead to the address without them, so that no filter is shown that does not
 * hold, and a cursor that no longer fits leads to the first page.
 */
export async function runList<S extends Scope, Input extends z.ZodObject, Output extends z.ZodType>(
  door: PageDoor,
  operation: Operation<S, Input, Output>,
  searchParams: SearchParams,
  fixed: Partial<z.input<Input>> = {},
): Promise<z.output<Output>> {
  const given = await searchParams;
  const known = knownParams(operation.input, given);
  const unknown = Object.keys(operation.input.shape).filter(
    (name) => given[name] && name !== "limit" && !(name in fixed) && given[name] !== known[name],
  );
  if (unknown.length > 0)
    redirect(addressOf(door.request, Object.fromEntries(unknown.map((name) => [name, known[name]]))));
  const query = { ...known, ...fixed };
  try {
    return await door.run(operation, query as z.input<Input>); // parsed by the operation
  } catch (error) {
    if (error instanceof BerthError && error.reason === "bad_cursor") redirect(addressOf(door.request, {}));
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

/** The parameters of an address that a list's input accepts, each by itself; of several values those that it knows. */
export function knownParams(
  input: z.ZodObject,
  given: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, schema] of Object.entries(input.shape)) {
    const value = given[name];
    if (typeof value !== "string" || name === "limit") continue;
    const accepted = accepts(schema, value) ? value : knownOf(schema, value);
    if (accepted !== "" && !accepted.includes("\0")) known[name] = accepted; // no page can show that one
  }
  return known;
}

function accepts(schema: z.core.$ZodType, value: string): boolean {
  return z.safeParse(schema, value).success;
}

function knownOf(schema: z.core.$ZodType, value: string): string {
  const takesSeveral = Array.isArray(z.safeParse(schema, "").data);
  if (!takesSeveral) return "";
  const kept = severalOf(valuesOf(value).filter((one) => accepts(schema, severalOf([one]))));
  return accepts(schema, kept) ? kept : ""; // more than a list takes is none
}

/** The first page of what was asked for, with some parameters said anew. */
function addressOf(request: TrustedRequest, changes: Record<string, string | undefined>): string {
  const url = new URL(requestedPath(request), "http://here");
  for (const [name, value] of Object.entries({ ...changes, cursor: undefined, trail: undefined })) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}
