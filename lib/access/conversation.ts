import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { type Rows, type Statement, sendTogether } from "@/db/batch";
import { mapRowsAtOnce } from "@/db/row-mapper";
import { statementName } from "@/db/statement-names";
import { env } from "@/lib/env";

type Asked = { statement: Statement; answer: (rows: Rows) => void; fail: (error: unknown) => void };

/**
 * One transaction's talk with the database. What is asked in one turn of the program goes out together: a round trip
 * for all of it. The first trip carries the opening.
 */
export class Conversation {
  #waiting: Asked[] = [];
  #scheduled = false;
  #over = false;
  #ended = false;
  #keepsPlans = false;
  #hear: (error: Error | null, answer: string | undefined) => void = () => undefined;
  /** What the opening answered. */
  readonly opened: Promise<string>;

  constructor(
    private readonly client: pg.PoolClient,
    /** In front of the first trip: `begin` and the opening; behind it: nothing more is asked. */
    private readonly first: { opening: Statement[]; only: boolean },
  ) {
    this.opened = new Promise((answer, fail) => {
      this.#hear = (error, given) => (given === undefined ? fail(error ?? new Error("No answer.")) : answer(given));
    });
    this.#schedule();
  }

  ask(statement: Statement): Promise<Rows> {
    if (this.#ended) return Promise.reject(new Error("Asked after the end of the transaction."));
    if (this.#over) return Promise.reject(new Error("Asked after the last trip: the operation says it asks once."));
    return new Promise((answer, fail) => {
      this.#waiting.push({ statement, answer, fail });
      this.#schedule();
    });
  }

  /**
   * Statements of this transaction are planned once for all values; too late once the opening went out. By itself the
   * database would plan a page anew each time, since it reckons that some organization's is cheaper than the usual one's.
   */
  keepPlans(): void {
    this.#keepsPlans = true;
  }

  /** The end of the transaction, behind everything that was asked. Resolves with the command that the database ran. */
  async end(command: "commit" | "rollback"): Promise<string> {
    this.#ended = true;
    const { error, results } = await sendTogether(this.client, [named({ text: command, values: [] })]);
    if (error) throw error;
    return results[0]?.command ?? "";
  }

  /** After all that is about to be asked in this turn: a drizzle query is lazy and goes out some promises later. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    process.nextTick(() => queueMicrotask(() => process.nextTick(() => this.#send())));
  }

  async #send(): Promise<void> {
    this.#scheduled = false;
    const asked = this.#waiting.splice(0);
    const opening = this.first.opening.splice(0);
    const proof = opening.pop();
    if (proof) {
      opening.push(this.#keepsPlans ? withSetting(proof, "plan_cache_mode", "force_generic_plan") : proof);
      this.#over = this.first.only;
    }
    const { error, results } = await sendTogether(
      this.client,
      [...opening, ...asked.map(({ statement }) => statement)].map(named),
    );
    if (opening.length > 0) {
      const answer = results[opening.length - 1]?.rows[0]?.opened;
      this.#hear(error, typeof answer === "string" ? answer : undefined);
    }
    for (const [at, { answer, fail }] of asked.entries()) {
      const rows = results[opening.length + at];
      if (rows) answer(rows);
      else fail(error);
    }
  }
}

/** An opening that sets something for its transaction in the same statement. */
export function withSetting(opening: Statement, setting: string, value: string): Statement {
  return {
    ...opening,
    name: `${opening.name}_${setting}`,
    text: opening.text.replace(/^select /, `select set_config('${setting}', '${value}', true), `),
  };
}

/** Behind an old transaction pooler a named statement would meet another connection than the one that prepared it. */
function named(statement: Statement): Statement {
  if (!env().database.namedStatements) return { ...statement, name: undefined };
  return statement.name ? statement : { ...statement, name: statementName(statement.text) };
}

/** What drizzle takes for a connection: hands each query to the conversation that the connection is having. */
class Line {
  conversation: Conversation | undefined;
  readonly drizzle: NodePgDatabase;

  constructor() {
    this.drizzle = mapRowsAtOnce(drizzle(this as unknown as pg.PoolClient)); // drizzle calls `query` alone
  }

  query({ name, text, rowMode, types }: Statement, values: unknown[] = []): Promise<Rows> {
    if (!this.conversation) return Promise.reject(new Error("Asked outside of a transaction."));
    return this.conversation.ask({ name: name || undefined, text, values, rowMode, types });
  }
}

const lines = new WeakMap<pg.PoolClient, Line>();

/** A connection's drizzle, joined to this conversation until `hangUp`. */
export function drizzleOver(client: pg.PoolClient, conversation: Conversation): NodePgDatabase {
  const line = lines.get(client) ?? new Line();
  lines.set(client, line);
  line.conversation = conversation;
  return line.drizzle;
}

/**
 * Ends the line's part in a conversation. `failed`: something of it may still be under way and ask later, so this line
 * is never joined to anybody's conversation again.
 */
export function hangUp(client: pg.PoolClient, { failed }: { failed: boolean }): void {
  const line = lines.get(client);
  if (line) line.conversation = undefined;
  if (failed) lines.delete(client);
}
