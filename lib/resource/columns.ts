import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  type PgColumn,
  type PgColumnBuilderBase,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { getTableColumns } from "drizzle-orm/utils";
import { tenantTable } from "@/db/tenant-table";
import type { Field, Fields } from "./field-schema";

const ending = { weight: "_g", size: "_mm", reference: "_id" } as const;

/** `unitPrice` is `unit_price`, a weight ends in `_g`, a size in `_mm`, a reference in `_id`. */
export function columnName(name: string, kind: Field["kind"]): string {
  const plain = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return kind in ending ? `${plain}${ending[kind as keyof typeof ending]}` : plain; // just looked up
}

type Columns = Record<string, PgColumnBuilderBase>;

/** The drizzle table of a resource; db/schema.test.ts holds it against the migrated one. */
export function tableOf(name: string, fields: Fields, { more = {}, hasModes }: { more?: Columns; hasModes: boolean }) {
  const modeColumn: Columns = hasModes ? { testMode: boolean("test_mode").notNull() } : {};
  const moment = (column: string) => timestamp(column, { withTimezone: true }).notNull();
  return tenantTable(name, {
    ...columnsOf(fields),
    ...more,
    ...modeColumn,
    createdAt: moment("created_at"),
    updatedAt: moment("updated_at"),
  });
}

export function columnsOf(fields: Fields): Columns {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, builder(columnName(name, field.kind), field)]),
  );
}

/** The columns of a table by their names in code. */
export function columnsIn(table: Parameters<typeof getTableColumns>[0]): Record<string, PgColumn> {
  return getTableColumns(table) as Record<string, PgColumn>; // its own, under names known at run time
}

function builder(column: string, field: Field) {
  const required = <Builder extends { notNull(): unknown }>(builder: Builder) =>
    (isGiven(field) ? builder.notNull() : builder) as Builder;
  switch (field.kind) {
    case "flag":
      return boolean(column).notNull();
    case "integer":
    case "weight":
    case "size":
      return required(integer(column));
    case "money":
      return required(bigint(column, { mode: "number" }));
    case "day":
      return required(date(column));
    case "postal":
      return required(jsonb(column));
    case "reference":
      return required(uuid(column));
    default:
      return required(text(column));
  }
}

/** Also what a number of its own fills in. */
function isGiven(field: Field): boolean {
  return field.required === true || (field.kind === "text" && field.numbered !== undefined);
}
