import { and, eq, inArray } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/access/database";
import type { Permission } from "@/lib/access/permissions";
import { columnsIn } from "./columns";
import type { Linked } from "./field-schema";

export type Target = Linked & {
  table: PgTable;
  /** Who may see its records, and so their names. */
  view: Permission;
};

const targets = new Map<string, Target>();

/** Makes a table something that fields of resources can refer to. */
export function declareTarget(target: Target): Linked {
  targets.set(target.name, target);
  const { table: _, view: __, ...link } = target;
  return link;
}

export function targetOf({ name }: Linked): Target {
  const target = targets.get(name);
  if (!target) throw new Error(`${name} was not declared`);
  return target;
}

/** The names of these records of the proven organization; others have none. */
export async function namesOf(db: Database, link: Linked, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { table, title } = targetOf(link);
  const { organizationId, id, [title]: name } = columnsIn(table);
  if (!organizationId || !id || !name) throw new Error(`${link.name} has no ${title}`);
  const rows = await db.query
    .select({ id, name })
    .from(table)
    .where(and(eq(organizationId, db.organizationId), inArray(id, [...new Set(ids)])));
  return new Map(rows.map((row) => [String(row.id), String(row.name)]));
}
