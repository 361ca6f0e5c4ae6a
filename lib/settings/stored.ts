import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";

/**
 * A JSON column read by its schema: what is missing, or no longer valid, is its default. What was stored by an earlier
 * version never breaks a page.
 */
export function withDefaults<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  stored: Record<string, unknown>,
): z.output<z.ZodObject<Shape>> {
  const kept = Object.entries(schema.shape).flatMap(([name, field]) => {
    if (!Object.hasOwn(stored, name)) return [];
    return (field as z.ZodType).safeParse(stored[name]).success ? [[name, stored[name]]] : [];
  });
  return schema.parse(Object.fromEntries(kept));
}

/** The column with these fields changed: one statement, so that two changes of different fields both stand. */
export function changedJson(column: PgColumn, change: Record<string, unknown>) {
  return sql`${column} || ${JSON.stringify(change)}::jsonb`;
}

/** The fields of a partial input that were given. */
export function given<Input extends object>(input: Input): Partial<Input> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Input>; // the same fields, fewer
}
