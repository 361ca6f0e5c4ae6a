import { and, asc, eq, getTableColumns, gt } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { importFaults, imports } from "@/db/schema/imports";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";
import type { FaultyRow } from "./schema";

export type Import = typeof imports.$inferSelect;

export function importsRepository(db: Database) {
  const own = eq(imports.organizationId, db.organizationId);
  const ownFaults = (id: string) =>
    and(eq(importFaults.organizationId, db.organizationId), eq(importFaults.importId, id));
  const first = ([row]: Import[]): Import => {
    if (!row) throw new BerthError("not_found", "There is no such import.");
    return row;
  };
  const one = (id: string) =>
    db.query
      .select()
      .from(imports)
      .where(and(own, eq(imports.id, id)));
  return {
    find: async (id: string) => first(await one(id)),
    /** As find, and nobody else takes rows of it until this transaction ends. */
    findForUpdate: async (id: string) => first(await one(id).for("update")),
    async list(input: { list: string; limit: number; cursor?: string | undefined }) {
      const at = keyset(
        { ...input, sort: "-created" },
        {
          list: "imports.recent",
          owner: db.organizationId,
          sorts: { created: { by: imports.createdAt, type: "timestamptz" } },
          id: imports.id,
        },
      );
      const found = await db.query
        .select({ ...getTableColumns(imports), position: at.position })
        .from(imports)
        .where(and(own, eq(imports.list, input.list), at.after))
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(found);
    },
    update: (id: string, values: Partial<Omit<Import, "organizationId" | "id">>) =>
      db.query
        .update(imports)
        .set(values)
        .where(and(own, eq(imports.id, id))),
    async addFaults(importId: string, rows: FaultyRow[]): Promise<void> {
      if (rows.length === 0) return;
      const values = rows.map((row) => ({ ...row, organizationId: db.organizationId, id: uuidv7(), importId }));
      await db.query.insert(importFaults).values(values);
    },
    removeFaults: (id: string) => db.query.delete(importFaults).where(ownFaults(id)),
    faults: (id: string, after: string | undefined, most: number) =>
      db.query
        .select()
        .from(importFaults)
        .where(and(ownFaults(id), after ? gt(importFaults.id, after) : undefined))
        .orderBy(asc(importFaults.id))
        .limit(most),
  };
}
