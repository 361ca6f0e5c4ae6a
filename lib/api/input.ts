import type { Proof } from "@/lib/access/confirm-password";
import type { AnyOperation } from "@/lib/access/operation";
import { BerthError, type FieldErrors, faultsAt } from "@/lib/errors";
import type { ApiRequest, Asking } from "./api-request";
import { type BodyNote, readBody } from "./body";
import { inputSchema } from "./json-schema";
import { pathInside, toInside } from "./names";
import { type Part, readPart } from "./parts";
import { readQuery } from "./query";
import { outsideName, outsidePath } from "./spelling";

/** `note` hears what the body was. */
type Given = { asked: ApiRequest; request: Asking; values: Record<string, string>; note: BodyNote };

/**
 * The operation's input from path, and query (reads) or body (writes), with its inside names. A field of the path
 * cannot be given again, and a write takes nothing from its query.
 */
export async function readInput(
  operation: AnyOperation,
  { asked, request, values, note }: Given,
): Promise<{ input: Record<string, unknown>; proof: Proof; part: Part | undefined }> {
  const schema = inputSchema(operation);
  const query = readQuery(asked.url.searchParams, schema);
  const reads = operation.rest?.method === "get";
  const { proof, given } = reads ? { proof: none, given: query } : split(operation, await readBody(request, note));
  if (!reads) refuseUnknown(Object.keys(query));
  refuseUnknown(Object.keys(given).filter((name) => Object.keys(values).some((each) => outsideName(each) === name)));
  const { part, rest } = readPart(operation, given);
  const { value, unknown } = toInside(rest, schema);
  refuseUnknown(unknown);
  const named = pathInside(values, schema);
  refuseMalformedPath(operation, named);
  return {
    input: { ...(value as Record<string, unknown>), ...named }, // an object goes in, an object comes out
    proof,
    part,
  };
}

const none: Proof = { password: undefined, factorCode: undefined };

/** What proves the acting person again rides beside the input of an operation that wants it fresh; elsewhere it is a field. */
function split(
  operation: AnyOperation,
  body: Record<string, unknown>,
): { proof: Proof; given: Record<string, unknown> } {
  if (!operation.fresh) return { proof: none, given: body };
  const { password, factor_code: factorCode, ...given } = body;
  return { proof: { password, factorCode }, given };
}

/** What an operation refuses, with its fields named as the caller knows them. */
export function withOutsideNames(error: unknown): unknown {
  if (!(error instanceof BerthError) || !error.fields) return error;
  const { code, message, cause, retryAfter, reason, permission } = error;
  return new BerthError(code, message, {
    cause,
    fields: Object.fromEntries(Object.entries(error.fields).map(([name, texts]) => [outsidePath(name), texts])),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(reason === undefined ? {} : { reason }),
    ...(permission === undefined ? {} : { permission }),
  });
}

export function refuseUnknown(names: string[]): void {
  if (names.length === 0) return;
  const fields: FieldErrors = Object.fromEntries(names.map((name) => [name, ["This field does not exist."]]));
  throw faultsAt(fields);
}

/** An address with something that is no id in it names nothing, as one with an unknown id does. */
function refuseMalformedPath(operation: AnyOperation, values: Record<string, string>): void {
  if (Object.keys(values).length === 0) return;
  const parsed = operation.input.safeParse(values);
  if (parsed.success) return;
  const bad = parsed.error.issues.some(({ path }: { path: PropertyKey[] }) => String(path[0]) in values);
  if (bad) throw new BerthError("not_found", "There is nothing at this address.");
}
