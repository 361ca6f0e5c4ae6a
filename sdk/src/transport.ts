import { note } from "./answers.js";
import { ConnectionError, errorFrom, errorOf, TimeoutError } from "./errors.js";
import { KeptAnswers } from "./kept.js";
import type { BerthOptions, RequestOptions } from "./options.js";
import { isWorthAnother, pause, waitBefore } from "./retries.js";

/** One call, as the generated resources describe it. */
export type Call = {
  method: string;
  path: string;
  query?: object | undefined;
  body?: unknown;
  /** Whether it takes an Idempotency-Key. */
  once?: boolean;
  /** Whether its answers have an ETag. */
  kept?: boolean;
  text?: boolean;
  /** From the root of the installation instead of `/api/v1`. */
  root?: boolean;
  /** A document of GraphQL: what is wrong with it stands in its answer. */
  document?: boolean;
};

/** Sends calls: with the credential, again where that is safe, and within their time. */
export class Transport {
  #organization: string | undefined;
  readonly #options: BerthOptions;
  readonly #base: string;
  readonly #kept = new KeptAnswers();

  constructor(options: BerthOptions) {
    this.#options = options;
    this.#base = baseOf(options.baseUrl);
    this.organization = options.organization;
  }

  /** Of every call of a person's token; a key has its own. */
  get organization(): string | undefined {
    return this.#organization;
  }

  set organization(id: string | undefined) {
    this.#organization = this.#options.accessToken === undefined ? undefined : id;
  }

  /** Whether the credential is a server's, which has calls of its own. */
  get isServer(): boolean {
    return this.#options.apiKey?.startsWith("srv_") ?? false;
  }

  async send(call: Call, options: RequestOptions = {}): Promise<unknown> {
    const url = `${this.#base}${call.root ? "" : "/api/v1"}${call.path}${queryOf(call.query)}`;
    const headers = await this.#headersOf(call, options);
    const name = `${headers.get("x-org-id")} ${headers.get("x-test-mode")} ${url}`;
    const known = call.kept && call.method === "GET" ? this.#kept.find(name) : undefined;
    if (known) headers.set("if-none-match", known.etag);
    const { response, text } = await this.#tried(url, { call, headers, options });
    const content = response.status === 304 ? (known?.text ?? "") : text;
    const etag = response.headers.get("etag");
    if (call.kept && call.method === "GET" && etag && response.status === 200) this.#kept.keep(name, etag, text);
    const answer: unknown = call.text ? content : content === "" ? undefined : parsed(content, response);
    note(answer, response);
    return answer;
  }

  async #tried(url: string, { call, headers, options }: { call: Call; headers: Headers; options: RequestOptions }) {
    const most = options.retries ?? this.#options.retries ?? 2;
    const longest = this.#options.longestWait ?? 60_000;
    const repeatable = call.method === "GET" || headers.has("idempotency-key");
    for (let tries = 0; ; tries += 1) {
      const outcome = await this.#once(url, { call, headers, options }).catch((error: unknown) => {
        if (error instanceof ConnectionError) return error;
        throw error;
      });
      const answered = outcome instanceof Error ? outcome : outcome.response;
      const wait = waitBefore(tries, answered);
      if (tries < most && wait <= longest + 1000 && isWorthAnother(answered, repeatable)) {
        await pause(wait, options.signal);
        continue;
      }
      if (outcome instanceof Error) throw outcome;
      const { ok, status, headers: told } = outcome.response;
      if (ok || status === 304 || (call.document && isOfDocument(status, told))) return outcome;
      throw errorFrom(outcome.response, outcome.text);
    }
  }

  async #once(url: string, { call, headers, options }: { call: Call; headers: Headers; options: RequestOptions }) {
    const timed = AbortSignal.timeout(options.timeout ?? this.#options.timeout ?? 30_000);
    const signal = options.signal ? AbortSignal.any([options.signal, timed]) : timed;
    const ask = this.#options.fetch ?? fetch;
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    try {
      const response = await ask(url, { method: call.method, headers, body, signal, redirect: "error" });
      return { response, text: await response.text() };
    } catch (cause) {
      if (options.signal?.aborted) throw options.signal.reason;
      const place = `${call.method} ${call.path}`;
      if (timed.aborted) throw new TimeoutError(`${place} had no answer in time.`, { cause });
      throw new ConnectionError(`${place} had no answer: ${wordsOf(cause)}.`, { cause });
    }
  }

  async #headersOf(call: Call, options: RequestOptions): Promise<Headers> {
    const { apiKey, accessToken, testMode } = this.#options;
    const headers = new Headers({ accept: "application/json", ...this.#options.headers, ...options.headers });
    const token = typeof accessToken === "function" ? await accessToken() : accessToken;
    if (apiKey) headers.set("authorization", `Token ${apiKey}`);
    else if (token) headers.set("authorization", `Bearer ${token}`);
    const organization = options.organization ?? this.organization;
    if (token && organization) headers.set("x-org-id", organization);
    if (token && testMode !== undefined) headers.set("x-test-mode", String(testMode));
    if (call.document) headers.set("accept", `${documentType}, application/json;q=0.9`);
    if (call.body !== undefined) headers.set("content-type", "application/json");
    const once = options.idempotencyKey ?? (call.once ? crypto.randomUUID() : undefined);
    if (once !== undefined) headers.set("idempotency-key", once);
    if (options.ifMatch) headers.set("if-match", options.ifMatch);
    return headers;
  }
}

/** GraphQL over HTTP: of what was refused as a whole the status says so. */
const documentType = "application/graphql-response+json";

function isOfDocument(status: number, headers: Headers): boolean {
  return status < 500 && status !== 429 && Boolean(headers.get("content-type")?.startsWith(documentType));
}

function parsed(text: string, { status, headers }: Response): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = "The answer is no JSON, so it is not Berth's. Look where baseUrl leads.";
    throw errorOf({ status, fault: { code: "unknown", message }, requestId: headers.get("x-request-id") ?? undefined });
  }
}

function baseOf(given: string | undefined): string {
  const page = (globalThis as { location?: { origin?: string } }).location?.origin;
  const base = given ?? page;
  if (!base) throw new TypeError("Say where Berth is, as baseUrl: https://berth.example.com");
  return base.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
}

function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const text = given.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(spelled(value))}`);
  return text.length > 0 ? `?${text.join("&")}` : "";
}

function spelled(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => spelled(each).replace(/[\\,]/g, "\\$&")).join(",");
  return value instanceof Date ? value.toISOString() : `${value}`;
}

function wordsOf(cause: unknown): string {
  const inner = cause instanceof Error ? (cause.cause ?? cause) : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
