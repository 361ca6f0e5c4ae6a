import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { inMode } from "@/lib/access/mode";
import { inBranches, withinReach } from "@/lib/branches/within";
import { BerthError } from "@/lib/errors";
import { columnName, columnsIn } from "./columns";
import type { Resource, Row } from "./declaration";
import { type Field, inputName } from "./field-schema";

type Asked = Resource["name"] extends string ? Row & { limit: number; sort: string; cursor?: string } : never;

const mostFound = 1000;

/** Rows of one resource in the proven organization. */
export function recordsRepository(db: Database, resource: Resource) {
  const { table, linesTable } = resource;
  const columns = columnsIn(table);
  const column = (name: string) => known(columns, name);
  const ofMode = resource.inBothModes ? undefined : inMode(db, column("testMode"));
  const own = and(eq(column("organizationId"), db.organizationId), ofMode);
  const reach = reachOf(db, resource, columns);
  const one = (id: string) => and(own, eq(column("id"), id));

  const first = (rows: Row[]): Row => {
    const [row] = rows;
    if (!row) throw new BerthError("not_found", `There is no such ${resource.words.one}.`);
    return row;
  };

  return {
    async list(input: Asked) {
      const at = keyset(input, {
        list: `${resource.name}.list`,
        owner: db.organizationId,
        sorts: sortsOf(resource, columns),
        id: column("id"),
      });
      const rows = await rowsOf(at, input);
      return at.page(rows as (Row & { position: string })[]); // the selection above
    },
    /** How many the filters of a list show. */
    count: (input: Row): Promise<number> =>
      db.query.$count(table, and(own, reach, ...filtersOf(db, resource, columns, input))),
    /** As count, bounded: more than `most` are `most`. */
    countUpTo(input: Row, most: number): Promise<number> {
      const some = db.query
        .select({ one: sql`1`.as("one") })
        .from(table)
        .where(and(own, reach, ...filtersOf(db, resource, columns, input)))
        .limit(most)
        .as("some");
      return db.query.$count(some);
    },
    /** What a text finds, at most `most`: a record that is called so, or whose number it is, then the newest. */
    search(text: string, most: number) {
      const [title, id] = [column(resource.title), column("id")];
      const titled = resource.fields[resource.title];
      const isNumber = titled?.kind === "text" && titled.numbered !== undefined;
      const number = isNumber ? inArray(title, [text, text.toUpperCase()]) : undefined;
      const detail = resource.detail ? column(resource.detail) : sql<string | null>`null`;
      return db.query
        .select({ id: sql<string>`${id}`, title: sql<string>`${title}`, detail: sql<string | null>`${detail}` })
        .from(table)
        .where(and(own, reach, or(number, foundIn(resource, id, text, most * 4))))
        .orderBy(sql`lower(${title}) = ${text.toLowerCase()} desc`, desc(id))
        .limit(most);
    },
    find: async (id: string): Promise<Row> => first(await db.query.select().from(table).where(one(id))),
    /** As find, and nobody else changes it until this transaction ends. */
    findForUpdate: async (id: string): Promise<Row> =>
      first(await db.query.select().from(table).where(one(id)).for("update")),
    async create(values: Row, id: string = uuidv7()): Promise<string> {
      const now = new Date();
      await insert(table, [{ ...values, organizationId: db.organizationId, id, createdAt: now, updatedAt: now }]);
      return id;
    },
    update: (id: string, values: Row) =>
      db.query
        .update(table)
        .set({ ...values, updatedAt: new Date() } as never) // names of the table's own columns
        .where(one(id)),
    remove: (id: string) => db.query.delete(table).where(one(id)),
    nextReference: (start: string) => db.call(sql`guard.next_reference(${resource.name}, ${start})`, z.string()),
    async lines(id: string): Promise<Row[]> {
      if (!linesTable) return [];
      const { organizationId, recordId, position } = lineColumns(linesTable);
      return db.query
        .select()
        .from(linesTable)
        .where(and(eq(organizationId, db.organizationId), eq(recordId, id)))
        .orderBy(asc(position));
    },
    async linesOfMany(ids: string[]): Promise<Row[]> {
      if (!linesTable || ids.length === 0) return [];
      const { organizationId, recordId, position } = lineColumns(linesTable);
      return db.query
        .select()
        .from(linesTable)
        .where(and(eq(organizationId, db.organizationId), inArray(recordId, ids)))
        .orderBy(asc(recordId), asc(position));
    },
    async replaceLines(id: string, lines: Row[]): Promise<void> {
      if (!linesTable) return;
      const { organizationId, recordId } = lineColumns(linesTable);
      await db.query.delete(linesTable).where(and(eq(organizationId, db.organizationId), eq(recordId, id)));
      await insert(
        linesTable,
        lines.map((line, index) => ({
          ...line,
          organizationId: db.organizationId,
          id: uuidv7(),
          recordId: id,
          position: index + 1,
        })),
      );
    },
  };

  /** A list that nothing narrows is built once for each connection. */
  function rowsOf({ kept, position, orderBy, ...at }: ReturnType<typeof keyset>, input: Asked): Promise<Row[]> {
    const selected = { ...columns, position };
    if (!kept || reach)
      return db.query
        .select(selected)
        .from(table)
        .where(and(own, reach, at.after, ...filtersOf(db, resource, columns, input)))
        .orderBy(...orderBy)
        .limit(at.limit);
    const ours = and(eq(column("organizationId"), sql.placeholder("organization")), ofMode);
    return db
      .prepared(`${kept.name} ${ofMode ? "of a mode" : ""}`, (query) =>
        query
          .select(selected)
          .from(table)
          .where(and(ours, kept.after))
          .orderBy(...orderBy)
          .limit(kept.limit)
          .prepare(""),
      )
      .execute({ ...kept.values, organization: db.organizationId });
  }

  async function insert(into: PgTable, rows: Row[]): Promise<void> {
    if (rows.length > 0) await db.query.insert(into).values(rows as never); // names of the table's own columns
  }
}

/** What a list may be ordered by, beside the times: fields that say so. */
export function sortNames({ fields }: Pick<Resource, "fields">): [string, ...string[]] {
  const own = Object.entries(fields).flatMap(([name, { sort }]) => (sort ? [name] : []));
  return ["created", "updated", ...own];
}

function sortsOf(resource: Resource, columns: Record<string, PgColumn>) {
  const own = Object.entries(resource.fields).flatMap(([name, field]) =>
    field.sort ? [[name, sortOf(field, known(columns, name))] as const] : [],
  );
  const sorts: Record<string, Sort> = {
    created: { by: known(columns, "createdAt"), type: "timestamptz" },
    updated: { by: known(columns, "updatedAt"), type: "timestamptz" },
    ...Object.fromEntries(own),
  };
  return sorts;
}

type Sort = { by: SQL | PgColumn; type: "text" | "timestamptz" | "bigint" };

function sortOf(field: Field, column: PgColumn): Sort {
  switch (field.kind) {
    case "integer":
    case "money":
    case "weight":
    case "size":
      return { by: sql`coalesce(${column}, -1)`, type: "bigint" };
    case "day":
      return { by: sql`coalesce(${column}::text, '')`, type: "text" };
    default:
      return { by: sql`lower(coalesce(${column}, ''))`, type: "text" };
  }
}

/** Of the shared kinds also what belongs to no branch: people of these branches work with it too. */
function ofBranches(db: Database, { name }: Resource, column: PgColumn, values: string[]): SQL | undefined {
  const inside = inBranches(db, column, values);
  return sharedKinds.has(name) ? or(isNull(column), inside) : inside;
}

/** Kinds of records that a branch owns; of the shared ones those without a branch are everybody's who may view any. */
const sharedKinds = new Set(["customers", "addresses"]);

function reachOf(db: Database, { name, permissions, fields }: Resource, columns: Record<string, PgColumn>) {
  if (!fields.branch) return undefined;
  return withinReach(db, known(columns, "branch"), permissions.view, { shared: sharedKinds.has(name) });
}

function filtersOf(
  db: Database,
  resource: Resource,
  columns: Record<string, PgColumn>,
  input: Row,
): (SQL | undefined)[] {
  const chosen = Object.entries(resource.fields).map(([name, field]) => {
    const values = input[inputName(name, field)];
    if (!field.filter || !Array.isArray(values) || values.length === 0) return undefined;
    if (name === "branch") return ofBranches(db, resource, known(columns, name), values);
    return inArray(known(columns, name), field.kind === "flag" ? values.map((value) => value === "true") : values);
  });
  const text = input.q;
  return [
    ...chosen,
    typeof text === "string" && text !== "" ? foundIn(resource, known(columns, "id"), text, mostFound) : undefined,
  ];
}

function foundIn({ name }: Resource, id: PgColumn, text: string, most: number): SQL {
  return sql`${id} in (select guard.search_records(${name}, ${text}, ${most}))`;
}

function lineColumns(table: PgTable) {
  const columns = columnsIn(table);
  return {
    organizationId: known(columns, "organizationId"),
    recordId: known(columns, "recordId"),
    position: known(columns, "position"),
  };
}

function known(columns: Record<string, PgColumn>, name: string): PgColumn {
  const column = columns[name];
  if (!column) throw new Error(`there is no column ${columnName(name, "text")}`);
  return column;
}
