import { type SQL, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { z } from "zod";
import { BerthError } from "@/lib/errors";
import type { Opened } from "./opened";

type Proven = Pick<Opened, "organizationId" | "limited" | "testMode">;

const prepared = new WeakMap<NodePgDatabase, Map<string, unknown>>();

/**
 * One transaction with a proven context, as an operation sees it. Repositories take it whole: `organizationId` is the
 * proven organization, and reading it without one throws, so a query can never be built for "no organization".
 */
export class Database {
  readonly query: NodePgDatabase;
  /** Whether the acting person's rights on records differ by branch: the policies hide the rest. */
  readonly limited: boolean;
  /** Whether the records that it reads and writes are test records; the policies hide the others. */
  readonly testMode: boolean;
  /**
   * What is asked first in this transaction is planned once for all organizations: for lists by the order of an index,
   * whose best plan is the same for all.
   */
  readonly keepPlans: () => void;
  readonly #organizationId: string | null;

  constructor(query: NodePgDatabase, { organizationId, limited, testMode }: Proven, keepPlans: () => void) {
    this.query = query;
    this.limited = limited;
    this.testMode = testMode;
    this.keepPlans = keepPlans;
    this.#organizationId = organizationId;
  }

  get organizationId(): string {
    if (this.#organizationId === null) throw new Error("no tenant context");
    return this.#organizationId;
  }

  /**
   * A query with placeholders, built once for each connection, kept under its name, and planned there once for all
   * values: for what is asked all the time by the order of an index.
   * `db.prepared("members.find", (query) => query.select()….prepare("members.find")).execute({ … })`.
   */
  prepared<Query>(name: string, build: (query: NodePgDatabase) => Query): Query {
    this.keepPlans();
    const kept = prepared.get(this.query) ?? new Map<string, unknown>();
    prepared.set(this.query, kept);
    if (!kept.has(name)) kept.set(name, build(this.query));
    return kept.get(name) as Query; // one name has one build
  }

  /** Rows of a statement, parsed: column names as the statement spells them. */
  async rows<Schema extends z.ZodType>(statement: SQL, row: Schema): Promise<z.output<Schema>[]> {
    const result = await this.query.execute(statement);
    return result.rows.map((each) => row.parse(each));
  }

  /** The one value of a function of the wall: `db.call(sql`guard.create_key(${label}, ${key}, null)`, z.uuid())`. */
  async call<Schema extends z.ZodType>(call: SQL, value: Schema): Promise<z.output<Schema>> {
    const result = await this.query.execute(sql`select ${call} as value`);
    const first = result.rows[0] as { value: unknown } | undefined;
    if (!first) throw new BerthError("internal", "The database gave no answer.");
    return value.parse(first.value);
  }

  async enqueue(task: string, payload: Record<string, unknown>): Promise<void> {
    await this.query.execute(sql`select guard.enqueue(${task}, ${JSON.stringify(payload)}::jsonb)`);
  }
}
