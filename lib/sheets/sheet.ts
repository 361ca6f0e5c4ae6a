import type { PgTable } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Database } from "@/lib/access/database";
import type { Permission } from "@/lib/access/permissions";
import type { FieldErrors } from "@/lib/errors";
import type { Row } from "@/lib/resource/declaration";
import type { Shape } from "@/lib/resource/field-schema";

/** A record as its table holds it, with the rows that belong to it. A field `sender.name` stands under that very name. */
export type Held = { values: Row; lines: Row[] };

/** A parsed record, about to be written. */
export type Ready = { id: string; input: Row };

/** Why a record was not written: sentences by the fields of its input. */
export type Refused = Map<string, FieldErrors>;

/** A list that leaves and enters as CSV. */
export type Sheet = Shape & {
  /** Its table, and the noun of its operations. */
  name: string;
  path: `/${string}`;
  prefix: string;
  table: PgTable;
  words: { one: string; many: string };
  permissions: { view: Permission; create: Permission; import: Permission };
  /** The field that tells records apart: following rows that share it are lines of one. */
  title: string;
  /** What creating one by hand takes. */
  createInput: z.ZodType;
  /** What the list takes: its filters and orders are the export's. */
  listInput: z.ZodObject;
  count(db: Database, input: Row): Promise<number>;
  page(db: Database, input: Row & Paging): Promise<{ data: Held[]; next_cursor: string | null }>;
  /** Looks at parsed records as creating each by hand would, and writes them where `keep`. Answers who was refused, by id. */
  take(db: Database, ready: Ready[], keep: boolean): Promise<Refused>;
};

export type Paging = { limit: number; sort: string; cursor?: string };
