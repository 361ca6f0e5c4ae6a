import { readdirSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { resources } from "@/lib/resources";
import { testDatabase } from "@/lib/testing/database";

const { superuser } = await testDatabase();
const sql = postgres(superuser, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const files = readdirSync(new URL("./schema", import.meta.url)).filter((name) => name.endsWith(".ts"));
const modules = await Promise.all(files.map((name) => import(`./schema/${name}`)));
const declared = resources.flatMap(({ table, linesTable }) => (linesTable ? [table, linesTable] : [table]));
const tables = modules
  .flatMap((module) => Object.values(module).filter((value) => is(value, PgTable)))
  .concat(declared);

it("finds the tables", () => {
  expect(tables.length).toBeGreaterThan(6);
});

it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  "%s in code names only columns that the database has, with its types and nullability",
  async (_name, table) => {
    const { name, schema, columns } = getTableConfig(table);
    const live = await sql<{ name: string; type: string; required: boolean }[]>`
      select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
      from pg_attribute where attrelid = ${`${schema ?? "public"}.${name}`}::regclass and attnum > 0 and not attisdropped`;
    for (const column of columns) {
      const found = live.find((each) => each.name === column.name);
      expect(found, column.name).toBeDefined();
      expect(found?.type, column.name).toBe(column.getSQLType());
      expect(found?.required, column.name).toBe(column.notNull || column.primary);
    }
  },
);
