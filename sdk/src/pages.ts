type Paged = { data: unknown[]; next_cursor: string | null };

/** What one page of a list holds. */
export type ItemOf<Output> = Output extends { data: (infer Item)[] } ? Item : never;

/**
 * A list. Await it for its first page, or go through all that it holds with `for await`: the next page is fetched when
 * you come to it.
 */
export class Pages<Output> implements PromiseLike<Output>, AsyncIterable<ItemOf<Output>> {
  readonly #ask: (cursor: string | undefined) => Promise<Output>;

  constructor(ask: (cursor: string | undefined) => Promise<Output>) {
    this.#ask = ask;
  }

  // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page, on purpose
  then<Done = Output, Failed = never>(
    done?: ((page: Output) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#ask(undefined).then(done, failed);
  }

  /** Page by page. */
  async *pages(): AsyncGenerator<Output> {
    let cursor: string | undefined;
    do {
      const page = await this.#ask(cursor);
      yield page;
      cursor = (page as Paged).next_cursor ?? undefined; // every list answers so
    } while (cursor !== undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<Output>> {
    for await (const page of this.pages()) yield* (page as Paged).data as ItemOf<Output>[]; // as above
  }

  /** Everything, or the first `most` of it, as one array. */
  async all(most = Number.POSITIVE_INFINITY): Promise<ItemOf<Output>[]> {
    const found: ItemOf<Output>[] = [];
    if (most <= 0) return found;
    for await (const item of this) if (found.push(item) >= most) break;
    return found;
  }
}
