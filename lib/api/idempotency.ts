import { createHash, createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isLockTimeout } from "@/lib/access/database-errors";
import type { Around } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import type { ApiRequest } from "./api-request";

/** A write that may come again: its `Idempotency-Key`, and what it asks for. */
export type Once = { name: string; key: Buffer; request: Buffer };

/** What a write with the same key was answered before. Thrown out of the transaction, which did nothing. */
export class KeptAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super("answered before");
  }
}

const largest = 262_144;

/** The request's key, where it has one and writes. What proves the person again is no part of what is asked for. */
export function readOnce(asked: ApiRequest, operation: AnyOperation, input: unknown): Once | undefined {
  if (operation.access === "read" || operation.rest?.method === "get") return undefined;
  return onceOf(asked, [operation.name, input]);
}

/** The request's key for what it asks: one of several parts where `part` tells it from the others. */
export function onceOf(asked: ApiRequest, what: unknown[], part = ""): Once | undefined {
  const given = asked.headers.get("idempotency-key");
  if (given === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(given))
    throw new BerthError("invalid", "An Idempotency-Key is 1 to 255 visible characters, given once.", {
      reason: "idempotency_key_invalid",
    });
  const heard = [asked.info.test === true, asked.headers.get("if-match") ?? ""];
  const request = createHmac("sha256", env().secret).update(JSON.stringify(["idempotency", ...heard, sorted(what)]));
  const who = asked.headers.get("authorization") ?? asked.headers.get("cookie") ?? "";
  return {
    name: digest(`${who} ${asked.headers.get("x-org-id") ?? ""} ${given}${part}`).toString("base64url"),
    key: digest(`${given}${part}`),
    request: request.digest(),
  };
}

const kept = z.object({ same: z.boolean(), status: z.number().nullable(), body: z.string().nullable() }).nullable();

/** Claims the key before the work and keeps its answer after it, in one transaction. Throws {@link KeptAnswer}. */
export function once(
  { key, request }: Once,
  operation: AnyOperation,
  answerOf: (output: unknown) => { status: number; body?: unknown },
): Around {
  return async ({ db }, work) => {
    const before = await db.call(sql`guard.begin_once(${key}, ${request})`, kept).catch((error: unknown) => {
      throw isLockTimeout(error) ? stillRunning(error) : error;
    });
    if (before) throw answeredBefore(before);
    const output = await work();
    const { status, body } = answerOf(operation.output.parse(output));
    const text = JSON.stringify(withoutSecrets(body, operation.shownOnce ?? [])) ?? "";
    const fitting = Buffer.byteLength(text) <= largest ? text : null;
    await db.call(sql`guard.keep_answer(${key}, ${status}, ${fitting})`, z.unknown());
    return output;
  };
}

function answeredBefore({ same, status, body }: NonNullable<z.output<typeof kept>>): Error {
  if (!same)
    return new BerthError("invalid", "This Idempotency-Key was used for another request. Send a new one.", {
      reason: "idempotency_key_reused",
    });
  if (status === null || body === null)
    return new BerthError("conflict", "This was done already. Its answer was too large to be kept: read the record.", {
      reason: "answer_not_kept",
    });
  return new KeptAnswer(status, body === "" ? undefined : JSON.parse(body));
}

function stillRunning(cause: unknown): BerthError {
  return new BerthError("conflict", "A request with this Idempotency-Key is still being carried out.", {
    cause,
    reason: "idempotency_key_in_use",
    retryAfter: 2,
  });
}

function withoutSecrets(body: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || body === null || typeof body !== "object") return body;
  return { ...body, ...Object.fromEntries(names.map((name) => [name, null])) };
}

/** One spelling for what means the same: the order of names says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, each]) => [name, sorted(each)]);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
