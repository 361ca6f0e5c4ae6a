type Kept = { etag: string; text: string };

const most = 200;

/** Answers with their ETags, in this client alone: what did not change is not sent again. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();

  find(name: string): Kept | undefined {
    return this.#kept.get(name);
  }

  keep(name: string, etag: string, text: string): void {
    this.#kept.delete(name);
    this.#kept.set(name, { etag, text });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
