import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor";
import { valuesOf } from "./several";

type SortKey<Name extends string> = Name | `-${Name}`;

/**
 * Input of a list: `limit` (50, at most 100), `cursor`, `sort` (a name of the allow-list, `-name` for descending) and
 * the list's own filters by name. Strict, as every input.
 */
export function listInput<const Name extends string, Filters extends z.ZodRawShape>({
  sorts,
  sort,
  filters,
}: {
  sorts: readonly [Name, ...Name[]];
  /** The order where none is asked for. */
  sort: NoInfer<SortKey<Name>>;
  filters: Filters;
}) {
  const order = z.enum(sorts.flatMap((name): SortKey<Name>[] => [name, `-${name}`]));
  return z.strictObject({
    ...pageOf(50),
    sort: z.string().default(sort).pipe(order),
    ...filters,
  });
}

/** Input of a list with one order, newest first: `limit`, `cursor` and what else it takes. */
export function newestInput<Fields extends z.ZodRawShape>(limit: number, fields: Fields) {
  return z.strictObject({
    ...fields,
    ...pageOf(limit),
  });
}

function pageOf(limit: number) {
  return {
    limit: z.coerce.number().int().min(1).max(100).default(limit),
    cursor: z.string().max(1000).optional(),
  };
}

/** A filter of several values: `a,b` in an address ({@link valuesOf}), or a list. Empty means no filter. */
export function anyOf<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (given) => (typeof given === "string" ? valuesOf(given) : given),
    z.array(value).max(50).default([]),
  );
}

/** What somebody types to search; empty where it holds nothing. */
export const searchInput = z
  .string()
  .max(200)
  .transform((text) => text.normalize("NFKC").trim().replaceAll("\0", ""))
  .default("");

/** `column ilike %text%` for a {@link searchInput}, in any of the columns; undefined for an empty search. */
export function containsText(text: string, ...columns: { getSQL(): SQL }[]): SQL | undefined {
  if (text === "") return undefined;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${sql.join(
    columns.map((column) => sql`${column} ilike ${pattern}`),
    sql` or `,
  )})`;
}

/** Output of a list: `{ data, next_cursor }` (CONTRACT "Answers"). */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), next_cursor: z.string().nullable() });
}

type SortColumn = {
  /** Never null: wrap in coalesce, with `'-infinity'` or `''` for what is missing. */
  by: { getSQL(): SQL };
  type: "text" | "timestamptz" | "integer" | "bigint" | "numeric" | "uuid";
};

type ListRequest<Name extends string> = { limit: number; sort: SortKey<Name>; cursor?: string | undefined };

type Keyset<Name extends string> = {
  /** The list's operation: a cursor of another one is refused. */
  list: string;
  /** Whose list it is: the organization's id, outside of one the person's id or "platform". */
  owner: string;
  sorts: Record<Name, SortColumn>;
  /** Breaks ties; unique in the list. */
  id: { getSQL(): SQL };
  idType?: "uuid" | "bigint";
};

/**
 * Keyset paging of one query. Select `position` beside the columns, add `after` to the conditions, order by `orderBy`,
 * limit by `limit`, and give the rows to `page`. Throws `invalid` with the reason `bad_cursor` for a cursor that was not
 * made by this list, in this order, with these filters, for this owner.
 */
export function keyset<const Name extends string>(input: ListRequest<Name>, list: Keyset<Name>) {
  const descending = input.sort.startsWith("-");
  const name = (descending ? input.sort.slice(1) : input.sort) as Name; // the input's enum allows only these
  const { by, type } = list.sorts[name];
  const { id, idType = "uuid" } = list;
  const place = { list: list.list, owner: list.owner, sort: input.sort, filters: filtersOf(input) };
  const direction = sql.raw(descending ? "desc" : "asc");
  const from = input.cursor === undefined ? undefined : decodeCursor(input.cursor, place);
  const limit = input.limit + 1;
  return {
    /** Sort value and id, the id behind the last space: told for every row, so it is as cheap as can be. */
    position: sql<string>`((${by})::text || ' ' || (${id})::text)`.as("position"),
    /** For a page that is joined to more: selected beside `position`, and the joined rows ordered by `orderAgain`. */
    sorted: sql`${by}`.as("sorted"),
    orderAgain: (page: { sorted: { getSQL(): SQL }; id: { getSQL(): SQL } }) => [
      sql`${page.sorted} ${direction}`,
      sql`${page.id} ${direction}`,
    ],
    after: from && afterOf(...from),
    orderBy: [sql`${by} ${direction}`, sql`${id} ${direction}`],
    limit,
    /**
     * Of a list that nothing narrows, for `db.prepared`: its name, `after` and `limit` with places, and `values`, which
     * go there. False where a filter is set.
     */
    kept: isWhole(place.filters) && {
      name: `${list.list} ${input.sort} ${from ? "onward" : "first"}`,
      after: from && afterOf(sql.placeholder("after"), sql.placeholder("tie")),
      limit: sql.placeholder("limit"),
      values: { limit, after: from?.[0], tie: from?.[1] },
    },
    page<Row extends { position: string }>(rows: Row[]): { data: Row[]; next_cursor: string | null } {
      const data = rows.slice(0, input.limit);
      const last = data.at(-1);
      return {
        data,
        next_cursor: rows.length > input.limit && last ? encodeCursor(placesOf(last.position), place) : null,
      };
    },
  };

  function afterOf(value: string | Placeholder, tie: string | Placeholder): SQL {
    const compare = sql.raw(descending ? "<" : ">");
    return sql`(${by}, ${id}) ${compare} (${value}::${sql.raw(type)}, ${tie}::${sql.raw(idType)})`;
  }
}

/** No id has a space in it. */
function placesOf(position: string): [string, string] {
  const end = position.lastIndexOf(" ");
  return [position.slice(0, end), position.slice(end + 1)];
}

function isWhole(filters: Record<string, unknown>): boolean {
  return Object.values(filters).every(
    (each) => each === undefined || each === "" || (Array.isArray(each) && each.length === 0),
  );
}

function filtersOf(input: ListRequest<string>): Record<string, unknown> {
  const { cursor: _, limit: __, sort: ___, ...filters } = input;
  return filters;
}
