import pg from "pg";

/** A statement as drizzle and this project hand it over. `types` reads values where the usual readers do not. */
export type Statement = {
  name?: string | undefined;
  text: string;
  values: unknown[];
  rowMode?: "array" | undefined;
  types?: pg.CustomTypesConfig | undefined;
};

export type Rows = pg.QueryResult<Record<string, unknown>>;

/** What the driver's published types leave out (pg 8.23, lib/result.js, lib/connection.js and lib/utils.js). */
type Field = { name: string; dataTypeID: number; format: string };
type Reading = Rows & {
  addFields(fields: Field[]): void;
  parseRow(values: (string | null)[]): Record<string, unknown>;
  addCommandComplete(message: { text: string }): void;
};
type Wire = {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  parse(statement: { name: string | undefined; text: string }): void;
  bind(binding: { statement: string | undefined; values: unknown[] }): void;
  describe(what: { type: "P"; name: "" }): void;
  execute(portal: Record<string, never>): void;
  sync(): void;
};
const driver = pg as unknown as {
  Result: new (mode: string | undefined, types: unknown) => Reading;
  utils: { prepareValue(value: unknown): unknown };
};

/** Columns of named statements by connection. A statement whose columns change raises in the database. */
const known = new WeakMap<Wire, Map<string, Field[]>>();

/**
 * Statements that go out in one packet and end in one Sync: without a `begin` among them they are one transaction of
 * their own. The first that fails fails all behind it, as the database skips those.
 */
export class Batch extends pg.Query {
  name: string | undefined;
  text = "";
  readonly #results: Reading[] = [];
  #at = 0;
  #described = false;
  #columns = new Map<string, Field[]>();
  /** The first row that could not be read: the statements have run all the same. */
  #unread: { error: Error; at: number } | undefined;

  constructor(
    readonly statements: readonly Statement[],
    private readonly settle: (error: Error | null, results: Rows[]) => void,
  ) {
    super({ text: "" });
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire; // the driver's own connection
    const ready = this.statements.map((each) => ({ ...each, values: each.values.map(driver.utils.prepareValue) }));
    this.#columns = known.get(wire) ?? new Map<string, Field[]>();
    known.set(wire, this.#columns);
    wire.stream.cork();
    for (const statement of ready) this.#send(wire, statement);
    wire.sync();
    wire.stream.uncork();
    this.#begin(0);
  };

  #send(wire: Wire, { name, text, values, rowMode, types }: Statement): void {
    const before = name && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]);
    if (before && before !== text) throw new Error(`The statement ${name} has another text on this connection.`);
    if (!name || (!wire.parsedStatements[name] && !wire.submittedNamedStatements[name])) {
      wire.parse({ name, text });
      if (name) wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ statement: name, values });
    const columns = name === undefined ? undefined : this.#columns.get(name);
    if (columns === undefined) wire.describe({ type: "P", name: "" });
    wire.execute({});
    const result = new driver.Result(rowMode, types ?? pg.types);
    if (columns && columns.length > 0) result.addFields(columns);
    this.#results.push(result);
  }

  #begin(at: number): void {
    this.#at = at;
    this.#described = false;
    // The driver notes these two when it hears that a statement was parsed.
    this.name = this.statements[at]?.name;
    this.text = this.statements[at]?.text ?? "";
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#described = true;
    if (this.name) this.#columns.set(this.name, fields);
    this.#results[this.#at]?.addFields(fields);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const result = this.#results[this.#at];
    try {
      result?.rows.push(result.parseRow(fields));
    } catch (error) {
      this.#unread ??= { error: error instanceof Error ? error : new Error(String(error)), at: this.#at };
    }
  }

  handleCommandComplete(message: { text: string }): void {
    this.#results[this.#at]?.addCommandComplete(message);
    if (this.name && !this.#described && !this.#columns.has(this.name)) this.#columns.set(this.name, []);
    this.#begin(this.#at + 1);
  }

  handleError(error: Error, connection: pg.Connection): void {
    const wire = connection as unknown as Wire; // the driver's own connection
    for (const { name } of this.statements.slice(this.#at)) if (name) delete wire.submittedNamedStatements[name];
    this.settle(error, this.#results.slice(0, this.#at));
  }

  handleReadyForQuery(): void {
    if (this.#unread) this.settle(this.#unread.error, this.#results.slice(0, this.#unread.at));
    else this.settle(null, this.#results);
  }
}

/** Sends statements together; `results` of a failed batch are those of the statements before the failure. */
export function sendTogether(
  client: pg.ClientBase,
  statements: Statement[],
): Promise<{ error: Error | null; results: Rows[] }> {
  return new Promise((resolve) => {
    try {
      client.query(new Batch(statements, (error, results) => resolve({ error, results })));
    } catch (error) {
      // A value that cannot be written out: nothing was sent.
      resolve({ error: error instanceof Error ? error : new Error(String(error)), results: [] });
    }
  });
}
