import { z } from "zod";
import type { Around } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import type { ApiRequest } from "@/lib/api/api-request";
import { KeptAnswer, once, onceOf } from "@/lib/api/idempotency";
import { inTurn } from "@/lib/api/turns";

/** What proves the person again is no part of what is asked for. */
const proofs = new Set(["password", "factor_code"]);

/**
 * The changes of one document under an `Idempotency-Key`. Each is a transaction of its own, which keeps what it answered
 * under the key and its place; where the document comes again, each change answers what it answered, and what was not
 * reached before is done now.
 */
export class Repeats {
  #place = 0;
  /** Whether any change was answered from what was kept. */
  replayed = false;

  constructor(
    private readonly request: ApiRequest,
    private readonly asked: unknown,
  ) {}

  async run<Output>(operation: AnyOperation, work: (around?: Around) => Promise<Output>): Promise<Output> {
    if (operation.access !== "write") return work();
    this.#place += 1;
    const given = onceOf(this.request, ["graphql", operation.name, withoutProofs(this.asked)], ` #${this.#place}`);
    if (!given) return work();
    const shown = (output: unknown) => ({ status: 200, body: kept(output) });
    try {
      return await inTurn(given.name, () => work(once(given, operation, shown)));
    } catch (error) {
      if (!(error instanceof KeptAnswer)) throw error;
      this.replayed = true;
      return revived(error.body) as Output; // what the same operation answered
    }
  }
}

function withoutProofs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProofs);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([name]) => !proofs.has(name));
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutProofs(each)]));
}

const moment = z.strictObject({ $moment: z.iso.datetime() });

/** An output as JSON keeps it, moments told apart from texts. */
function kept(value: unknown): unknown {
  if (value instanceof Date) return { $moment: value.toISOString() };
  if (Array.isArray(value)) return value.map(kept);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, kept(each)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== "object") return value;
  const found = moment.safeParse(value);
  if (found.success) return new Date(found.data.$moment);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revived(each)]));
}
