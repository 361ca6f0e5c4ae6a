import { v7 as uuidv7 } from "uuid";
import { logCall } from "@/lib/access/call-log";
import type { Credential } from "@/lib/access/handle";
import { type AnyOperation, permissionOf } from "@/lib/access/operation";
import type { CallLine } from "@/lib/access/waiting-calls";
import { BerthError } from "@/lib/errors";
import { loggedPath } from "@/lib/log";
import {
  isSecretName,
  longest,
  longestQuery,
  longestTold,
  masked,
  maskedAnswer,
  maskedJson,
  maskText,
  type Names,
  noNames,
} from "@/lib/logs/mask";
import { neededFor } from "@/lib/logs/rights";
import { ApiFault } from "./api-fault";
import { type Asking, type Heard, requestInfo } from "./api-request";
import { outputSchema } from "./json-schema";
import { outsideName } from "./spelling";

const headersOfNote = ["content-type", "accept", "if-match", "if-none-match", "x-org-id", "x-test-mode", "origin"];

/** What is gathered of one call while it is answered, for the log of its organization. */
export class CallNote {
  /** Whose call it is. A call without one, or with another kind, is no organization's. */
  credential: Credential | undefined;
  organizationId: string | null = null;
  readonly operations: Heard["operations"] = new Map();
  /** The body as it was read: a value, or a text about what could not be read. */
  body: unknown;
  bodyBytes = 0;
  /** Names of fields that are secret in this call, beside those that are secret everywhere. */
  secretNames: Names = noNames;
  /** Whether a token or session asked for test records; of a key the database knows it. */
  test = false;
  /** Whether the answer may have names that its operation does not declare. */
  free = true;
  /** Organizations beside its own that the call asked of: each gets a line, and none reads what was told of others. */
  readonly others = new Set<string>();
  /** Whether the answer tells of what belongs to no organization, or to several. */
  beyond = false;
  /** The body and the names in it, where both take some work: done once the answer is on its way. */
  later: (() => { body: unknown; names: Names; onlyAsks: boolean }) | undefined;
  #failure: string | null = null;
  readonly #at = new Date();
  readonly #started = performance.now();

  constructor(private readonly request: Asking) {}

  /** The call is of this operation. */
  of(operation: AnyOperation): void {
    this.operations.set(operation.name, permissionOf(operation));
    this.secretNames = new Set(operation.shownOnce?.map(outsideName));
    this.free = isFree(operation);
  }

  /** The code of a refusal that stands in an answer of status 200. */
  refused(code: string | undefined): void {
    this.#failure = code ?? null;
  }

  failed(error: unknown): void {
    this.#failure =
      error instanceof BerthError
        ? error.reason || error.code
        : error instanceof ApiFault
          ? error.code
          : String((error as { code?: unknown }).code ?? "internal");
  }

  /** Gives the call to the log, once its answer is on its way. `answer` is what goes out. */
  end({ status, answer }: { status: number; answer: string | null }): void {
    const { credential } = this;
    if (credential?.kind !== "key" && credential?.kind !== "session" && credential?.kind !== "token") return;
    const milliseconds = Math.round(performance.now() - this.#started);
    const organization =
      credential.kind === "token" ? (this.organizationId ?? credential.organizationId ?? null) : null;
    const opened = this.organizationId !== null;
    setImmediate(() => {
      const own = { kind: credential.kind, secret: credential.secret, opened };
      const line = this.#line({ status, answer, milliseconds });
      const apart = this.beyond || this.others.size > 0;
      logCall({ ...own, organization }, apart ? withoutBodies(line) : line);
      for (const other of this.others)
        logCall({ ...own, organization: other }, { ...withoutBodies(line), id: uuidv7() });
    });
  }

  #line({ status, answer, milliseconds }: { status: number; answer: string | null; milliseconds: number }): CallLine {
    const { method, headers } = this.request;
    const { id, address, agent } = requestInfo(headers);
    const url = new URL(this.request.url);
    const path = loggedPath(url.pathname);
    const document = this.later?.();
    const { body, names } = document ?? { body: this.body, names: this.secretNames };
    // Of a document that changes something, or was refused, parts were never run.
    const beyond = document !== undefined && (!document.onlyAsks || this.#failure !== null);
    const request = body === undefined ? null : maskedJson(body, names);
    const told = status < 400 && this.#failure === null && (document?.onlyAsks ?? isRead(method));
    const most = told ? longestTold : longest;
    const response = answer === null ? null : maskedAnswer(answer, { names, free: this.free, most });
    return {
      id: uuidv7({ msecs: this.#at.getTime() }),
      at: this.#at.toISOString(),
      method: method.slice(0, 10),
      path,
      query: maskedQuery(url.searchParams),
      host: headers.get("x-berth-host") ?? "",
      operations: [...this.operations.keys()].slice(0, 40),
      needs: neededFor([...this.operations.values()], beyond),
      status,
      error: this.#failure?.slice(0, 100) ?? null,
      milliseconds,
      test: this.test,
      address,
      agent: maskText(plain(agent)),
      request_id: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? id : null,
      headers: this.#headers(),
      entities: entitiesIn(`${path} ${request ?? ""} ${isRead(method) ? "" : (response ?? "")}`),
      request,
      request_bytes: this.bodyBytes,
      response,
      response_bytes: answer === null ? 0 : Buffer.byteLength(answer),
    };
  }

  #headers(): Record<string, string> {
    const { headers } = this.request;
    const given = headersOfNote.flatMap((name): [string, string][] => {
      const value = headers.get(name);
      return value === null ? [] : [[name, maskText(plain(value)).slice(0, 300)]];
    });
    const once = headers.get("idempotency-key");
    const authorization = headers.get("authorization");
    return {
      ...Object.fromEntries(given),
      ...(once === null ? {} : { "idempotency-key": maskText(plain(once)).slice(0, 255) }),
      ...(authorization === null ? {} : { authorization: `${authorization.split(" ", 1)[0]?.slice(0, 10)} ${masked}` }),
      ...(headers.get("cookie") === null ? {} : { cookie: masked }),
    };
  }
}

function withoutBodies(line: CallLine): CallLine {
  return { ...line, request: null, response: null, entities: [] };
}

function maskedQuery(query: URLSearchParams): string {
  if (query.size === 0) return "";
  const shown = [...query].map(([name, value]) => [name, isSecretName(name) ? masked : maskText(value)]);
  return new URLSearchParams(shown).toString().slice(0, longestQuery);
}

const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

/** Ids of records that a call names: its path, what it sent, and, where it changed something, what it was told. */
function entitiesIn(text: string): string[] {
  return [...new Set(text.match(/\b[a-z]{2,8}_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g) ?? [])].slice(0, 20);
}

/** Without what no text of the database can hold. */
function plain(text: string): string {
  return text.replaceAll(/[\0\ud800-\udfff]/g, "");
}

const known = new WeakMap<AnyOperation, boolean>();

function isFree(operation: AnyOperation): boolean {
  const found = known.get(operation) ?? mayHoldOthers(operation);
  known.set(operation, found);
  return found;
}

/** Free-form records, and names that a secret could have. */
function mayHoldOthers(operation: AnyOperation): boolean {
  const schema = JSON.stringify(outputSchema(operation));
  return /"additionalProperties":(true|\{)|\{\}/.test(schema) || isSecretName(schema);
}
