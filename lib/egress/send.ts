import { type Dispatcher, errors, request } from "undici";
import { EgressError } from "./fault";

export type Message = { url: string; headers: Record<string, string>; body: string };

export type Answer = { status: number; body: string; retryAfter: string | undefined };

/** How much of an answer is kept; the rest is not read. */
export const mostKept = 2_048;

/** However slowly it comes. */
export const wholeMilliseconds = 15_000;

/**
 * Posts a message and answers what came back, whatever its status. No redirect is followed. Throws {@link EgressError}
 * where nothing was sent or no whole answer came.
 */
export async function send(agent: Dispatcher, message: Message, stopping?: AbortSignal): Promise<Answer> {
  const signal = AbortSignal.any([AbortSignal.timeout(wholeMilliseconds), ...(stopping ? [stopping] : [])]);
  try {
    const { statusCode, headers, body } = await request(message.url, {
      dispatcher: agent,
      method: "POST",
      headers: message.headers,
      body: message.body,
      signal,
    });
    const retryAfter = headers["retry-after"];
    return {
      status: statusCode,
      body: await beginning(body),
      retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
    };
  } catch (error) {
    throw faultOf(error, stopping);
  }
}

async function beginning(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    const part = Buffer.from(chunk);
    parts.push(part);
    length += part.length;
    // Leaving the loop closes the connection.
    if (length >= mostKept) break;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, mostKept)).replaceAll("\0", "");
}

function faultOf(error: unknown, stopping: AbortSignal | undefined): EgressError {
  if (error instanceof EgressError) return error;
  const cause = error instanceof Error && error.cause instanceof EgressError ? error.cause : undefined;
  if (cause) return cause;
  if (stopping?.aborted) return new EgressError("stopped", "The worker was stopped.", { cause: error });
  const timeouts = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];
  const name = error instanceof Error ? error.name : "";
  if (timeouts.some((kind) => error instanceof kind) || name === "TimeoutError" || name === "AbortError")
    return new EgressError("timeout", "No answer came in time.", { cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/CERT|TLS|SSL|SIGNED/.test(code)) return new EgressError("tls", `The certificate does not hold (${code}).`);
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new EgressError("answer_too_long", "The answer's head is too long.");
  return new EgressError("connection", `The connection failed${code ? ` (${code})` : ""}.`, { cause: error });
}
