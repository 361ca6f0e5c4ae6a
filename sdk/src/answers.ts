/** What came with an answer, beside its content. */
export type AnswerFacts = {
  status: number;
  requestId: string | undefined;
  /** The version of the record: give it as `ifMatch` with your change. */
  etag: string | undefined;
  /** The organization that the answer is about. */
  organization: string | undefined;
  /** Whether this write was answered before, under the same Idempotency-Key. */
  replayed: boolean;
  headers: Headers;
};

const facts = new WeakMap<object, AnswerFacts>();

/** Facts of an answer that a call of this library gave; undefined for anything else. */
export function factsOf(answer: unknown): AnswerFacts | undefined {
  return typeof answer === "object" && answer !== null ? facts.get(answer) : undefined;
}

export function note(answer: unknown, { status, headers }: Response): void {
  if (typeof answer !== "object" || answer === null) return;
  facts.set(answer, {
    status,
    headers,
    requestId: headers.get("x-request-id") ?? undefined,
    etag: headers.get("etag") ?? undefined,
    organization: headers.get("x-org-id") ?? undefined,
    replayed: headers.get("idempotency-replayed") === "true",
  });
}
