import type { PgTable } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { newestInput } from "@/lib/access/list";
import type { Operation } from "@/lib/access/operation";
import type { Permission } from "@/lib/access/permissions";
import type { Verdict } from "@/lib/access/verdict";
import type { idInput } from "@/lib/ids";
import type { Fields, LineFields, Linked } from "./field-schema";
import type { recordHistory } from "./output";

/** A row by its names in code. */
export type Row = Record<string, unknown>;

export type Declaration = {
  /** The table, and the noun of its operations: `customers` makes `customers.list`. */
  name: string;
  /** Of its ids: `cus`. */
  prefix: string;
  /** `one` and `many` in sentences; `about` under the title; `empty` where there is none yet. */
  words: { one: string; many: string; about: string; empty: string };
  icon: string;
  group: "Work" | "People" | "Organization";
  permissions: { view: Permission; create: Permission; update: Permission; remove: Permission };
  /** The field by which people know one. */
  title: string;
  /** The field that tells two of the same name apart, where records are chosen. */
  detail?: string;
  fields: Fields;
  lines?: LineFields;
  /** What the search looks through, as its placeholder says it. The table has a `search_text`. */
  search?: string;
  /** The order where none is asked for: a field with `sort`, `created` or `updated`. */
  sort: string;
  /** Set up once for test and live records; all else is one of the two. */
  inBothModes?: true;
  /** Refuses or completes what is about to be written; `lines` only where they are written too. */
  complete?: (values: Row, given: { present: Row | undefined; lines: Row[] | undefined }) => Row;
  /** Why a record can no longer be changed or removed. */
  locked?: (row: Row) => Verdict;
};

type Of<Output extends z.ZodType> = Operation<"organization", z.ZodObject, Output>;
type ById<Output extends z.ZodType> = Operation<
  "organization",
  z.ZodObject<{ id: ReturnType<typeof idInput> }, z.core.$strict>,
  Output
>;
type Newest = ReturnType<typeof newestInput<{ id: ReturnType<typeof idInput> }>>;
type Shown = z.ZodType<Row, Row>;

export type Resource = Declaration & {
  /** `/carrier-connections`, of its pages and in the API. */
  path: `/${string}`;
  table: PgTable;
  linesTable: PgTable | undefined;
  link: Linked;
  operations: {
    list: Of<z.ZodType<{ data: Row[]; next_cursor: string | null }, { data: Row[]; next_cursor: string | null }>>;
    count: Of<z.ZodType<{ count: number }, { count: number }>>;
    find: ById<Shown>;
    create: Of<Shown>;
    update: Of<Shown>;
    remove: ById<z.ZodType<{ id: string; name: string }, { id: string; name: string }>>;
    history: Operation<"organization", Newest, typeof recordHistory>;
  };
};
