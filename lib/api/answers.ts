import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { log } from "@/lib/log";
import { ApiFault } from "./api-fault";

/** Which organization an answer is about, and what chose it. */
export type Context = { organizationId: string | null; source: "key" | "host" | "header" | "default" | null };

export const nowhere: Context = { organizationId: null, source: null };

type Answer = { requestId: string; context: Context; head: boolean };

export function answerWith(status: number, body: unknown, answer: Answer): Response {
  const headers = commonHeaders(answer);
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  headers.set("Content-Type", "application/json; charset=utf-8");
  const text = `${JSON.stringify(body)}\n`;
  return new Response(answer.head ? null : text, { status, headers });
}

/** Any error in CONTRACT's shape. What is no refusal of ours is logged, and told without its words. */
export function answerError(error: unknown, answer: Answer): Response {
  if (error instanceof ApiFault) {
    const response = answerWith(error.status, bodyOf({ code: error.code, message: error.message }, answer), answer);
    for (const [name, value] of Object.entries(error.headers)) response.headers.set(name, value);
    return response;
  }
  if (!(error instanceof BerthError) || error.code === "internal")
    log.error({ err: error, requestId: answer.requestId }, "api request failed");
  const known = error instanceof BerthError ? error : undefined;
  if (!known || known.code === "internal")
    return answerWith(500, bodyOf({ code: "internal", message: "Something went wrong on our side." }, answer), answer);
  const response = answerWith(known.status, bodyOf(fieldsOf(known), answer), answer);
  if (known.retryAfter !== undefined) response.headers.set("Retry-After", String(known.retryAfter));
  if (known.status === 401) response.headers.set("WWW-Authenticate", 'Token realm="Berth"');
  return response;
}

function fieldsOf({ code, message, reason, permission, grantors, fields }: BerthError): Record<string, unknown> {
  return {
    code,
    message,
    ...(reason ? { reason } : {}),
    ...(permission ? { permission, explanation: `/api/v1/access/explain?permission=${permission}` } : {}),
    ...(grantors ? { grantors } : {}),
    ...(fields ? { details: fields } : {}),
  };
}

function bodyOf({ code, message, ...rest }: Record<string, unknown>, { requestId }: Answer) {
  return { errors: [{ code, message, level: "error", ...rest }], request_id: requestId };
}

export function commonHeaders({ requestId, context }: Omit<Answer, "head">): Headers {
  const headers = new Headers({ "Cache-Control": "private, no-store", "X-Request-Id": requestId });
  if (context.organizationId && context.source) {
    headers.set("X-Org-Id", encodeId("org", context.organizationId));
    headers.set("X-Org-Source", context.source);
  }
  return headers;
}
