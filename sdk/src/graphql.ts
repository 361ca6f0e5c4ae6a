import { BerthError, type Fault, InvalidError } from "./errors.js";
import type { RequestOptions } from "./options.js";
import type { Transport } from "./transport.js";

type Told = {
  message: string;
  code?: string;
  status_code?: number;
  path?: (string | number)[];
  extensions?: { reason?: string; permission?: string; retry_after?: number; request_id?: string };
};
type Answer = { data?: Record<string, unknown> | null; errors?: Told[] };

/** A document's errors, the first of them in its own fields. `data` holds what was answered beside them. */
export class GraphqlError extends BerthError {
  readonly errors: Told[];
  readonly data: unknown;

  constructor(errors: Told[], data: unknown) {
    const [first] = errors;
    const { reason, permission, retry_after: retryAfter, request_id: requestId } = first?.extensions ?? {};
    const fault: Fault = {
      code: first?.code ?? "invalid",
      message: first?.message ?? "The document failed.",
      ...(reason && { reason }),
      ...(permission && { permission }),
    };
    super({ status: first?.status_code ?? 400, fault, requestId, retryAfter });
    this.errors = errors;
    this.data = data;
  }
}

/** Sends a document; answers its data. Throws `GraphqlError` where the answer has errors, `LimitedError` for too many calls. */
export async function graphql<Data>(
  transport: Transport,
  document: string,
  variables: Record<string, unknown>,
  options?: RequestOptions,
): Promise<Data> {
  const call = { method: "POST", path: "/graphql", root: true, document: true, body: { query: document, variables } };
  const { data, errors } = (await transport.send(call, options)) as Answer; // GraphQL over HTTP
  if (errors && errors.length > 0) throw new GraphqlError(errors, data);
  return data as Data; // what the document asks for
}

type Payload = { errors?: { field: string; messages: string[] }[] | null };

/**
 * The payload of a document's one mutation, which is done once however often it is sent. Throws `InvalidError` for the
 * faults of fields that it tells, unless something was done beside them.
 */
export async function mutate<Result extends object>(
  transport: Transport,
  document: string,
  input: object,
  options?: RequestOptions,
): Promise<Result> {
  const once = { ...options, idempotencyKey: options?.idempotencyKey ?? crypto.randomUUID() };
  const data = await graphql<Record<string, Payload & Result>>(transport, document, { data: input }, once);
  const [payload] = Object.values(data);
  if (!payload) throw new GraphqlError([{ message: "The answer is empty." }], data);
  const { errors, ...done } = payload;
  const faults = errors ?? [];
  if (faults.length === 0 || Object.values(done).some((part) => part !== null)) return payload;
  const details = Object.fromEntries(faults.map(({ field, messages }) => [field, messages]));
  const message = faults.flatMap(({ messages }) => messages).join(" ");
  throw new InvalidError({ status: 422, fault: { code: "invalid", message, details } });
}
