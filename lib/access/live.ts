import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { onDrain } from "@/lib/shutdown";

type Watcher = { session: string; wake: () => void; end: () => void };

const mostOfSession = 4;
const mostOfProcess = 2_000;
const channel = "berth_live";
const firstWait = 500;
const longestWait = 30_000;

/**
 * Open streams of this process, over one connection that listens. What the database sends is a keyed tag: it names
 * nobody, and only a stream whose session was proved knows its own.
 */
class Live {
  readonly #watchers = new Map<string, Set<Watcher>>();
  #count = 0;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #wait = firstWait;
  #ready: Promise<void> | undefined;

  /** Adds a stream, or answers undefined where there are too many: the page then asks by itself. */
  watch(tags: string[], watcher: Watcher): (() => void) | undefined {
    const own = [...this.#all()].filter((each) => each.session === watcher.session);
    if (this.#count >= mostOfProcess || own.length >= mostOfSession) return undefined;
    for (const tag of tags) this.#watchers.set(tag, (this.#watchers.get(tag) ?? new Set()).add(watcher));
    this.#count += 1;
    if (!this.#client && !this.#retry) this.#ready = this.#listen();
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      this.#count -= 1;
      for (const tag of tags) this.#leave(tag, watcher);
    };
  }

  #leave(tag: string, watcher: Watcher): void {
    const set = this.#watchers.get(tag);
    set?.delete(watcher);
    if (set?.size === 0) this.#watchers.delete(tag);
  }

  /** When the database is listened to; at the latest after two seconds, since a page can also ask by itself. */
  async ready(): Promise<void> {
    await Promise.race([this.#ready, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
  }

  async end(): Promise<void> {
    for (const watcher of this.#all()) watcher.end();
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const { direct, app } = env().database;
    const client = new pg.Client({ connectionString: direct ?? app, application_name: "berth live", keepAlive: true });
    this.#client = client;
    client.on("notification", ({ payload }) => {
      for (const watcher of this.#watchers.get(payload ?? "") ?? []) watcher.wake();
    });
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (this.#wait > firstWait) for (const watcher of this.#all()) watcher.wake(); // something may have been missed
      this.#wait = firstWait;
    } catch {
      this.#lost(client);
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    log.warn({ wait: this.#wait }, "the connection for live notices was lost");
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      if (this.#count > 0) this.#ready = this.#listen();
    }, this.#wait);
    this.#retry.unref();
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #all(): Set<Watcher> {
    return new Set([...this.#watchers.values()].flatMap((set) => [...set]));
  }
}

/** Every bundle of this process shares one. */
const place = Symbol.for("berth.live");
const shared = globalThis as { [place]?: Live };

export function live(): Live {
  if (!shared[place]) {
    const made = new Live();
    shared[place] = made;
    onDrain(() => made.end());
  }
  return shared[place];
}
