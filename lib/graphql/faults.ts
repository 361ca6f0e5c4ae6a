import { GraphQLError } from "graphql";
import { roomFacts } from "@/lib/api/answers";
import { ApiFault } from "@/lib/api/api-fault";
import { outsidePath } from "@/lib/api/spelling";
import { BerthError, faultsAt } from "@/lib/errors";
import { log } from "@/lib/log";

/** One fault of an input, as payloads tell it. */
export type FieldFault = { field: string; messages: string[] };

type Told = {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  code: string;
  status_code: number;
  extensions: Record<string, unknown>;
};

/**
 * An error as clients read it (API.md 4.2): `code` and `status_code` beside the message, and in `extensions`, where the
 * specification wants them. What is no refusal of ours is logged, and told without its words.
 */
export function told(error: GraphQLError, requestId: string): Told {
  const place = {
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
  const { message, ...facts } = factsOf(error, requestId);
  const { code, status_code } = facts;
  return { message, ...place, code, status_code, extensions: { ...facts, request_id: requestId } };
}

type Facts = { message: string; code: string; status_code: number } & Record<string, unknown>;

function factsOf(error: GraphQLError, requestId: string): Facts {
  const cause = error.originalError;
  if (cause instanceof BerthError && cause.code !== "internal") {
    const { message, reason, permission, retryAfter, fields, room } = cause;
    return {
      message,
      code: codeOf(cause),
      status_code: cause.status,
      ...(reason ? { reason } : {}),
      ...(permission ? { permission } : {}),
      ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
      ...(fields ? { fields: faultsIn(fields) } : {}),
      ...roomFacts(room),
    };
  }
  if (cause instanceof ApiFault) return { message: cause.message, code: cause.code, status_code: cause.status };
  if (cause === undefined || cause instanceof GraphQLError)
    return { message: withoutValues(error, cause), code: "invalid_document", status_code: 400 };
  log.error({ err: cause, requestId, path: error.path }, "graphql field failed");
  return { message: "Something went wrong on our side.", code: "internal", status_code: 500 };
}

/** The library quotes what it was given, a password too. Where it stood says enough. */
function withoutValues({ message }: GraphQLError, cause: GraphQLError | undefined): string {
  const unquoted = (text: string) => text.replace(/( cannot represent [^:]*value): .*$/s, "$1");
  const variable = /^Variable "\$\w+" got /.exec(message)?.[0];
  if (!cause || !variable) return unquoted(message);
  const place = / at "[^"]*"$/.exec(message.slice(0, -cause.message.length - 2))?.[0] ?? "";
  return `${variable}an invalid value${place}; ${unquoted(cause.message)}`;
}

/** The codes that clients of this interface look for; ours where it has none. */
function codeOf({ code, reason }: BerthError): string {
  if (code === "suspended") return "inactive_organization";
  if (reason === "organization_unknown" || reason === "no_organization") return "invalid_organization";
  if (code !== "unauthenticated") return code;
  if (reason === undefined || reason === "organization_missing") return "authentication_required";
  return reason === "factor_needed" ? "two_factor_required" : "invalid_token";
}

/** A payload with its faults: those at fields stand in `errors`, anything else is thrown on. */
export async function payload(
  work: () => Promise<{ errors?: FieldFault[] } & Record<string, unknown>>,
  names: Record<string, string> = {},
): Promise<{ errors: FieldFault[] } & Record<string, unknown>> {
  try {
    return { errors: [], ...(await work()) };
  } catch (error) {
    if (!(error instanceof BerthError) || !error.fields) throw error;
    return { errors: faultsIn(error.fields, names) };
  }
}

/** Refuses one field of an input. */
export function refuseField(field: string, message: string): BerthError {
  return faultsAt({ [field]: [message] });
}

/** Free metadata is not kept here; to say nothing would look as if it were. */
export function refuseMetadata(metadata: unknown, of: string): void {
  if (metadata === null || metadata === undefined || Object.keys(Object(metadata)).length === 0) return;
  throw refuseField("metadata", `${of} keep no metadata here.`);
}

/** Faults at our names of what a filter holds, told at the names that it has here. */
export async function atTheirNames<Answer>(
  names: Record<string, string>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BerthError) || !error.fields) throw error;
    const { code, message, reason, cause } = error;
    const fields = Object.fromEntries(faultsIn(error.fields, names).map(({ field, messages }) => [field, messages]));
    throw new BerthError(code, message, { fields, cause, ...(reason ? { reason } : {}) });
  }
}

function faultsIn(fields: Record<string, string[]>, names: Record<string, string> = {}): FieldFault[] {
  return Object.entries(fields).map(([name, messages]) => ({ field: theirName(name, names), messages }));
}

/** `lines.2.price` by `lines.*.price`: the place in a list is the same under both names. */
function theirName(name: string, names: Record<string, string>): string {
  const places = name.match(/(?<=\.)\d+(?=\.|$)/g) ?? [];
  const found = names[name.replace(/(?<=\.)\d+(?=\.|$)/g, "*")];
  return found?.replaceAll("*", () => places.shift() ?? "*") ?? outsidePath(name);
}
