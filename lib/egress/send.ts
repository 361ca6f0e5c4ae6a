import { type Dispatcher, errors } from "undici";
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
export async function send(agent: Dispatcher, { url, headers, body }: Message): Promise<Answer> {
  try {
    const { origin, pathname, search } = new URL(url);
    return await new Promise<Answer>((resolve, reject) => {
      const reader = new AnswerReader(resolve, reject);
      agent.dispatch({ origin, path: pathname + search, method: "POST", headers, body }, reader);
    });
  } catch (error) {
    throw faultOf(error);
  }
}

/** The dispatcher's own calls: a stream and a signal for each message cost as much as the message. */
class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #parts: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #over = false;
  #status = 0;
  #retryAfter: string | undefined;
  #length = 0;

  constructor(resolve: (answer: Answer) => void, reject: (error: unknown) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(
      () => this.onResponseError(this.#controller, new errors.BodyTimeoutError()),
      wholeMilliseconds,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over) controller.abort(new errors.RequestAbortedError());
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, unknown>): void {
    const retryAfter = headers["retry-after"];
    this.#status = status;
    this.#retryAfter = typeof retryAfter === "string" ? retryAfter : undefined;
  }

  onResponseData(controller: Dispatcher.DispatchController, part: Buffer): void {
    if (this.#over) return;
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length < mostKept) return;
    this.onResponseEnd();
    // Closes the connection.
    controller.abort(new errors.RequestAbortedError());
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    this.#resolve({ status: this.#status, body: textOf(this.#parts), retryAfter: this.#retryAfter });
  }

  onResponseError(controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (!this.#end()) return;
    this.#reject(error);
    controller?.abort(error);
  }

  #end(): boolean {
    if (this.#over) return false;
    this.#over = true;
    clearTimeout(this.#timer);
    return true;
  }
}

function textOf(parts: Buffer[]): string {
  if (parts.length === 0) return "";
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, mostKept)).replaceAll("\0", "");
}

function faultOf(error: unknown): EgressError {
  if (error instanceof EgressError) return error;
  const cause = error instanceof Error && error.cause instanceof EgressError ? error.cause : undefined;
  if (cause) return cause;
  const timeouts = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];
  if (timeouts.some((kind) => error instanceof kind))
    return new EgressError("timeout", "No answer came in time.", { cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/CERT|TLS|SSL|SIGNED/.test(code)) return new EgressError("tls", `The certificate does not hold (${code}).`);
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new EgressError("answer_too_long", "The answer's head is too long.");
  return new EgressError("connection", `The connection failed${code ? ` (${code})` : ""}.`, { cause: error });
}
