import { type Context, contextHeaders } from "@/lib/access/context-headers";
import { BerthError } from "@/lib/errors";
import { log } from "@/lib/log";
import { ApiFault } from "./api-fault";

export const nowhere: Context = { organizationId: null, source: null, testMode: false };

type Answer = { requestId: string; context: Context; head: boolean };

/** An answer as it goes out, before it is one of the web's or of Node's. */
export type Answered = { status: number; headers: Record<string, string>; body: string | null };

export function answerWith(status: number, body: unknown, answer: Answer): Answered {
  const headers = commonHeaders(answer);
  if (status === 204 || status === 304) return { status, headers, body: null };
  headers["Content-Type"] = "application/json; charset=utf-8";
  return { status, headers, body: answer.head ? null : `${JSON.stringify(body)}\n` };
}

export function webResponse({ status, headers, body }: Answered): Response {
  return new Response(body, { status, headers });
}

/** Any error in CONTRACT's shape. What is no refusal of ours is logged, and told without its words. */
export function answerError(error: unknown, answer: Answer): Answered {
  if (error instanceof ApiFault) {
    const told = answerWith(error.status, bodyOf({ code: error.code, message: error.message }, answer), answer);
    Object.assign(told.headers, error.headers);
    return told;
  }
  if (!(error instanceof BerthError) || error.code === "internal")
    log.error({ err: error, requestId: answer.requestId }, "api request failed");
  const known = error instanceof BerthError ? error : undefined;
  if (!known || known.code === "internal")
    return answerWith(500, bodyOf({ code: "internal", message: "Something went wrong on our side." }, answer), answer);
  const told = answerWith(known.status, bodyOf(fieldsOf(known), answer), answer);
  if (known.retryAfter !== undefined) told.headers["Retry-After"] = String(known.retryAfter);
  if (known.status === 401) told.headers["WWW-Authenticate"] = 'Token realm="Berth"';
  return told;
}

function fieldsOf({ code, message, reason, permission, grantors, room, fields }: BerthError): Record<string, unknown> {
  return {
    code,
    message,
    ...(reason ? { reason } : {}),
    ...(permission ? { permission, explanation: `/api/v1/access/explain?permission=${permission}` } : {}),
    ...(grantors ? { grantors } : {}),
    ...roomFacts(room),
    ...(fields ? { details: fields } : {}),
  };
}

/** Of a limit of the plan: which, how much of it is in use, and who raises it. */
export function roomFacts(room: BerthError["room"]): object {
  return room ? { limit: room, changed_by: "the operators of this installation" } : {};
}

function bodyOf({ code, message, ...rest }: Record<string, unknown>, { requestId }: Answer) {
  return { errors: [{ code, message, level: "error", ...rest }], request_id: requestId };
}

export function commonHeaders({ requestId, context }: Omit<Answer, "head">): Record<string, string> {
  return { "Cache-Control": "private, no-store", "X-Request-Id": requestId, ...contextHeaders(context) };
}
