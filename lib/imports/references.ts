import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/access/database";
import { decodeId, encodeId } from "@/lib/ids";
import { columnsIn } from "@/lib/resource/columns";
import type { Linked } from "@/lib/resource/field-schema";
import { targetOf } from "@/lib/resource/targets";

export type Names = Map<string, Map<string, string[]>>;

/** Ids of the organization's records by their names, for each kind that is asked for. */
export async function idsByName(db: Database, asked: { link: Linked; name: string }[]): Promise<Names> {
  const names: Names = new Map();
  const links = new Map(asked.map(({ link }) => [link.name, link]));
  for (const link of links.values()) {
    const wanted = new Set(asked.filter((each) => each.link.name === link.name).map(({ name }) => name));
    names.set(link.name, await idsOf(db, link, [...wanted]));
  }
  return names;
}

async function idsOf(db: Database, link: Linked, wanted: string[]): Promise<Map<string, string[]>> {
  const { table, title } = targetOf(link);
  const { organizationId, id, [title]: name } = columnsIn(table);
  if (!organizationId || !id || !name) throw new Error(`${link.name} has no ${title}`);
  const rows = await db.query
    .select({ id, name })
    .from(table)
    .where(and(eq(organizationId, db.organizationId), inArray(name, wanted)))
    .limit(wanted.length * 2 + 1000);
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(String(row.name), [...(found.get(String(row.name)) ?? []), String(row.id)]);
  return found;
}

/** The outside id that a cell means: an id as it is, or the only record of that name. Otherwise a sentence. */
export function referenceOf(link: Linked, cell: string, names: Names): { id: string } | { fault: string } {
  if (decodeId(link.prefix, cell)) return { id: cell };
  const ids = names.get(link.name)?.get(cell) ?? [];
  const { one } = targetOf(link);
  const [only] = ids;
  if (!only) return { fault: `There is no ${one} called “${cell.slice(0, 60)}”.` };
  if (ids.length > 1) return { fault: `More than one ${one} is called “${cell.slice(0, 60)}”. Give its ID.` };
  return { id: encodeId(link.prefix, only) };
}
